import Diagnostics
import Records
import TestSupport
import Testing

/// Nothing that is in a workbook may trap, hang or take all the memory.
@Suite struct WorkbookLimitTests {
  private static let good = WorkbookMaker([["姓名", "一线工龄"], ["甲", "3"]])

  @Test(arguments: [
    ("PX4150", Array("姓名,一线工龄\n".utf8)), ("PX4150", []), ("PX4150", zip(["a.txt": Array("甲".utf8)])),
    ("PX4151", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)),
  ])
  func 不是工作簿(_ code: String, _ bytes: [UInt8]) { #expect(codes(bytes) == [code]) }

  @Test func 缺部件() {
    var parts = Self.good
    parts.parts["xl/_rels/workbook.xml.rels"] = "<Relationships/>"
    #expect(codes(parts.bytes) == ["PX4052"])
    parts.parts["xl/_rels/workbook.xml.rels"] =
      "<Relationships><Relationship Id=\"rId1\" Type=\"a/worksheet\" Target=\"worksheets/none.xml\"/></Relationships>"
    #expect(codes(parts.bytes) == ["PX4152"])
  }

  @Test func 压缩炸弹() {
    let blanks = String(repeating: " ", count: 40 << 20)
    #expect(codes(with: "xl/sharedStrings.xml", "<sst>\(blanks)</sst>") == ["PX4155"])
  }

  @Test(arguments: [
    "<!DOCTYPE sst [<!ENTITY a \"甲\">]><sst><si><t>&a;</t></si></sst>",
    "<!DOCTYPE sst SYSTEM \"file:///etc/passwd\"><sst/>",
  ])
  func 实体声明(_ text: String) { #expect(codes(with: "xl/sharedStrings.xml", text) == ["PX4157"]) }

  @Test func 套叠过深() {
    let deep = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
    #expect(codes(with: "xl/sharedStrings.xml", "<sst>\(deep)</sst>") == ["PX4158"])
  }

  @Test func 不合语法的部件() {
    #expect(codes(with: "xl/sharedStrings.xml", "<sst>\n<si></sst>") == ["PX4156"])
    #expect(codes(with: "xl/worksheets/sheet1.xml", "<worksheet>") == ["PX4156"])
    #expect(codes(with: "xl/workbook.xml", "") == ["PX4156"])
  }

  @Test func 格子太多() {
    let row = { (number: Int) in "<row r=\"\(number)\"><c r=\"XFD\(number)\"><v>1</v></c></row>" }
    let rows = (1...1300).map(row).joined()
    #expect(
      codes(with: "xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>") == ["PX4159"])
  }

  @Test(arguments: [
    "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"/>", "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
    "<row r=\"1048577\"/>", "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "<c r=\"A1\"><v>1</v></c>",
    "<row r=\"1\"><c r=\"1\"><v>1</v></c></row>",
  ])
  func 损坏的工作表(_ rows: String) {
    #expect(
      codes(with: "xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>") == ["PX4160"])
  }

  @Test func 截断或改动任一处() {
    let bytes = Self.good.bytes
    for count in stride(from: 0, to: bytes.count, by: 7) { _ = codes(Array(bytes[..<count])) }
    var random = SplitMix(seed: 7)
    for _ in 0..<400 {
      var damaged = bytes
      for _ in 0...random.below(4) { damaged[random.below(damaged.count)] = UInt8(random.below(256)) }
      _ = codes(damaged)
    }
  }

  /// Errors have a code in both languages; a file that is not read has at least one.
  private func codes(_ bytes: [UInt8]) -> [String] {
    var log = DiagnosticLog()
    let batch = RecordBatch.read(Source(name: "名单.xlsx", bytes: bytes), as: .xlsx, sampleSchema, log: &log)
    #expect(!batch.records.isEmpty || log.hasErrors)
    for diagnostic in log.diagnostics {
      for language in Language.allCases { #expect(!diagnostic.text(language).contains("{")) }
    }
    return log.diagnostics.map(\.code)
  }

  private func codes(with part: String, _ text: String) -> [String] {
    var maker = Self.good
    maker.parts[part] = text
    return codes(maker.bytes)
  }
}
