import Diagnostics
import FEEL

/// Floors, caps and seats that no list of nominees, however many there are, could keep.
extension RuleCompiler {
  /// What the seats, a cap or a floor asks for, and where it stands.
  private struct Demand {
    let phrase: Phrase
    let span: Span
    let rule: SeatSystem.Rule
  }

  func checkConflicts(of selection: SelectionRule, _ compiled: CompiledSelection, log: inout DiagnosticLog) {
    let quota = compiled.quota
    let caps = zip(selection.caps, zip(compiled.caps, quota.caps)).compactMap { written, cap in
      demand(written, cap.0, cap.1, isFloor: false)
    }
    let floors = zip(selection.floors, zip(compiled.floors, quota.floors)).compactMap { written, floor in
      floor.1.isSoft ? nil : demand(written, floor.0, floor.1, isFloor: true)
    }
    guard let kinds = kinds(caps.map(\.group) + floors.map(\.group)), !kinds.isEmpty else { return }
    let all = kinds.map { _ in true }
    let seats = Demand(
      phrase: Phrase(zh: "名额 \(quota.seats)", en: "\(quota.seats) seats"), span: selection.seats.span,
      rule: SeatSystem.Rule(counts: all, isFloor: false, bound: quota.seats))
    let demands =
      [seats]
      + (caps + floors).enumerated().map { index, demand in
        Demand(
          phrase: demand.phrase, span: demand.span,
          rule: SeatSystem.Rule(counts: kinds.map { $0[index] }, isFloor: demand.isFloor, bound: demand.limit))
      }
    if report(.conflictingQuotas, demands, log: &log) { return }
    // With all of them kept, can every seat be given to somebody?
    let full = Demand(
      phrase: Phrase(zh: "名额 \(quota.seats) 全部给出", en: "all \(quota.seats) seats given out"),
      span: selection.seats.span, rule: SeatSystem.Rule(counts: all, isFloor: true, bound: quota.seats))
    report(.seatsCannotBeFilled, [full] + demands.dropFirst(), log: &log)
  }

  @discardableResult
  private func report(_ message: Message, _ demands: [Demand], log: inout DiagnosticLog) -> Bool {
    let conflict = SeatSystem(rules: demands.map(\.rule)).smallestConflict().map { demands[$0] }
    guard let last = conflict.last else { return false }
    let words = Phrase(
      zh: conflict.map(\.phrase.zh).joined(separator: "、"), en: conflict.map(\.phrase.en).joined(separator: ", "))
    log.report(
      Diagnostic(
        message, at: last.span, [:].naming("rules", words),
        notes: conflict.dropLast().map { Note(.standsAgainst, at: $0.span, [:].naming("rule", $0.phrase)) }))
    return true
  }

  private struct WrittenDemand {
    let phrase: Phrase
    let span: Span
    let group: Program
    let isFloor: Bool
    let limit: Int
  }

  /// `nil` for one that each nominee's own facts decide, or that makes a group of each value.
  private func demand(
    _ written: Quota, _ quota: CompiledQuota, _ limit: SelectionQuota.Limit, isFloor: Bool
  ) -> WrittenDemand? {
    guard case .matching(let program) = quota.group, let count = limit.limit else { return nil }
    return WrittenDemand(
      phrase: isFloor
        ? Phrase(zh: "“\(written.name)”至少 \(count)", en: "“\(written.name)” at least \(count)")
        : Phrase(zh: "“\(written.name)”至多 \(count)", en: "“\(written.name)” at most \(count)"),
      span: written.span, group: program, isFloor: isFloor, limit: count)
  }

  // MARK: Kinds of nominees

  private static let mostCombinations = 20_000

  /// Each way in which a nominee can belong to some of the groups and not to others; `nil`: too many to look at.
  ///
  /// Conditions over enumerated texts and booleans are tried with every value; what another condition says of a nominee
  /// may be true or false.
  private func kinds(_ groups: [Program]) -> Set<[Bool]>? {
    let fields = groups.map { reads(of: [$0]).fields.compactMap { rules.schema[$0] } }
    let isTried = fields.map { $0.allSatisfy { $0.values != nil } }
    var names: [Field] = []
    for (own, isTried) in zip(fields, isTried) where isTried { names += own.filter { !names.contains($0) } }
    var free = 1
    for isTried in isTried where !isTried { free *= 2 }
    let count = names.reduce(free) { $0 > Self.mostCombinations ? $0 : $0 * ($1.values?.count ?? 1) }
    guard count <= Self.mostCombinations else { return nil }
    let frame = parameterFrame()
    var kinds: Set<[Bool]> = []
    eachCombination(of: names[...], frame) {
      for definition in definitions { frame.set(definition.slot, definition.program.evaluate(frame)) }
      var own = [groups.map { _ in false }]
      for (index, group) in groups.enumerated() {
        let answers = isTried[index] ? [group.evaluate(frame) == .boolean(true)] : [true, false]
        own = own.flatMap { kind in
          answers.map { answer in
            var kind = kind
            kind[index] = answer
            return kind
          }
        }
      }
      kinds.formUnion(own)
    }
    return kinds
  }

  /// Every combination of the fields' values.
  private func eachCombination(of fields: ArraySlice<Field>, _ frame: Frame, _ body: () -> Void) {
    guard let field = fields.first, let index = rules.schema.fields.firstIndex(where: { $0.name == field.name }) else {
      return body()
    }
    for value in field.values ?? [] {
      frame.set(fieldSlots[index], value)
      eachCombination(of: fields.dropFirst(), frame, body)
    }
  }
}

extension Field {
  /// All that it can be, where that is known.
  fileprivate var values: [Value]? {
    switch shape {
    case .boolean: [.boolean(true), .boolean(false)]
    case .string: oneOf?.map { .string($0) }
    default: nil
    }
  }
}
