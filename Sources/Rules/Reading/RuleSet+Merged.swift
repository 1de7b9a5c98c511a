import Diagnostics
import FEEL
import YAML

extension RuleSet {
  /// The rule set that a fully merged file says, after the checks that need the whole.
  init?(_ file: RuleFile, sources: [Source], path: String, log: inout DiagnosticLog) {
    guard let award = file.award else {
      log.report(Diagnostic(.notARuleFile, at: Span(file.source, 0..<0)))
      return nil
    }
    guard let edition = file.edition else {
      log.report(.missingKey("edition", at: Span(file.source, 0..<0)))
      return nil
    }
    if file.fields.isEmpty { log.report(Diagnostic(.emptyRuleFile, at: file.headSpan)) }
    self.award = award
    self.edition = edition
    subject = file.subject ?? .enterprise
    regulation = Regulation(
      title: file.regulation["title"]?.value ?? "", short: file.regulation["short"]?.value ?? "评选办法",
      number: file.regulation["number"]?.value ?? "",
      approvalNumber: file.regulation["approval_number"].flatMap { $0.value == "none" ? nil : $0.value })
    parameters = file.parameters.compactMap { Parameter($0, log: &log) }
    schema = RecordSchema(fields: file.fields.map(\.value))
    checks = file.checks
    definitions = file.definitions
    eligibility = file.eligibility
    vetoes = file.vetoes
    scoring = Scoring(file.scoring, log: &log)
    bonus =
      file.bonus.isPresent
      ? Bonus(
        cap: file.bonus.cap, basis: file.bonus.basis ?? "", best: file.bonus.best, items: file.bonus.items)
      : nil
    total = TotalRule(file.total, log: &log)
    grades = file.grades
    selection = file.selectionSpan.flatMap { SelectionReader.read(file.selection, span: $0, log: &log) }
    earlier = file.earlier ?? []
    submission = file.submissionSpan.flatMap { EarlierReader.readSubmission(file.submission, span: $0, log: &log) }
    because = Dictionary(file.because.map { ($0.id.value, $0.sentence) }) { $1 }
    self.sources = sources
    checkNames(file, log: &log)
    checkMaxima(log: &log)
    checkBecause(file, log: &log)
    checkWording(file, log: &log)
  }

  /// Parameters, fields and definitions share one set of names.
  private func checkNames(_ file: RuleFile, log: inout DiagnosticLog) {
    var taken: [String: (zh: String, en: String, span: Span)] = [:]
    func take(_ name: String, _ span: Span, zh: String, en: String, log: inout DiagnosticLog) {
      if let earlier = taken[name] {
        log.report(
          Diagnostic(
            .duplicateName, at: span, ["name": name, "what_zh": earlier.zh, "what_en": earlier.en],
            notes: [Note(.firstStandsHere, at: earlier.span)]))
      } else {
        taken[name] = (zh, en, span)
      }
    }
    for entry in file.parameters { take(entry.name.value, entry.name.span, zh: "参数", en: "a parameter", log: &log) }
    for field in file.fields { take(field.value.name, field.span, zh: "字段", en: "a field", log: &log) }
    for entry in definitions { take(entry.name, entry.nameSpan, zh: "定义", en: "a definition", log: &log) }
  }

  /// A dimension's maximum is the sum of its items', the file's the sum of its dimensions'.
  private func checkMaxima(log: inout DiagnosticLog) {
    guard let scoring else { return }
    let before = log.errorCount
    for dimension in scoring.dimensions {
      let sum = dimension.items.reduce(Decimal(0)) { $0.adding($1.max ?? .zero) ?? $0 }
      if sum != dimension.max {
        log.report(
          Diagnostic(
            .maximaOfItems, at: dimension.maxSpan,
            ["id": dimension.id, "max": dimension.max.description, "sum": sum.description]))
      }
    }
    // Which of a dimension's numbers is wrong is unknown, and with it what the whole should be.
    guard log.errorCount == before else { return }
    let sum = scoring.dimensions.reduce(Decimal(0)) { $0.adding($1.max) ?? $0 }
    if sum != scoring.max {
      log.report(
        Diagnostic(
          .maximaOfDimensions, at: scoring.maxSpan,
          ["max": scoring.max.description, "sum": sum.description]))
    }
  }

