import DMN
import Diagnostics
import FEEL

/// A table as a test writes it: a head, rows, perhaps `else`.
///
/// ```
/// 级别 | 名次 => 分
/// 国家 | [1..3] => 9
/// else => 0
/// ```
struct TableText {
  let source: Source
  /// The inputs' names with the types of their domains, and whatever else the test needs. Frames are of it.
  let layout: Layout
  private let domains: [String: Domain]

  init(_ text: String, _ domains: [String: Domain] = [:], types: [String: Type] = [:]) {
    source = Source(name: "表", text: text)
    self.domains = domains
    layout = TableText.layout(domains, types)
  }

  private static func layout(_ domains: [String: Domain], _ types: [String: Type]) -> Layout {
    var layout = Layout()
    for (name, type) in types { layout.declare(name, type) }
    for (name, domain) in domains where types[name] == nil { layout.declare(name, type(of: domain)) }
    return layout
  }

  private static func type(of domain: Domain) -> Type {
    switch domain {
    case .numbers: .number
    case .dates: .date
    case .enumeration(let values): .enumeration(values)
    case .booleans: .boolean
    case .texts: .string
    case .open: .any
    }
  }

  func table(_ policy: HitPolicy, outputs: [DecisionTable.Output]? = nil) -> DecisionTable {
    let lines = source.bytes.split(separator: 0x0A).map { columns($0.indices) }
    let head = lines[0]
    let rows = lines.dropFirst().filter { $0.tests.first?.text != "else" }
    return DecisionTable(
      hitPolicy: policy,
      inputs: head.tests.map { DecisionTable.Input($0, domain: domains[$0.text]) },
      outputs: outputs ?? head.outputs.map { DecisionTable.Output(name: $0.text) },
      rules: rows.map { DecisionTable.Rule(tests: $0.tests, outputs: $0.outputs) },
      defaultOutput: lines.first { $0.tests.first?.text == "else" }?.outputs)
  }

  /// The table compiled, with what was found; one line for each finding: code, place, sentence, notes.
  func compiled(
    _ policy: HitPolicy = .unique, outputs: [DecisionTable.Output]? = nil, known: [String: Value] = [:]
  ) -> (table: CompiledTable?, findings: [String]) {
    var log = DiagnosticLog()
    let compiled = table(policy, outputs: outputs).compiled(in: layout, known: known, log: &log)
    return (compiled, log.diagnostics.map(finding))
  }

  private func finding(_ diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map { note in
      note.text(.zh) + (note.span.map { "〔\($0.text)〕" } ?? "")
    }
    return (["\(diagnostic.code)〔\(diagnostic.span?.text ?? "")〕\(diagnostic.text(.zh))"] + notes)
      .joined(separator: "｜")
  }

  private func columns(_ line: Range<Int>) -> (tests: [Fragment], outputs: [Fragment]) {
    let arrow = line.dropLast().first { source.bytes[$0] == 0x3D && source.bytes[$0 + 1] == 0x3E } ?? line.upperBound
    return (cells(line.lowerBound..<arrow), cells(min(arrow + 2, line.upperBound)..<line.upperBound))
  }

  private func cells(_ range: Range<Int>) -> [Fragment] {
    source.bytes[range].split(separator: UInt8(ascii: "|")).map { cell in
      var cell = cell
      while cell.first == 0x20 { cell.removeFirst() }
      while cell.last == 0x20 { cell.removeLast() }
      let text = String(decoding: cell, as: UTF8.self)
      return Fragment(
        text: text, source: source, pieces: [Fragment.Piece(decoded: 0..<cell.count, written: cell.indices)])
    }
  }
}
