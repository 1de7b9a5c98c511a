import Diagnostics
import Foundation
import TestSupport
import Testing
import Workflow
import YAML

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Reports

@Suite("流程图")
struct DiagramTests {
  /// Workflows of every shape: the three awards', and small ones.
  static let workflows: [String] =
    ["党员示范企业", "党员先锋班组", "红星工匠"].map { "workflows/\($0).yaml" } + small.keys.sorted()

  static let small = [
    "choice": """
    stages:
    - {id: apply, type: form, who: [a], next: pick}
    - {id: pick, type: choice, branches: [{when: 'kind = "人 & <物>"', next: craft}, {when: tax, next: unit}, {default: true, next: approved}]}
    - {id: craft, type: approve, mode: any, who: [b], due: 3 working days, on_due: "go:unit", next: approved}
    - {id: unit, type: approve, mode: sequential, who: [{role: 组 "甲" <乙>}], on_reject: "return:craft", next: approved}
    """,
    "parallel": """
    stages:
    - {id: apply, type: form, who: [a], next: fan}
    - {id: fan, type: split, mode: inclusive, branches: [{when: x, next: a1}, {when: y, next: b1}, {default: true, next: c1}], join: j}
    - {id: a1, type: approve, who: [b], next: a2}
    - {id: a2, type: approve, who: [b], next: a3}
    - {id: a3, type: approve, who: [b], next: j}
    - {id: b1, type: approve, who: [c], on_reject: "return:apply", next: j}
    - {id: c1, type: cc, who: [c], next: j}
    - {id: j, type: join, next: head}
    - {id: head, type: vote, who: [d, e], rule: {at_least: 60%, of: cast}, next: approved}
    """,
    "appeal": """
    stages:
    - {id: apply, type: form, who: [a], next: review}
    - {id: review, type: approve, mode: any, who: [b, c], on_reject: end, next: visit}
    - {id: visit, type: subflow, flow: site, on_child_rejected: "return:apply", next: approved}
    - {id: appeal, type: approve, mode: all, who: [d], exclude: deciders}
    appeal: {within: 3 working days, times: 1, stage: appeal, on_upheld: "reopen:review", on_dismissed: end}
    flows: {site: {stages: [{id: go, type: approve, who: [e], next: tell}, {id: tell, type: approve, who: [e], on_reject: "return:go", next: approved}]}}
    """,
  ]

  private func definition(_ name: String) throws -> WorkflowDefinition {
    let text =
      try Self.small[name] ?? String(contentsOf: Checkout.root.appending(path: name), encoding: .utf8)
    var log = DiagnosticLog()
    let node = try #require(Node.read(Source(name: name, text: text), log: &log))
    let definition = try #require(WorkflowDefinition.read(node, log: &log))
    #expect(log.diagnostics.isEmpty, "\(log.diagnostics.map { $0.text(.en) })")
    return definition
  }

  @Test("每个环节画一次，框与框不相压，线从框到框、不穿过别的框", arguments: workflows, Language.allCases)
  func structure(_ name: String, _ language: Language) throws {
    check(WorkflowDiagram(try definition(name), name: name, language), name)
  }

