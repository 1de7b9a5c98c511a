public import Diagnostics
import FEEL
import Outcomes
import Records
import YAML

extension Register {
  /// The form that this program writes and reads.
  public static let version = 1

  /// Reads a register; `nil` with the faults reported: half a register would let through whom the other half excludes.
  ///
  /// JSON is YAML.
  public static func read(_ source: Source, log: inout DiagnosticLog) -> Register? {
    // Somebody may have written a number where its fingerprint belongs.
    let hides = ResidentNumber.occurs(in: source)
    var found = DiagnosticLog()
    let register = parse(hides ? source.confidential : source, log: &found)
    log.report(contentsOf: hides ? found.diagnostics.map(\.hidingResidentNumbers) : found.diagnostics)
    return register
  }

  private static func parse(_ source: Source, log: inout DiagnosticLog) -> Register? {
    let before = log.errorCount
    guard let node = Node.read(source, log: &log) else { return nil }
    guard let list = node["entries"], node["award"] != nil, node["edition"] != nil else {
      log.report(Diagnostic(.notARegister, at: Span(source, 0..<0), ["path": source.name]))
      return nil
    }
    guard node["format_version"]?.scalar?.text == "\(version)" else {
      let span = node["format_version"]?.span ?? Span(source, 0..<0)
      log.report(
        Diagnostic(
          .otherRegisterVersion, at: span, ["path": source.name, "version": "\(version)"]))
      return nil
    }
    var reader = Reader(log: log)
    let register = Register(
      award: reader.text(node, "award"), edition: reader.whole(node, "edition"), rules: reader.text(node, "rules"),
      entries: reader.list(node, list).map { reader.entry($0) }, source: source)
    reader.checkNumbers(register.entries)
    log = reader.log
    return log.errorCount == before ? register : nil
  }

  /// Takes the members of a register; what is missing or of another kind is reported, and stands for nothing.
  private struct Reader {
    var log: DiagnosticLog

    mutating func entry(_ node: Node) -> Entry {
      let outcome = Outcome(rawValue: node["status"]?.scalar?.text ?? "")
      if outcome?.hasBeenNamed != true { lacking("status", .titleStatus, node) }
      let changed = day(node, "changed")
      if outcome == .revoked || outcome == .suspended, changed == nil { lacking("changed", .day, node) }
      return Entry(
        number: whole(node, "number"), id: text(node, "id"), name: text(node, "name"),
        certificate: optionalText(node, "certificate"), named: day(node, "named") ?? missingDay(node, "named"),
        outcome: outcome ?? .named, changed: changed, validThrough: day(node, "valid_through"),
        identities: identities(node), span: (node["id"] ?? node).span)
    }

    /// A number stands once: it is what people cite.
    mutating func checkNumbers(_ entries: [Entry]) {
      var seen = Set<Int>()
      for entry in entries where !seen.insert(entry.number).inserted {
        log.report(Diagnostic(.entryTwice, at: entry.span, ["number": "\(entry.number)"]))
      }
    }

    private mutating func identities(_ node: Node) -> [(name: String, fingerprint: String)] {
      guard let members = node["identities"]?.mapping else {
        lacking("identities", .identities, node)
        return []
      }
      return members.map { member in
        let text = member.value.scalar?.text ?? ""
        if text.wholeMatch(of: #/sha256:[0-9a-f]{64}/#) == nil { report("identities", .identities, member.value.span) }
        return (member.keyText, text)
      }
    }

    // MARK: Kinds

    mutating func list(_ document: Node, _ node: Node) -> [Node] {
      if node.sequence == nil { report("entries", .list, node.span) }
      return node.sequence ?? []
    }

    mutating func text(_ node: Node, _ key: String) -> String {
      if let text = optionalText(node, key), !text.isEmpty { return text }
      lacking(key, .text, node)
      return ""
    }

    mutating func whole(_ node: Node, _ key: String) -> Int {
      if let value = node[key]?.scalar.flatMap({ Int($0.text) }), value > 0 { return value }
      lacking(key, .wholeNumber, node)
      return 0
    }

    private func optionalText(_ node: Node, _ key: String) -> String? {
      node[key].flatMap { $0.isNull ? nil : $0.scalar?.text }
    }

    private mutating func day(_ node: Node, _ key: String) -> CivilDate? {
      guard let text = optionalText(node, key) else { return nil }
      if let date = CivilDate(text) { return date }
      lacking(key, .day, node)
      return nil
    }

    private mutating func missingDay(_ node: Node, _ key: String) -> CivilDate {
      lacking(key, .day, node)
      return CivilDate(year: 1, month: 1, day: 1)!
    }

    private mutating func lacking(_ key: String, _ kind: Phrase, _ node: Node) {
      report(key, kind, (node[key] ?? node["id"] ?? node).span)
    }

    private mutating func report(_ key: String, _ kind: Phrase, _ span: Span) {
      log.report(Diagnostic(.badRegisterMember, at: span, ["key": key].naming("kind", kind)))
    }
  }
}
