import Diagnostics
import FEEL
import Rules
import Testing
import YAML

@testable import Records

/// The straight way reads what the careful way reads, or leaves it alone.
@Suite struct PlainFactTests {
  private let form = RowForm(sampleSchema.fields)
  private let cells = [
    "甲", "高级技师", "技师 ", " 技师", "高 级", "中级工\u{3000}", "无", "否", "是", "true", "false", "True", "-", "—", "/", "N/A", "",
    "0",
    "-0", "00", "007", "15", "-15", "15.0", "0.5", ".5", "5.", "1.50", "60", "61", "300.5", "250", "１５", "1,234",
    "999999999999999999",
    "1000000000000000000", "0.000000000000000001", "123456789012.1234567", "2025-03-01", "2025-02-30", "0000-01-01",
    "2025-3-1",
    "1949-12-31", "36029919880229003X", "a", "a b", "\u{200B}a", "é", "𠮷", "a\u{2028}", "“引”", "1e3", "null", "--",
    "n/a", "#N/A", "甲\u{202E}乙", "甲\u{7F}乙", "甲\u{85}乙", "甲—乙", "甲“乙”丙", "甲\u{FEFF}乙", "甲（乙）", "甲\u{200B}乙",
  ]

  @Test func 表格里() {
    for cell in cells {
      for name in sampleSchema.fields.map(\.name) {
        let text = "备注,\(name)\n行,\(cell)\n"
        let source = Source(name: "名单.csv", text: text)
        let start = text.utf8.count - cell.utf8.count - 1
        let written = TableCell(text: cell, range: start..<start + cell.utf8.count)
        var log = DiagnosticLog()
        guard let header = TableHeader([TableCell(text: name, range: 0..<1)], form, source, &log) else { continue }
        let row = TableValue.row(TableRow(cells: [written], header: header, range: 0..<text.utf8.count), source)
        check(row, source, "\(name) = \(cell.debugDescription)")
      }
    }
  }

  @Test func JSON里() {
    let reader = JSONReader()
    let values = cells.map { "\"\($0)\"" } + cells.filter { !$0.isEmpty && !$0.contains(" ") }
    for value in values {
      for name in sampleSchema.fields.map(\.name) {
        let text = "{\"\(name)\":\(value)}"
        let source = Source(name: "名单.json", text: text)
        let padded = Array(text.utf8) + [UInt8](repeating: 0x20, count: 64)
        padded.withUnsafeBufferPointer { bytes in
          _ = reader.read(UnsafeBufferPointer(rebasing: bytes[..<text.utf8.count]), base: 0) { row in
            check(row, source, text)
          }
        }
      }
    }
  }

  @Test func YAML里() {
    for cell in cells {
      for name in sampleSchema.fields.map(\.name) {
        let source = Source(name: "名单.yaml", text: "\(name): \(cell)\n")
        var log = DiagnosticLog()
        guard let node = Node.read(source, log: &log) else { continue }
        check(YAMLValue(node), source, source.text)
      }
    }
  }

  private func check(_ row: some WrittenValue, _ source: Source, _ what: String) {
    var (straight, careful) = (DiagnosticLog(), DiagnosticLog())
    var reader = FactReader(source, form)
    var carefulReader = FactReader(source, form, isCareful: true)
    let one = reader.outcome(row, ordinal: 0, log: &straight)
    let other = carefulReader.outcome(row, ordinal: 0, log: &careful)
    #expect(straight.diagnostics == careful.diagnostics, "\(what)")
    switch (one, other) {
    case (.taken(let one), .taken(let other)):
      #expect(one.values == other.values, "\(what)")
      #expect(one.missing == other.missing, "\(what)")
      #expect(one.canonicalText == other.canonicalText, "\(what)")
    case (.refused, .refused): break
    default: Issue.record("\(what) is taken and refused")
    }
  }
}
