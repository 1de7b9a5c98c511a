import Diagnostics
import FEEL
import Rules

/// Decides which of several records of one nominee counts, by what the rule set says. The order of the rows decides nothing.
struct Settlement {
  private let rule: CompiledSubmission
  private let rules: CompiledRuleSet

  init(_ rule: CompiledSubmission, _ rules: CompiledRuleSet) {
    self.rule = rule
    self.rules = rules
  }

  struct Outcome {
    /// Those that count, and those of which nobody can tell: they still bear the same marks.
    var kept: [Record] = []
    var refused: [Refusal] = []
    var superseded: [Superseded] = []
    var mergers: [Merger] = []
    /// Why nobody can tell which of several counts, by the place in the batch.
    var doubts: [Int: Phrase] = [:]
  }

  func settle(_ records: [Record]) -> Outcome {
    var outcome = Outcome()
    var inTime: [Record] = []
    for record in records {
      if let diagnostic = objection(to: record) {
        outcome.refused.append(
          Refusal(
            id: record.id, title: record.title, ordinal: record.ordinal, span: record.span, diagnostics: [diagnostic]))
      } else {
        inTime.append(record)
      }
    }
    for group in groups(inTime).sorted(by: { $0[0].id < $1[0].id }) {
      if group.count == 1 { outcome.kept += group } else { settle(group, &outcome) }
    }
    outcome.kept.sort { $0.ordinal < $1.ordinal }
    return outcome
  }

  /// Whether a record is refused whatever the others are.
  func objects(to record: Record) -> Bool { objection(to: record) != nil }

  // MARK: Time

  private var timeField: String { rules.schema.fields[rule.time].name }

  private func time(of record: Record) -> CivilDateTime? {
    switch record.values[rule.time] {
    case .date(let date): CivilDateTime(date: date, time: .midnight)
    case .string(let text): CivilDateTime(submitted: text)
    default: nil
    }
  }

  private func timeText(of record: Record) -> String {
    switch record.values[rule.time] {
    case .date(let date): date.description
    case .string(let text): text.asTime
    default: ""
    }
  }

  /// Handed in too late, or at a time that nobody can read.
  private func objection(to record: Record) -> Diagnostic? {
    let place = record.place(of: FactPath(timeField))
    guard let time = time(of: record) else {
      guard case .string(let text) = record.values[rule.time] else { return nil }
      return Diagnostic(.unreadableTime, at: place, ["path": timeField, "text": text])
    }
    guard let deadline = rule.deadline, time.epochSeconds > deadline.instant.epochSeconds else { return nil }
    return Diagnostic(
      .handedInLate, at: place, ["id": record.id, "time": timeText(of: record), "deadline": deadline.text.asTime])
  }

  // MARK: Who is who

  /// Records that share a mark, directly or through others, each group in an order of its own.
  private func groups(_ records: [Record]) -> [[Record]] {
    var group = Array(records.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while group[index] != index { index = group[index] }
      return index
    }
    var firsts: [[String]: [String: Int]] = [:]
    for (index, record) in records.enumerated() {
      for mark in record.marks {
        if let first = firsts[mark.fields]?[mark.text] {
          let (a, b) = (root(index), root(first))
          group[max(a, b)] = min(a, b)
        } else {
          firsts[mark.fields, default: [:]][mark.text] = index
        }
      }
    }
    return Dictionary(grouping: records.indices, by: root).sorted { $0.key < $1.key }.map {
      $0.value.map { records[$0] }
    }
  }

  private func settle(_ group: [Record], _ outcome: inout Outcome) {
    // One number for two nominees is a slip, not a second copy.
    let identities = Set(group.map(\.identities))
    guard identities.count == 1, rules.schema.keys.isEmpty || identities.first?.isEmpty == false else {
      outcome.kept += group
      return
    }
    // In an order of their own, whatever that of the rows is.
    let group = group.sorted { ($0.id, $0.canonicalText) < ($1.id, $1.canonicalText) }
    let nominations = nominations(group)
    let counting = nominations.compactMap(latest)
    guard counting.count == nominations.count, let stays = staying(counting) else {
      let doubt = counting.count == nominations.count ? Phrase.noneStays : .noneIsLast
      for record in group { outcome.doubts[record.ordinal] = doubt }
      outcome.kept += group
      return
    }
    for (copies, counts) in zip(nominations, counting) {
      for copy in copies where copy.ordinal != counts.ordinal {
        outcome.superseded.append(superseded(copy, by: counts))
      }
    }
    var kept = stays
    for other in counting where other.ordinal != stays.ordinal {
      outcome.mergers.append(merge(other, into: &kept))
    }
    outcome.kept.append(kept)
  }

  /// The copies of each unit's nomination.
  private func nominations(_ group: [Record]) -> [[Record]] {
    guard let by = rule.by else { return [group] }
    return Dictionary(grouping: group) { $0.values[by] }.values.sorted { $0[0].id < $1[0].id }
  }

  /// The copy handed in last; `nil` where nobody can tell, because a time is missing or two are the same.
  private func latest(of copies: [Record]) -> Record? {
    if copies.count == 1 { return copies[0] }
    let timed = copies.compactMap { copy in time(of: copy).map { (time: $0, copy: copy) } }
    guard timed.count == copies.count, let last = timed.map(\.time.epochSeconds).max() else { return nil }
    let equal = timed.filter { $0.time.epochSeconds == last }.map(\.copy)
    // The same page handed in twice at once is one page.
    return Set(equal.map(\.canonicalText)).count == 1 ? equal.first : nil
  }

  /// The nomination that stays, of one for each unit; `nil` where the rule does not say, or says several.
  private func staying(_ nominations: [Record]) -> Record? {
    if nominations.count == 1 { return nominations[0] }
    guard let stays = rule.stays else { return nil }
    let frame = Frame(rules.widestLayout)
    let chosen = nominations.filter { nomination in
      rules.fill(frame, nomination.values)
      return stays.evaluate(frame) == .boolean(true)
    }
    return chosen.count == 1 ? chosen[0] : nil
  }

  // MARK: What becomes of the others

  private func superseded(_ copy: Record, by later: Record) -> Superseded {
    Superseded(copy, by: later, time: timeText(of: copy), laterTime: timeText(of: later), except: [timeField])
  }

  /// 两份材料合并：what the one that stays does not say, it has from the other.
  private func merge(_ other: Record, into kept: inout Record) -> Merger {
    let own = [timeField] + (rule.by.map { [rules.schema.fields[$0].name] } ?? [])
    let before = kept
    kept = kept.with(
      zip(kept.names, zip(kept.values, other.values)).map { name, pair in
        pair.0.isUnknown && !own.contains(name) ? pair.1 : pair.0
      })
    return Merger(
      record: other, into: kept.id, filled: before.differences(to: kept).map(\.field),
      differences: other.differences(to: kept, except: own).filter { !$0.before.isUnknown })
  }
}

extension String {
  /// As people write a time.
  fileprivate var asTime: String { replacing("T", with: " ") }
}