  private func checkBecause(_ file: RuleFile, log: inout DiagnosticLog) {
    var ids = Set(eligibility.map(\.id) + vetoes.map(\.id) + (bonus?.items.map(\.id) ?? []))
    ids.formUnion(scoring?.dimensions.flatMap { $0.items.map(\.id) } ?? [])
    for entry in file.because where !ids.contains(entry.id.value) {
      var diagnostic = Diagnostic(.becauseUnknown, at: entry.id.span, ["id": entry.id.value])
      diagnostic.suggest(nearestName(to: entry.id.value, among: ids.sorted()), at: entry.id.span)
      log.report(diagnostic)
    }
  }

  /// 表彰 is a protected word (评比达标表彰活动管理办法): without an approval the office writes 选树 or 命名.
  private func checkWording(_ file: RuleFile, log: inout DiagnosticLog) {
    guard regulation.approvalNumber == nil, let title = file.regulation["title"], title.value.contains("表彰") else {
      return
    }
    log.report(Diagnostic(.wordOfHonour, at: title.span))
  }
}

extension Parameter {
  fileprivate init?(_ entry: ParameterEntry, log: inout DiagnosticLog) {
    guard let type = entry.keys["type"], let value = entry.keys["value"] else {
      log.report(.missingKey(entry.keys["type"] == nil ? "type" : "value", at: entry.name.span))
      return nil
    }
    let choices = entry.keys["one of"]?.readTexts(log: &log)
    guard let shape = Self.shape(type, of: entry.keys["of"], log: &log),
      let constant = FieldReader.readConstant(value, shape, log: &log)
    else { return nil }
    if let choices, case .string(let text) = constant, !choices.contains(text) {
      log.report(.notOneOf(text, at: value.span, choices: choices))
    }
    self.init(
      name: entry.name.value, value: constant, type: shape.type(named: entry.name.value, oneOf: choices),
      unit: entry.keys["unit"]?.readText(log: &log), basis: entry.keys["basis"]?.readText(log: &log),
      span: entry.name.span)
  }

  private static func shape(_ node: Node, of: Node?, log: inout DiagnosticLog) -> Shape? {
    guard node.scalar?.text == "list" else { return FieldReader.plainShape(node, log: &log) }
    guard let of else { return .list(.plain(.string)) }
    return FieldReader.plainShape(of, log: &log).map { .list(.plain($0)) }
  }
}

extension Scoring {
  fileprivate init?(_ entry: ScoringEntry, log: inout DiagnosticLog) {
    guard let max = entry.max else { return nil }
    self.init(
      max: max.value, maxSpan: max.span,
      dimensions: entry.dimensions.compactMap { dimension in
        guard let name = dimension.name, let max = dimension.max else {
          log.report(.missingKey(dimension.name == nil ? "name" : "max", at: dimension.id.span))
          return nil
        }
        return Dimension(
          id: dimension.id.value, name: name, max: max.value, maxSpan: max.span, items: dimension.items)
      })
  }
}

extension TotalRule {
  private static let mostDecimals = 10

  fileprivate init(_ nodes: [String: Node], log: inout DiagnosticLog) {
    let scale = nodes["scale"]?.readInteger(log: &log) ?? 2
    if let node = nodes["scale"], !(0...Self.mostDecimals).contains(scale) {
      log.report(
        Diagnostic(
          .impossibleScale, at: node.span, ["most": "\(Self.mostDecimals)", "value": "\(scale)"]))
    }
    var rounding = Rounding.halfUp
    if let node = nodes["round"], let text = node.readText(log: &log) {
      if let choice = Rounding(rawValue: text) {
        rounding = choice
      } else {
        log.report(.notOneOf(text, at: node.span, choices: Rounding.allCases.map(\.rawValue)))
      }
    }
    self.init(scale: scale, rounding: rounding, basis: nodes["basis"]?.readText(log: &log))
  }
}
