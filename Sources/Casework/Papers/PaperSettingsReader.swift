public import Diagnostics
public import Rules
import Workflow
import YAML

extension Desk {
  /// The office's settings for documents; `nil` where the file is wrong, and the log says what.
  public func paperSettings(_ path: String, log: inout DiagnosticLog) throws(Unreadable) -> PaperSettings? {
    let source = try source(path)
    guard let node = Node.read(source, log: &log) else { return nil }
    let before = log.errorCount
    var reader = PaperSettingsReader()
    let settings = reader.settings(node)
    log.report(contentsOf: reader.reader.log.diagnostics)
    return log.errorCount == before ? settings : nil
  }
}

extension PaperSettings {
  /// What does not go with the rules of an award: it is not named, a field is not there, or must not be published.
  public func check(_ rules: CompiledRuleSet, log: inout DiagnosticLog) {
    guard let award = self[rules.award] else {
      log.report(Diagnostic(.awardWithoutSettings, at: nil, ["award": rules.award]))
      return
    }
    for field in award.behind + [award.category, award.unit, award.deeds?.field].compactMap(\.self) {
      guard rules.schema[field.name] == nil else { continue }
      log.report(Diagnostic(.noSuchPaperField, at: field.span, ["award": rules.award, "name": field.name]))
    }
    for field in award.behind where rules.schema[field.name]?.isSensitive == true {
      log.report(Diagnostic(.sensitivePaperField, at: field.span, ["name": field.name]))
    }
  }
}

/// Reads the settings of documents.
struct PaperSettingsReader {
  var reader = FileReader()

  mutating func settings(_ node: Node) -> PaperSettings? {
    let allowed = ["format", "organ", "office", "order", "awards", "notice", "decision", "opinions"]
    guard let keys = reader.keys(node, allowed) else { return nil }
    _ = reader.integer(keys["format"], in: 1...1)
    let organ = reader.required(keys, "organ").flatMap { reader.text($0) }
    let office = reader.required(keys, "office").flatMap { reader.text($0) }
    let order = reader.word(keys["order"], ListOrder.self) ?? .strokes
    var awards: [(name: String, settings: AwardSettings)] = []
    for entry in keys["awards"]?.mapping ?? [] {
      if let settings = award(entry.value) { awards.append((name: entry.keyText, settings: settings)) }
    }
    let notice = notice(keys["notice"])
    let decision = decision(keys["decision"])
    let opinions = reader.texts(keys["opinions"])
    guard let organ, let office else { return nil }
    return PaperSettings(
      organ: organ, office: office, order: order, awards: awards, notice: notice, decision: decision,
      opinions: opinions)
  }

  private mutating func award(_ node: Node) -> AwardSettings? {
    guard let keys = reader.keys(node, ["counter", "noun", "behind", "category", "unit", "deeds"]) else { return nil }
    let counter = reader.required(keys, "counter").flatMap { reader.text($0) }
    let noun = reader.required(keys, "noun").flatMap { reader.text($0) }
    let behind = reader.list(keys["behind"]).compactMap { field($0) }
    let category = field(keys["category"])
    let unit = field(keys["unit"])
    let deeds = deeds(keys["deeds"])
    guard let counter, let noun else { return nil }
    return AwardSettings(
      counter: counter, noun: noun, behind: behind, category: category, unit: unit, deeds: deeds)
  }

  private mutating func deeds(_ node: Node?) -> AwardSettings.Deeds? {
    guard let node, let keys = reader.keys(node, ["field", "limit"]) else { return nil }
    let field = field(keys["field"])
    guard let limit = reader.integer(reader.required(keys, "limit"), in: 1...100_000) else { return nil }
    return AwardSettings.Deeds(field: field, limit: limit)
  }

  private mutating func field(_ node: Node?) -> NamedField? {
    guard let node, let name = reader.text(node) else { return nil }
    return NamedField(name: name, span: node.span)
  }

  private mutating func notice(_ node: Node?) -> NoticeSettings {
    let allowed = ["receiver", "address", "postcode", "telephone", "hours", "email", "supervision"]
    let keys = node.flatMap { reader.keys($0, allowed) }
    return NoticeSettings(
      receiver: reader.text(keys?["receiver"]), address: reader.text(keys?["address"]),
      postcode: reader.text(keys?["postcode"]), telephone: telephone(keys?["telephone"]),
      hours: reader.text(keys?["hours"]), email: reader.text(keys?["email"]),
      supervision: telephone(keys?["supervision"]))
  }

  /// Somebody's own telephone does not belong on a notice.
  private mutating func telephone(_ node: Node?) -> String? {
    guard let node, let text = reader.text(node) else { return nil }
    let digits = text.filter { $0.isASCII && $0.isNumber }
    if digits.count == 11, digits.hasPrefix("1") { reader.report(.mobileOnNotice, at: node.span) }
    return text
  }

  private mutating func decision(_ node: Node?) -> DecisionSettings {
    let allowed = ["numbers", "addressees", "copies", "printer", "purpose", "appeal"]
    let keys = node.flatMap { reader.keys($0, allowed) }
    return DecisionSettings(
      numbers: reader.list(keys?["numbers"]).compactMap { documentNumber($0) },
      addressees: reader.text(keys?["addressees"]), copies: reader.text(keys?["copies"]),
      printer: reader.text(keys?["printer"]), purpose: reader.text(keys?["purpose"]),
      appeal: reader.texts(keys?["appeal"]))
  }

  private mutating func documentNumber(_ node: Node) -> String? {
    guard let text = reader.text(node) else { return nil }
    guard text.isDocumentNumber else {
      reader.report(.badDocumentNumber, at: node.span, ["text": text])
      return nil
    }
    return text
  }
}

extension String {
  /// 发文字号, GB/T 9704-2012 §7.2.5: the year in 六角括号, a number without 第 and without leading zeros.
  fileprivate var isDocumentNumber: Bool {
    let parts = split(separator: "〔", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[0].contains(where: { $0.isWhitespace || $0.isNumber }) else {
      return false
    }
    let rest = parts[1].split(separator: "〕", omittingEmptySubsequences: false)
    guard rest.count == 2, rest[0].count == 4, rest[0].isDigits, rest[1].hasSuffix("号") else { return false }
    let number = rest[1].dropLast()
    return !number.isEmpty && number.isDigits && number.first != "0"
  }
}

extension Substring {
  fileprivate var isDigits: Bool { utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
