public import Diagnostics
import FEEL
public import Records
public import Rules

/// What the registers of earlier rounds say of those nominated now.
///
/// Who is who is told by the fingerprints of codes and numbers, never by names.
public struct EarlierTitles: Sendable {
  public let registers: [Register]
  private let rules: CompiledRuleSet

  /// No registers: nothing is known of earlier rounds.
  public init(_ rules: CompiledRuleSet) {
    self.rules = rules
    registers = []
  }

  /// - Returns: `nil` when a register cannot be used with these rules; the log says why.
  public init?(_ registers: [Register], _ rules: CompiledRuleSet, log: inout DiagnosticLog) {
    self.rules = rules
    self.registers = registers.sorted { ($0.edition, $0.award) < ($1.edition, $1.award) }
    let before = log.errorCount
    for register in registers { check(register, log: &log) }
    checkTwice(log: &log)
    if log.errorCount > before { return nil }
  }

  /// Whether the rules ask about the award at all.
  private func check(_ register: Register, log: inout DiagnosticLog) {
    let asking = rules.earlier.filter { $0.award == register.award }
    let span = register.source.map { Span($0, 0..<0) }
    let arguments = ["award": register.award, "edition": "\(register.edition)", "own": "\(rules.edition)"]
    if asking.isEmpty { log.report(Diagnostic(.registerUnused, at: span, arguments)) }
    if !register.isEarlier(than: rules) { log.report(Diagnostic(.registerNotEarlier, at: span, arguments)) }
    let names = Set(register.entries.flatMap { $0.identities.map(\.name) })
    let wanted = Set(asking.flatMap { $0.match.map(\.theirs) })
    for name in wanted.subtracting(names).sorted() where !register.entries.isEmpty {
      log.report(Diagnostic(.registerWithoutIdentity, at: span, arguments.merging(["name": name]) { $1 }))
    }
  }

  private func checkTwice(log: inout DiagnosticLog) {
    for (one, two) in zip(registers, registers.dropFirst())
    where one.edition == two.edition && one.award == two.award && one.source?.bytes != two.source?.bytes {
      log.report(
        Diagnostic(
          .registerTwice, at: two.source.map { Span($0, 0..<0) },
          ["award": two.award, "edition": "\(two.edition)", "other": one.source?.name ?? ""]))
    }
  }

  // MARK: Who holds a title

  /// The batch with each title as a row of its holder's facts. The log says what was found.
  public func adding(to batch: RecordBatch, log: inout DiagnosticLog) -> RecordBatch {
    if registers.isEmpty { return batch }
    let frame = Frame(rules.widestLayout)
    rules.fill(frame)
    var additions: [Int: [Addition]] = [:]
    for register in registers {
      var found: [(record: Record, entry: Register.Entry)] = []
      for rule in rules.earlier where rule.award == register.award {
        for (record, entry) in matches(rule, register, batch) {
          let addition = addition(rule, register, entry, in: frame)
          report(addition, of: record, register, log: &log)
          additions[record.ordinal, default: []].append(addition)
          found.append((record, entry))
        }
      }
      report(found, register, log: &log)
    }
    return batch.adding(additions)
  }

  private func matches(
    _ rule: CompiledEarlier, _ register: Register, _ batch: RecordBatch
  ) -> [(Record, Register.Entry)] {
    let wanted = rule.match.map(\.theirs)
    let holders = Dictionary(grouping: register.entries) { entry in
      wanted.map { name in entry.identities.first { $0.name == name }?.fingerprint ?? "" }
    }
    return batch.records.flatMap { record in
      let own = rule.match.map { match in Set(match.fields.flatMap { record.values[$0].identities }).sorted() }
      return combinations(own).flatMap { holders[$0] ?? [] }.sorted { $0.number < $1.number }.map { (record, $0) }
    }
  }

  /// One from each: former codes stand for the holder, too. Where a number is not known there are none.
  private func combinations(_ choices: [[String]]) -> [[String]] {
    choices.reduce([[]]) { lists, choice in lists.flatMap { list in choice.map { list + [$0] } } }
  }

  private func addition(
    _ rule: CompiledEarlier, _ register: Register, _ entry: Register.Entry, in frame: Frame
  ) -> Addition {
    let reference = Addition.Reference(
      award: register.award, edition: register.edition, number: entry.number, id: entry.id, basis: rule.basis)
    let place = entry.span ?? Span(Source(name: register.award, text: ""), 0..<0)
    return Addition(
      rule.row(of: entry.facts(of: register), in: frame), to: rules.schema.fields[rule.field].name,
      sameBy: rule.sameBy, reference: reference, at: place)
  }

  // MARK: What is said of it

  /// A title that the nominee has declared, but not as the register has it; or a list that was not filled in.
  private func report(_ addition: Addition, of record: Record, _ register: Register, log: inout DiagnosticLog) {
    let arguments = [
      "title": record.title, "field": addition.field, "award": register.award, "edition": "\(register.edition)",
      "number": "\(addition.reference.number)",
    ]
    if record.missing.contains(FactPath(addition.field)) {
      log.report(Diagnostic(.listNotFilledIn, at: record.span, arguments))
    }
    guard let declared = record.declared(addition) else { return }
    let differing = addition.row.entries.filter { entry in
      guard let own = declared[entry.name], !own.isUnknown, !entry.value.isUnknown else { return false }
      return own != entry.value
    }
    if differing.isEmpty { return }
    log.report(
      Diagnostic(
        .declaredOtherwise, at: record.place(of: FactPath(addition.field)),
        arguments.naming("components", differing.map(\.name))))
  }

  private func report(
    _ found: [(record: Record, entry: Register.Entry)], _ register: Register, log: inout DiagnosticLog
  ) {
    let arguments = [
      "award": register.award, "edition": "\(register.edition)", "entries": "\(register.entries.count)",
      "count": "\(Set(found.map(\.record.ordinal)).count)",
    ]
    let place = register.source.map { Span($0, 0..<0) }
    guard !found.isEmpty else { return log.report(Diagnostic(.nobodyInRegister, at: place, arguments)) }
    let most = 10
    let told = found.sorted { ($0.entry.number, $0.record.id) < ($1.entry.number, $1.record.id) }.prefix(most)
    let more = found.count - told.count
    func holders(_ language: Language) -> String {
      let names = told.map { found in
        Phrase.holder.text(language, ["title": found.record.title, "number": "\(found.entry.number)"])
      }.joined(separator: language == .zh ? "、" : ", ")
      return more > 0 ? names + Phrase.moreHolders.text(language, ["count": "\(more)"]) : names
    }
    log.report(
      Diagnostic(
        .foundInRegister, at: place, arguments.merging(["holders_zh": holders(.zh), "holders_en": holders(.en)]) { $1 })
    )
  }
}
