import FEEL
import Records
import Rules

/// Which facts of a record are missing, and what that means for each rule.
struct FactSheet {
  let record: Record
  let rules: CompiledRuleSet
  /// Missing, required and due, in the order of the record.
  let dueMissing: [MissingFact]
  /// Missing and required, but not due yet.
  let notYet: [MissingFact]
  /// Missing and optional.
  let optionalMissing: [MissingFact]
  /// Facts that are there but not enough of them: a panel with too few scores.
  var scarce: [MissingFact] = []
  let due: Due

  /// - Parameter sheet: filled with the record.
  init(_ record: Record, sheet: Sheet, due: Due) {
    let rules = sheet.rules
    self.record = record
    self.rules = rules
    self.due = due
    var dueMissing: [MissingFact] = []
    var notYet: [MissingFact] = []
    var optional: [MissingFact] = []
    for path in record.missing {
      guard let field = rules.schema[path.field], Self.matters(path, rules), sheet.wants(path, of: record) else {
        continue
      }
      let fact = MissingFact(path: path, supplier: field.supplier)
      if field.requirement == .optional {
        optional.append(fact)
      } else if due.includes(field.supplier) {
        dueMissing.append(fact)
      } else {
        notYet.append(fact)
      }
    }
    self.dueMissing = dueMissing
    self.notYet = notYet
    optionalMissing = optional
    for item in rules.dimensions.flatMap(\.items) {
      guard case .panel(let panel) = item.form else { continue }
      noteScarcity(of: panel, item, sheet)
    }
  }

  /// Whether the applicant still owes a fact.
  var lacksApplicantFacts: Bool { dueMissing.contains { $0.supplier == .applicant } }

  /// Whether an item waits for a fact that is due.
  func isScoreOpen(_ score: Score) -> Bool {
    let owed = Set((dueMissing + scarce).map(\.path))
    return score.items.contains { item in
      if case .open(let paths) = item.state { !owed.isDisjoint(with: paths) } else { false }
    }
  }

  /// The missing facts among those that a rule reads.
  func missing(_ reads: FactReads) -> [MissingFact] {
    (dueMissing + notYet + optionalMissing).filter { isRead($0.path, by: reads) }
  }

  func isRead(_ path: FactPath, by reads: FactReads) -> Bool {
    guard reads.fields.contains(path.field) else { return false }
    return path.components.isEmpty || reads.readsComponent(path.names)
  }

  /// A component that no rule reads may be empty.
  private static func matters(_ path: FactPath, _ rules: CompiledRuleSet) -> Bool {
    path.components.isEmpty || rules.isRead(path.names)
  }

  /// Scores that are void, or of judges who stood back, are there and do not count.
  private mutating func noteScarcity(of panel: CompiledPanel, _ item: CompiledItem, _ sheet: Sheet) {
    let fields = item.reads.fields.compactMap { rules.schema[$0] }
    guard let field = fields.first(where: { if case .list = $0.shape { true } else { false } }),
      due.includes(field.supplier), case .list(let scores) = panel.scores.evaluate(sheet.frame),
      scores.count(where: { $0.number != nil }) < panel.atLeast
    else { return }
    scarce.append(MissingFact(path: FactPath(field.name), supplier: field.supplier))
  }
}

extension CompiledRuleSet {
  /// Whether any rule reads the component at a path.
  func isRead(_ path: [String]) -> Bool {
    let rules = eligibility + vetoes
    if rules.contains(where: { $0.reads.readsComponent(path) }) { return true }
    if dimensions.contains(where: { $0.items.contains { $0.reads.readsComponent(path) } }) { return true }
    return bonus?.items.contains { $0.reads.readsComponent(path) } ?? false
  }
}
