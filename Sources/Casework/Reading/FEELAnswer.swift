public import Diagnostics
public import FEEL

/// What an expression gives, with names whose values are known.
public struct FEELAnswer: Sendable {
  public let value: Value
  /// Why the value is null, if it is.
  public let reason: NullReason?

  /// - Returns: `nil` when the text is no FEEL; the log says why.
  ///
  /// - Parameter now: what `now()` and `today()` give.
  public init?(_ expression: String, names: Context, now: CivilDateTime? = nil, log: inout DiagnosticLog) {
    var layout = Layout()
    var slots: [(FEEL.Slot, Value)] = []
    for entry in names.entries { slots.append((layout.declare(entry.name, entry.value.type), entry.value)) }
    guard let parsed = Expression.parse(Fragment(expression), in: layout, log: &log),
      let program = parsed.compiled(in: layout, strictly: false, log: &log)
    else { return nil }
    let frame = Frame(layout)
    frame.now = now
    for (slot, value) in slots { frame.set(slot, value) }
    let trace = program.explain(frame)
    value = trace.value
    reason = trace.null
    guard value.isNull else { return }
    // A date of YAML and JSON is a text; who compares it with one is told so.
    for name in program.reads.names {
      guard case .string(let text)? = names[name], CivilDate(text) != nil else { continue }
      log.report(Diagnostic(.textLikeDate, at: nil, ["name": name, "text": text]))
    }
  }
}

extension FEELAnswer {
  /// The reason of a null, unless something has been said of the same part already.
  public func reason(besides log: DiagnosticLog) -> NullReason? {
    guard let reason else { return nil }
    let isSaid = log.diagnostics.contains { $0.span?.range.overlaps(reason.span.range) == true }
    return isSaid ? nil : reason
  }
}
