import Casework
import Diagnostics
import Evaluation
import FEEL
import Foundation
import Records
import Rules
import TestSupport
import Testing
import YAML

/// A file of tests beside a rule file: a nominee in good order, for each clause the one fact that fails it, and cases.
struct ClauseFile {
  let award: String
  let year: Int
  let rules: CompiledRuleSet
  private(set) var base: [(name: String, value: Node)] = []
  private(set) var clauses: [(id: String, entry: Node)] = []
  private(set) var cases: [Node] = []

  static let root = Checkout.root

  init(_ award: String, _ year: Int) throws {
    self.award = award
    self.year = year
    var log = DiagnosticLog()
    let compiled = try Desk().rules(Self.root.appendingPathComponent("rules/\(year)/\(award).yaml").path, log: &log)
    rules = try #require(compiled, "\(DiagnosticRenderer(language: .en).render(log.sorted))")
    try read("rules/\(year)/\(award).tests.yaml", isParent: false)
  }

  /// `based on` gives base and clauses; own entries win. Cases are not inherited: their numbers are the year's.
  private mutating func read(_ path: String, isParent: Bool) throws {
    var log = DiagnosticLog()
    let source = try Desk().source(Self.root.appendingPathComponent(path).path)
    let node = try #require(Node.read(source, log: &log), "\(path): \(log.diagnostics)")
    #expect(log.diagnostics.isEmpty, "\(path)")
    node.expectKeys(["rules", "based on", "base", "clauses", "cases"], path)
    for entry in node["clauses"]?.mapping ?? [] {
      entry.value.expectKeys(["fails", "missing", "also"], "\(path), \(entry.keyText)")
    }
    for item in node["cases"]?.sequence ?? [] {
      item.expectKeys(
        ["name", "change", "expect"], "\(path), \(item["name"]?.scalar?.text ?? "a case without a name")")
    }
    #expect(node["rules"]?.scalar?.text == "\(award).yaml", "\(path) names the rules that it tests")
    if let parent = node["based on"]?.scalar?.text {
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      try read("\(folder)/\(parent)", isParent: true)
    }
    for entry in node["base"]?.mapping ?? [] { set(&base, entry.keyText, entry.value) }
    for entry in node["clauses"]?.mapping ?? [] {
      clauses.removeAll { $0.id == entry.keyText }
      clauses.append((entry.keyText, entry.value))
    }
    if !isParent { cases = node["cases"]?.sequence ?? [] }
  }

  private func set(_ fields: inout [(name: String, value: Node)], _ name: String, _ value: Node) {
    if let index = fields.firstIndex(where: { $0.name == name }) {
      fields[index].value = value
    } else {
      fields.append((name, value))
    }
  }

  // MARK: Records

  /// The base with some facts changed; `null` takes a fact away.
  func record(_ change: [(String, Node)]) -> String {
    var fields = base
    for (path, value) in change {
      if path.contains("[") {
        replace(path, with: value.isNull ? nil : value, in: &fields)
      } else if value.isNull {
        fields.removeAll { $0.name == path }
      } else {
        set(&fields, path, value)
      }
    }
    return "- {" + fields.map { "\(quoted($0.name)): \(flow($0.value))" }.joined(separator: ", ") + "}\n"
  }

  func record(without path: String) -> String {
    var fields = base
    if path.contains("[") { replace(path, with: nil, in: &fields) } else { fields.removeAll { $0.name == path } }
    return "- {" + fields.map { "\(quoted($0.name)): \(flow($0.value))" }.joined(separator: ", ") + "}\n"
  }

  /// `安全事故[1].责任`: a component of a row, counted from 1.
  private func replace(_ path: String, with value: Node?, in fields: inout [(name: String, value: Node)]) {
    guard let open = path.firstIndex(of: "["), let close = path.firstIndex(of: "]"),
      let row = Int(path[path.index(after: open)..<close]),
      let index = fields.firstIndex(where: { $0.name == path[..<open] }),
      var rows = fields[index].value.sequence, rows.indices.contains(row - 1)
    else {
      Issue.record("no such path: \(path)")
      return
    }
    let component = path[path.index(close, offsetBy: 2)...]
    var kept = (rows[row - 1].mapping ?? []).filter { $0.keyText != component }
    if let value, let old = rows[row - 1].entry(String(component)) {
      kept.append(Node.Entry(key: old.key, value: value))
    }
    rows[row - 1] = Node(.mapping(kept), at: rows[row - 1].span)
    fields[index].value = Node(.sequence(rows), at: fields[index].value.span)
  }

  private func flow(_ node: Node) -> String {
    switch node.content {
    case .mapping(let entries):
      "{" + entries.map { "\(quoted($0.keyText)): \(flow($0.value))" }.joined(separator: ", ") + "}"
    case .sequence(let elements): "[" + elements.map(flow).joined(separator: ", ") + "]"
    case .scalar(let scalar):
      if case .text = scalar.core { quoted(scalar.text) } else { scalar.text.isEmpty ? "null" : scalar.text }
    }
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// `nil` when the record is refused.
  func assess(_ text: String, _ assessor: Assessor) -> Assessment? {
    var log = DiagnosticLog()
    let batch = RecordBatch.read(
      Source(name: "records.yaml", text: text), as: .yaml, rules.schema, log: &log)
    guard let record = batch.records.first, assessor.failedChecks(record).isEmpty else { return nil }
    return assessor.assess(record)
  }
}

extension Assessment {
  /// The clauses that are cited.
  var citedClauses: [String] { vetoesThatHold.map(\.id) + failedConditions.map(\.id) }
}

extension Node {
  /// A key that nobody reads would say nothing, and seem to.
  fileprivate func expectKeys(_ keys: Set<String>, _ place: String) {
    for entry in mapping ?? [] where !keys.contains(entry.keyText) {
      Issue.record("\(place): unknown key “\(entry.keyText)”")
    }
  }
}
