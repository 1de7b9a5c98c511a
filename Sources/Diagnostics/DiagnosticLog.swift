/// Collects what readers find; they report and go on, and never throw about input.
public struct DiagnosticLog: Sendable {
  public private(set) var diagnostics: [Diagnostic] = []
  /// How many notes were too many to keep: a file of a million rows may have one in each.
  public private(set) var omittedNotes = 0
  private var notes = 0

  /// More notes than these are only counted.
  public static let mostNotes = 10_000

  public init() {}

  /// Whether further notes would only be counted.
  public var isFullOfNotes: Bool { notes >= Self.mostNotes }

  /// Notes that nobody needed to write.
  public mutating func omit(notes count: Int) { omittedNotes += count }

  public mutating func report(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .note {
      guard notes < Self.mostNotes else {
        omittedNotes += 1
        return
      }
      notes += 1
    }
    diagnostics.append(diagnostic)
  }

  public mutating func report(contentsOf others: some Sequence<Diagnostic>) {
    for other in others { report(other) }
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  public var errorCount: Int { diagnostics.count { $0.severity == .error } }
  public var warningCount: Int { diagnostics.count { $0.severity == .warning } }

  /// By file as first met, then by place; those without a place come first. The same thing at the same place stands once.
  public var sorted: [Diagnostic] {
    var order: [String: Int] = [:]
    for diagnostic in diagnostics {
      let name = diagnostic.span?.source.name ?? ""
      if order[name] == nil { order[name] = order.count }
    }
    func key(_ diagnostic: Diagnostic) -> (Int, Int, Int) {
      guard let span = diagnostic.span else { return (-1, 0, 0) }
      return (order[span.source.name] ?? 0, span.range.lowerBound, span.range.upperBound)
    }
    var seen = Set<Diagnostic>()
    return diagnostics.enumerated()
      .sorted { left, right in
        let (a, b) = (key(left.element), key(right.element))
        return a == b ? left.offset < right.offset : a < b
      }
      .map(\.element)
      .filter { seen.insert($0).inserted }
  }
}
