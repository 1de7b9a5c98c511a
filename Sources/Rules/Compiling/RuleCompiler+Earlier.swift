import Diagnostics
import FEEL

extension RuleCompiler {
  mutating func compile(_ rule: EarlierRule, log: inout DiagnosticLog) -> CompiledEarlier? {
    let before = log.errorCount
    let match = compile(rule.match, log: &log)
    guard let field = fieldIndex(rule.field, at: rule.fieldSpan, log: &log) else { return nil }
    guard case .list(.row(let rows)) = rules.schema.fields[field].shape else {
      log.report(Diagnostic(.noListOfRows, at: rule.fieldSpan, ["field": rule.field]))
      return nil
    }
    var inner = layout
    let entry = inner.declare(RegisterFact.whole, RegisterFact.allTypes)
    widen(inner)
    let programs = compileRow(rule, rows, in: inner, log: &log)
    for name in rule.sameBy where programs[name.name] == nil && log.errorCount == before {
      log.report(Diagnostic(.sameByAbsent, at: name.span, ["name": name.name]))
    }
    guard log.errorCount == before else { return nil }
    return CompiledEarlier(
      award: rule.award, match: match, field: field, components: rows.map { ($0.name, programs[$0.name]) },
      sameBy: rule.sameBy.map(\.name), entry: entry, basis: rule.basis)
  }

  /// Own fields that stand for the same number of the register are alternatives.
  private func compile(
    _ match: [EarlierRule.Match], log: inout DiagnosticLog
  ) -> [(theirs: String, fields: [Int])] {
    var fields: [(theirs: String, fields: [Int])] = []
    for match in match {
      guard let own = fieldIndex(match.own, at: match.span, log: &log) else { continue }
      let shape = rules.schema.fields[own].shape
      guard shape == .string || shape == .list(.plain(.string)) else {
        log.report(Diagnostic(.noIdentityField, at: match.span, ["field": match.own]))
        continue
      }
      if let index = fields.firstIndex(where: { $0.theirs == match.theirs }) {
        fields[index].fields.append(own)
      } else {
        fields.append((match.theirs, [own]))
      }
    }
    return fields
  }

  private func fieldIndex(_ name: String, at span: Span, log: inout DiagnosticLog) -> Int? {
    let names = rules.schema.fields.map(\.name)
    if let index = names.firstIndex(of: name) { return index }
    var diagnostic = Diagnostic(.noSuchField, at: span, ["name": name])
    diagnostic.suggest(nearestName(to: name, among: names), at: span)
    log.report(diagnostic)
    return nil
  }

  /// Each component apart, so that what is wrong is shown at its own place.
  private func compileRow(
    _ rule: EarlierRule, _ rows: [Field], in inner: Layout, log: inout DiagnosticLog
  ) -> [String: Program] {
    guard let expression = Expression.parse(rule.row, in: inner, log: &log) else { return [:] }
    guard case .context(let entries) = expression.tree.kind else {
      log.report(Diagnostic(.rowForm, at: rule.row.span, ["row": "{名称: \"…\", 授予日期: 登记.命名日期}"]))
      return [:]
    }
    return entries.reduce(into: [:]) { programs, entry in
      let place = rule.row.span(entry.keyRange)
      guard let component = rows.first(where: { $0.name == entry.key }) else {
        var diagnostic = Diagnostic(.noSuchComponent, at: place, ["field": rule.field, "name": entry.key])
        diagnostic.suggest(nearestName(to: entry.key, among: rows.map(\.name)), at: place)
        log.report(diagnostic)
        return
      }
      let part = rule.row.part(entry.value.range)
      let type = component.shape.type(named: "\(rule.field).\(component.name)", oneOf: component.oneOf)
      guard let program = program(part, in: inner, expecting: type, log: &log) else { return }
      check(program, of: component, log: &log)
      programs[entry.key] = program
    }
  }

  private func check(_ program: Program, of component: Field, log: inout DiagnosticLog) {
    for name in program.reads.names where name != RegisterFact.whole && !isConstant(name) {
      log.report(Diagnostic(.rowReadsRecord, at: program.fragment.span, ["name": name]))
    }
    for text in program.tree.textsGiven {
      guard let choices = component.oneOf, !choices.contains(text.value) else { continue }
      log.report(.notOneOf(text.value, at: program.fragment.span(text.range), choices: choices))
    }
  }

  mutating func compile(_ rule: SubmissionRule, log: inout DiagnosticLog) -> CompiledSubmission? {
    guard let time = fieldIndex(rule.time, at: rule.timeSpan, log: &log) else { return nil }
    guard [.string, .date].contains(rules.schema.fields[time].shape) else {
      log.report(Diagnostic(.noTimeField, at: rule.timeSpan, ["field": rule.time]))
      return nil
    }
    let by = rule.by.flatMap { name in fieldIndex(name, at: rule.bySpan ?? rule.timeSpan, log: &log) }
    let stays = rule.stays.flatMap { program($0, expecting: .boolean, log: &log) }
    return CompiledSubmission(time: time, deadline: rule.deadline, by: by, stays: stays, basis: rule.basis)
  }
}

extension Tree {
  /// The texts that an expression may come to, in one of its branches.
  fileprivate var textsGiven: [(value: String, range: Range<Int>)] {
    switch kind {
    case .string(let text): [(text, range)]
    case .ifElse(_, let then, let otherwise): then.textsGiven + otherwise.textsGiven
    default: []
    }
  }
}
