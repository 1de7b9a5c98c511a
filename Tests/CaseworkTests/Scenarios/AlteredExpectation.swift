import Diagnostics
import YAML

/// One expectation of a scenario made wrong.
struct AlteredExpectation {
  let scenario: String
  /// From 1; 0: the table.
  let step: Int
  let kind: String
  /// What stands there, what is put in its place, and where, in bytes.
  let range: Range<Int>
  let replacement: String
}

/// Finds every expectation of a scenario that can be made wrong so that it can still be read.
struct ExpectationAlterer {
  private let scenario: Node
  private let id: String
  private(set) var found: [AlteredExpectation] = []
  private var step = 0
  /// Who is never asked anything.
  private let somebody: String
  /// Of the workflow, where it stands in another file.
  private let stages: [String]

  init(_ scenario: Node, somebody: String, stages: [String]) {
    self.scenario = scenario
    self.somebody = somebody
    self.stages = stages
    id = scenario["id"]?.scalar?.text ?? ""
  }

  mutating func run() -> [AlteredExpectation] {
    for row in scenario["table"]?.sequence ?? [] { if let due = row["due"] { alterInstant("table", due) } }
    for (index, node) in (scenario["steps"]?.sequence ?? []).enumerated() {
      step = index + 1
      if let expect = node["expect"] { alter(expect) }
    }
    return found
  }

  private mutating func alter(_ expect: Node) {
    if expect["refused"] == nil, expect["refused_count"] == nil, let first = expect.mapping?.first {
      insert("refused: TOO_LATE, ", before: first.key, "accepted")
    }
    for entry in expect.mapping ?? [] {
      let value = entry.value
      switch entry.keyText {
      case "refused": replace(value, with: value.scalar?.text == "TOO_LATE" ? "SECRET" : "TOO_LATE", "refused")
      case "findings": for item in value.sequence ?? [] { alterFinding(item) }
      case "outbox", "refused_count", "log_count": for item in value.mapping ?? [] { addOne(entry.keyText, item.value) }
      case "state_version", "def_version", "entry": addOne(entry.keyText, value)
      case "path": for pair in value.sequence ?? [] { replace(pair.sequence?.last, with: somebody, "path") }
      case "log": for item in value.sequence ?? [] { alterLog(item) }
      case "cases": for item in value.mapping ?? [] { alterView(item.value, "cases.") }
      default: break
      }
    }
    alterView(expect, "")
  }

  private mutating func alterView(_ view: Node, _ whose: String) {
    for entry in view.mapping ?? [] {
      let (kind, value) = (whose + entry.keyText, entry.value)
      switch entry.keyText {
      case "state": replace(value, with: value.scalar?.text == "withdrawn" ? "draft" : "withdrawn", kind)
      case "active": alterActive(value, kind)
      case "closed":
        for item in value.mapping ?? [] {
          replace(item.value, with: item.value.scalar?.text == "expired" ? "removed" : "expired", kind)
          replace(item.key, with: somebody, kind + ".who")
        }
      case "tally": for item in value.mapping ?? [] { addOne(kind, item.value) }
      case "due": alterInstant(kind, value)
      case "incident": replace(value["cause"], with: "\"unknown_name: nothing\"", kind)
      case "outcome": replace(value, with: value.scalar?.text == "void" ? "elected" : "void", kind)
      case "stands_at": replace(value, with: otherStage(than: value.scalar?.text), kind)
      default: break
      }
    }
  }

  private mutating func alterActive(_ active: Node, _ kind: String) {
    for item in active.mapping ?? [] {
      guard let actors = item.value.sequence else { continue }
      if let last = actors.last {
        replace(last, with: somebody, kind)
        insert("\(somebody), ", before: actors[0], kind + ".more")
        if actors.count > 1 {
          let dropped = actors[actors.count - 2].span.range.upperBound..<last.span.range.upperBound
          add(kind + ".less", dropped, "")
        }
      } else {
        replace(item.value, with: "[\(somebody)]", kind + ".nobody")
      }
    }
    if active.mapping?.isEmpty == true, let stage = otherStage(than: nil) {
      replace(active, with: "{\(stage): []}", kind + ".nothing")
    } else {
      replace(active, with: "{}", kind + ".all")
    }
  }

  private mutating func alterFinding(_ item: Node) {
    replace(item["code"], with: item["code"]?.scalar?.text == "no_end" ? "no_join" : "no_end", "findings")
  }

  private mutating func alterLog(_ item: Node) {
    guard let text = item.scalar?.text else { return }
    var words = text.split(separator: " ").map(String.init)
    guard words.count > 1 else { return }
    words[1] = somebody
    replace(item, with: words.joined(separator: " "), "log")
  }

  private mutating func addOne(_ kind: String, _ node: Node) {
    guard let number = node.scalar.flatMap({ Int($0.text) }) else { return }
    replace(node, with: "\(number + 1)", kind)
  }

  private mutating func alterInstant(_ kind: String, _ node: Node) {
    guard let text = node.scalar?.text else { return }
    let minute = text.hasSuffix("00") ? "01" : "00"
    replace(node, with: "\"\(text.dropLast(2))\(minute)\"", kind)
  }

  private func otherStage(than name: String?) -> String? {
    let own = scenario["def"]?["stages"]?.sequence ?? []
    return (own.compactMap { $0["id"]?.scalar?.text } + stages).first { $0 != name }
  }

  private mutating func replace(_ node: Node?, with text: String?, _ kind: String) {
    if let node, let text { add(kind, node.span.range, text) }
  }

  private mutating func insert(_ text: String, before node: Node, _ kind: String) {
    add(kind, node.span.range.lowerBound..<node.span.range.lowerBound, text)
  }

  private mutating func add(_ kind: String, _ range: Range<Int>, _ text: String) {
    found.append(AlteredExpectation(scenario: id, step: step, kind: kind, range: range, replacement: text))
  }
}
