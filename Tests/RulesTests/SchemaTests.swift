import Diagnostics
import Foundation
import Rules
import TestSupport
import Testing
import YAML

/// The schema that editors explain rule files by says what the reader reads, and takes every file that we ship.
@Suite("schema/rules.json")
struct SchemaTests {
  static let root = Checkout.root

  static let ruleFiles =
    ((try? FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent("rules").path)) ?? [])
    .filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".tests.yaml") }.sorted()

  /// JSON is YAML: our own reader keeps keys in order and says where they stand.
  private func schema() throws -> Node {
    var log = DiagnosticLog()
    let data = try Data(contentsOf: Self.root.appendingPathComponent("schema/rules.json"))
    let node = Node.read(Source(name: "schema/rules.json", bytes: [UInt8](data)), log: &log)
    return try #require(node)
  }

  @Test("each section has exactly the keys that are read", arguments: RuleSection.allCases)
  func keys(_ section: RuleSection) throws {
    let written = try #require(try schema()["definitions"]?[section.rawValue], "no definition \(section)")
    // Grades are bands, an expression, or a section.
    let node = written["anyOf"]?.sequence?.last ?? written
    let keys = (node["properties"]?.mapping ?? []).map(\.keyText)
    #expect(Set(keys) == Set(section.keys), "\(section)")
    #expect(node["additionalProperties"]?.scalar?.text == "false", "\(section) takes any key")
  }

  @Test("each key is explained in Chinese")
  func descriptions() throws {
    let schema = try schema()
    for section in RuleSection.allCases {
      let written = try #require(schema["definitions"]?[section.rawValue])
      for entry in (written["anyOf"]?.sequence?.last ?? written)["properties"]?.mapping ?? [] {
        let named = (entry.value["$ref"]?.scalar?.text).flatMap { schema["definitions"]?[String($0.dropFirst(14))] }
        let text = (entry.value["description"] ?? named?["description"])?.scalar?.text ?? ""
        #expect(text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(section).\(entry.keyText)")
      }
    }
  }

  @Test("every shipped rule file fits, and its first line leads to the schema", arguments: ruleFiles)
  func shipped(_ name: String) throws {
    let file = Self.root.appendingPathComponent("rules/\(name)")
    let text = try String(contentsOf: file, encoding: .utf8)
    var log = DiagnosticLog()
    let node = try #require(Node.read(Source(name: name, text: text), log: &log))
    let schema = try schema()
    #expect(SchemaFaults(schema).faults(of: node, schema) == [])
    let line = text.prefix { $0 != "\n" }
    let path = try #require(line.split(separator: "$schema=").last, "\(line)")
    let target = file.deletingLastPathComponent().appendingPathComponent(String(path)).standardizedFileURL
    #expect(target.path == Self.root.appendingPathComponent("schema/rules.json").standardizedFileURL.path)
  }

  @Test(
    "what does not fit is found",
    arguments: [
      "awrd: 甲", "edition: 二〇二五", "subject: firm", "vetoes: [{id: F1, name: 甲, when: 'true', basis: 第一条}]",
      "record: {甲: {type: text}}", "selection: {at most: [{where: 甲, share: 三成}]}",
      "scoring: {dimensions: [{id: A, items: [{name: 甲, bands: [[else]]}]}]}", "bonus: {count: 2}",
    ])
  func faults(_ text: String) throws {
    var log = DiagnosticLog()
    let node = try #require(Node.read(Source(name: "甲", text: text), log: &log))
    let schema = try schema()
    #expect(SchemaFaults(schema).faults(of: node, schema).count == 1)
  }
}

/// As much of JSON Schema, draft 7, as the file uses.
private struct SchemaFaults {
  let root: Node

  init(_ root: Node) { self.root = root }

  func faults(of node: Node, _ schema: Node, at path: String = "") -> [String] {
    if let name = schema["$ref"]?.scalar?.text {
      return root["definitions"]?[String(name.dropFirst(14))].map { faults(of: node, $0, at: path) }
        ?? ["\(path): no definition \(name)"]
    }
    if let choices = schema["anyOf"]?.sequence {
      let found = choices.map { faults(of: node, $0, at: path) }
      return found.contains { $0.isEmpty } ? [] : Array((found.last ?? []).prefix(1))
    }
    return typeFaults(node, schema, path) + textFaults(node, schema, path) + listFaults(node, schema, path)
      + keyFaults(node, schema, path)
  }

  private func typeFaults(_ node: Node, _ schema: Node, _ path: String) -> [String] {
    guard let type = schema["type"] else { return [] }
    let allowed = type.sequence?.compactMap { $0.scalar?.text } ?? [type.scalar?.text ?? ""]
    return allowed.contains(where: node.isOf) ? [] : ["\(path): not \(allowed)"]
  }

  private func textFaults(_ node: Node, _ schema: Node, _ path: String) -> [String] {
    guard let text = node.scalar?.text else { return [] }
    if let choices = schema["enum"]?.sequence, !choices.contains(where: { $0.scalar?.text == text }) {
      return ["\(path): \(text) is none of the choices"]
    }
    if let pattern = schema["pattern"]?.scalar?.text, text.range(of: pattern, options: .regularExpression) == nil,
      node.isOf("string")
    {
      return ["\(path): \(text) does not match \(pattern)"]
    }
    return []
  }

  private func listFaults(_ node: Node, _ schema: Node, _ path: String) -> [String] {
    guard let elements = node.sequence else { return [] }
    if let least = (schema["minItems"]?.scalar?.text).flatMap({ Int($0) }), elements.count < least {
      return ["\(path): too short"]
    }
    guard let item = schema["items"] else { return [] }
    return elements.enumerated().flatMap { faults(of: $1, item, at: "\(path)[\($0)]") }
  }

  private func keyFaults(_ node: Node, _ schema: Node, _ path: String) -> [String] {
    guard let entries = node.mapping else { return [] }
    let needed = (schema["required"]?.sequence ?? []).compactMap { $0.scalar?.text }
    let missing = needed.filter { node[$0] == nil }.map { "\(path): \($0) is missing" }
    return missing + entries.flatMap { faults(of: $0, schema, at: path) }
  }

  private func faults(of entry: Node.Entry, _ schema: Node, at path: String) -> [String] {
    let path = "\(path).\(entry.keyText)"
    if let own = schema["properties"]?[entry.keyText] { return faults(of: entry.value, own, at: path) }
    for pattern in schema["patternProperties"]?.mapping ?? []
    where entry.keyText.range(of: pattern.keyText, options: .regularExpression) != nil {
      return faults(of: entry.value, pattern.value, at: path)
    }
    guard let rest = schema["additionalProperties"] else { return [] }
    return rest.mapping == nil ? ["\(path): unknown key"] : faults(of: entry.value, rest, at: path)
  }
}

extension Node {
  fileprivate func isOf(_ type: String) -> Bool {
    switch (type, content) {
    case ("object", .mapping), ("array", .sequence): return true
    case (_, .scalar(let scalar)):
      switch (type, scalar.core) {
      case ("string", .text), ("boolean", .boolean), ("integer", .integer), ("number", .integer), ("number", .float):
        return true
      default: return false
      }
    default: return false
    }
  }
}