  @Test("随便怎样的流程也一样")
  func anyShape() throws {
    for seed in 1...150 as ClosedRange<UInt64> {
      var log = DiagnosticLog()
      let text = Self.random(seed)
      let node = try #require(Node.read(Source(name: "random", text: text), log: &log))
      check(WorkflowDiagram(try #require(WorkflowDefinition.read(node, log: &log)), name: "", .zh), "seed \(seed)")
    }
  }

  /// Stages that lead anywhere, onwards and back.
  private static func random(_ seed: UInt64) -> String {
    var chance = SplitMix(seed: seed)
    let count = 2 + chance.below(14)
    let ids = (0..<count).map { "s\($0)" }
    let stages = ids.enumerated().map { index, id in
      let ahead = index + 1 < count && chance.below(5) > 0 ? ids[index + 1] : chance.pick(ids + ["approved"])
      switch chance.below(6) {
      case 0:
        let branches = (0..<2 + chance.below(4)).map { _ in "{when: x, next: \(chance.pick(ids + ["approved"]))}" }
        return
          "- {id: \(id), type: choice, branches: [\(branches.joined(separator: ", ")), {default: true, next: \(ahead)}]}"
      case 1: return "- {id: \(id), type: form, who: [a], next: \(ahead)}"
      case 2:
        let due = "due: 3 working days, on_due: \"go:\(chance.pick(ids))\""
        return "- {id: \(id), type: notice, scope: round, days: 5 working days, \(due), next: \(ahead)}"
      default:
        let reject = chance.below(2) == 0 ? "on_reject: \"return:\(chance.pick(ids))\", " : ""
        return "- {id: \(id), type: approve, who: [\(id), b, c], \(reject)next: \(ahead)}"
      }
    }
    return "afterwards: \(chance.pick(ids))\nstages:\n" + stages.joined(separator: "\n") + "\n"
  }

  private func check(_ diagram: WorkflowDiagram, _ name: String) {
    for part in diagram.parts {
      let layout = part.layout
      let sheet = DiagramLayout.Frame(x: 0, y: 0, width: layout.width, height: layout.height)
      for (index, frame) in layout.frames.enumerated() {
        #expect(frame.isInside(sheet), "\(name) \(part.graph.nodes[index].id)")
        for other in layout.frames.indices where other > index {
          #expect(!frame.overlaps(layout.frames[other]), "\(name) \(part.graph.nodes[index].id)")
        }
      }
      #expect(layout.lines.count == part.graph.edges.count)
      for line in layout.lines { check(line, part, name) }
    }
  }

  private func check(_ line: DiagramLayout.Line, _ part: WorkflowDiagram.Part, _ name: String) {
    let (frames, nodes) = (part.layout.frames, part.graph.nodes)
    let place = "\(name) \(nodes[line.edge.from].id) → \(nodes[line.edge.to].id)"
    #expect(line.points.count > 1, "\(place)")
    guard let first = line.points.first, let last = line.points.last else { return }
    #expect(frames[line.edge.from].hasOnEdge(first), "\(place) begins nowhere")
    #expect(frames[line.edge.to].hasOnEdge(last), "\(place) ends nowhere")
    for (start, end) in zip(line.points, line.points.dropFirst()) {
      #expect(start.x == end.x || start.y == end.y, "\(place) runs aslant")
      for (node, frame) in frames.enumerated() {
        #expect(!frame.isCrossed(from: start, to: end), "\(place) runs through \(nodes[node].id)")
      }
    }
  }

  @Test("图上有每个环节和每条去向，同一份流程画出来逐字节相同", arguments: workflows)
  func drawn(_ name: String) throws {
    let definition = try definition(name)
    let diagram = WorkflowDiagram(definition, name: name, .zh)
    #expect(diagram.svg == WorkflowDiagram(definition, name: name, .zh).svg)
    let drawn = diagram.svg.matches(of: #/data-stage="([^"]*)"/#).map { String($0.1) }
    let stages = definition.stages + definition.flows.values.flatMap(\.stages)
    #expect(drawn.sorted() == stages.map(\.id.rawValue).sorted())
    let edges = diagram.parts.flatMap(\.graph.edges)
    #expect(diagram.svg.matches(of: #/data-from=/#).count == edges.count)
    for stage in definition.stages {
      guard case .stage(let next)? = stage.next else { continue }
      #expect(diagram.svg.contains("data-from=\"\(stage.id)\" data-to=\"\(next)\""), "\(stage.id)")
    }
  }

  @Test("是一份完整的 XML：名称里的 <、&、引号都转义；不引用别处")
  func escaped() throws {
    let svg = WorkflowDiagram(try definition("choice"), name: "<甲 & \"乙\">\u{7}", .zh).svg
    let parser = XMLParser(data: Data(svg.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(svg.contains("① kind = &quot;人 &amp; &lt;物&gt;&quot;"))
    #expect(svg.contains("&lt;甲 &amp; &quot;乙&quot;&gt;␇"))
    #expect(svg.matches(of: #/(?:href|src|url)\s*=/#).isEmpty)
    #expect(svg.components(separatedBy: "http").count == 2, "only the namespace")
  }

  @Test("整批的环节与逐件的看得出不同；公示写明天数；没有一行宽过它的框")
  func wording() throws {
    let svg = WorkflowDiagram(try definition("workflows/党员示范企业.yaml"), name: "", .zh).svg
    for text in [
      "公示 5 个工作日", "当日起算，末日 17:30 止", "到会 ≥ 应到的 2/3", "赞成 &gt; 应到的 1/2", "不通过：终结（票决未过）", "退回补正", "有异议",
    ] {
      #expect(svg.contains(">\(text)</text>"), "\(text)")
    }
    #expect(svg.components(separatedBy: "class=\"stage round\"").count == 8)
    for line in svg.matches(of: #/class="(?:who|detail|deadline|ending)" x="\d+" y="\d+">([^<]*)</#) {
      #expect(displayWidth(String(line.1)) <= 31, "\(line.1)")
    }
  }

  @Test("小图也写得下标题和图例", arguments: Language.allCases)
  func legend(_ language: Language) throws {
    let name = String(repeating: "很长的名称", count: 20)
    let one = "stages: [{id: a, type: form, who: [x], next: approved}]"
    var log = DiagnosticLog()
    let node = try #require(Node.read(Source(name: "one", text: one), log: &log))
    let svg = WorkflowDiagram(try #require(WorkflowDefinition.read(node, log: &log)), name: name, language).svg
    let width = try #require(svg.firstMatch(of: #/width="(\d+)"/#).flatMap { Int($0.1) })
    #expect(width > 20 * 5 * 18)
    for text in svg.matches(of: #/class="key" x="(\d+)" y="\d+">([^<]*)</#) {
      #expect((Int(text.1) ?? 0) + displayWidth(String(text.2)) * 6 <= width)
    }
  }

  @Test("文字按显示宽度折行：标点不落行首，英文不拆词")
  func wrapped() {
    #expect(WrappedText.lines("纪检监察、公安、法院", cells: 12) == ["纪检监察、公", "安、法院"])
    #expect(WrappedText.lines("纪检监察组、公安", cells: 10) == ["纪检监察", "组、公安"])
    #expect(WrappedText.lines("one two three", cells: 8) == ["one two", "three"])
    #expect(WrappedText.lines("abcdefghij", cells: 4) == ["abcd", "efgh", "ij"])
    #expect(WrappedText.lines("", cells: 4) == [""])
  }
}

extension DiagramLayout.Frame {
  fileprivate func overlaps(_ other: Self) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  fileprivate func isInside(_ other: Self) -> Bool {
    x >= other.x && y >= other.y && right <= other.right && bottom <= other.bottom
  }

  fileprivate func hasOnEdge(_ point: DiagramLayout.Point) -> Bool {
    let isBeside = (point.x == x || point.x == right) && (y...bottom).contains(point.y)
    let isAbove = (point.y == y || point.y == bottom) && (x...right).contains(point.x)
    return isBeside || isAbove
  }

  /// Whether an upright or level stretch runs through its inside.
  fileprivate func isCrossed(from start: DiagramLayout.Point, to end: DiagramLayout.Point) -> Bool {
    max(start.x, end.x) > x && min(start.x, end.x) < right && max(start.y, end.y) > y && min(start.y, end.y) < bottom
  }
}
