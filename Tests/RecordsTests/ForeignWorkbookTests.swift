import Diagnostics
import FEEL
import Foundation
import Records
import Rules
import TestSupport
import Testing

/// The same cells in workbooks that other programs make: openpyxl (Python), libxlsxwriter, LibreOffice Calc.
@Suite struct ForeignWorkbookTests {
  typealias Made = WorkbookMaker.Cell
  typealias Outcome = TypedCellTests.Outcome

  /// A cell, in which column, and what becomes of it.
  private struct Case {
    let rule: String
    let column: String
    let cell: Made
    let outcome: Outcome
  }

  private static let cases: [Case] =
    TypedCellTests.texts.map { Case(rule: $0.rule, column: $0.column, cell: .shared($0.cell), outcome: $0.outcome) }
    + TypedCellTests.cells.map { Case(rule: $0.rule, column: $0.column, cell: $0.cell, outcome: $0.outcome) }

  /// All of them, each in a row of its own.
  private static var book: WorkbookMaker {
    let columns = TypedCellTests.schema.fields.map(\.name)
    let rows = cases.enumerated().map { index, given -> [Made] in
      [.shared("甲\(index)")] + columns.map { $0 == given.column ? given.cell : .blank }
    }
    return WorkbookMaker([[.shared("编号")] + columns.map { .shared($0) }] + rows)
  }

  @Test(.enabled(if: ForeignMaker.openpyxl.isThere, "没有 openpyxl，跳过 openpyxl is missing: skipped"))
  func openpyxl做的() throws {
    let files = try ForeignMaker.openpyxl.make([Self.book, Self.merged, Self.from1904])
    try checkCells(files[0], by: .openpyxl)
    checkMerged(files[1])
    checkFrom1904(files[2])
    // Days as texts of ISO 8601.
    try checkCells(ForeignMaker.openpyxl.make([Self.book], isOther: true)[0], by: .openpyxl)
  }

  @Test func libxlsxwriter做的() throws {
    let files = try ForeignMaker.libxlsxwriter.make([Self.book, Self.merged])
    try checkCells(files[0], by: .libxlsxwriter)
    checkMerged(files[1])
    // Texts within the cells.
    try checkCells(ForeignMaker.libxlsxwriter.make([Self.book], isOther: true)[0], by: .libxlsxwriter)
  }

  @Test(.enabled(if: ForeignMaker.libreOffice.isThere, "没有 LibreOffice，跳过 LibreOffice is missing: skipped"))
  func LibreOffice做的() throws {
    let files = try ForeignMaker.libreOffice.make([Self.book, Self.merged, Self.from1904])
    try checkCells(files[0], by: .libreOffice)
    checkMerged(files[1])
    checkFrom1904(files[2])
  }

  // MARK: - From 1904

  private static var from1904: WorkbookMaker {
    var book = WorkbookMaker([
      [.shared("编号"), .shared("入职日期")], [.shared("甲1"), .number("44255")], [.shared("甲2"), .number("44255", .date)],
    ])
    book.is1904 = true
    return book
  }

  private func checkFrom1904(_ bytes: [UInt8]) {
    let read = read(bytes, TypedCellTests.schema)
    #expect(read.records.map { $0.values[4] } == [date("2025-03-01"), date("2025-03-01")])
    #expect(read.diagnostics.map(\.code) == ["PX4108"])
  }

  // MARK: - Merged cells, lists on sheets of their own, sheets that nobody sees

  private static let form = RecordSchema(fields: [
    Field(name: "姓名", shape: .string, isTitle: true), Field(name: "所属企业", shape: .string, fillsDown: true),
    Field(name: "一线工龄", shape: .integer, unit: "年"),
    Field(name: "荣誉", shape: .list(.row([Field(name: "名称", shape: .string), Field(name: "授予日期", shape: .date)]))),
  ])

  private static var merged: WorkbookMaker {
    let list = WorkbookMaker.Sheet(
      name: "名单",
      rows: [
        [.shared("2025年度汇总表"), .styled, .styled, .styled],
        [.shared("编号"), .shared("姓名*"), .shared("所属企业"), .shared("一线工龄（年）")],
        [.shared("1"), .shared("甲"), .shared("云岭复材"), .number("15")],
        [.shared("2"), .shared("乙"), .styled, .number("3")], [.shared("3"), .shared("丙"), .styled, .shared("１２")],
        [.shared("填表人：某某"), .styled, .styled, .styled],
      ], merges: ["A1:D1", "C3:C5", "A6:D6"])
    let honours = WorkbookMaker.Sheet(
      name: "荣誉",
      rows: [
        [.shared("编号"), .shared("名称"), .shared("授予日期")], [.shared("1"), .shared("先锋"), .number("45717", .date)],
        [.styled, .shared("标兵"), .shared("2025年3月1日")], [.shared("2"), .shared("无"), .blank],
      ], merges: ["A2:A3"])
    let hidden = WorkbookMaker.Sheet(
      name: "下拉", rows: [[.shared("姓名"), .shared("所属企业")], [.shared("丁"), .shared("某")]], state: "hidden")
    return WorkbookMaker([list, honours, hidden])
  }

  private func checkMerged(_ bytes: [UInt8]) {
    let read = read(bytes, Self.form)
    #expect(read.records.map(\.title) == ["甲", "乙", "丙"])
    #expect(read.records.map { $0.values[1] } == Array(repeating: .string("云岭复材"), count: 3))
    #expect(read.records.map { $0.values[2] } == [.number(15), .number(3), .number(12)])
    let rows = ["先锋", "标兵"].map { name in
      Value.context(Context([("名称", .string(name)), ("授予日期", date("2025-03-01"))]))
    }
    #expect(read.records.map { $0.values[3] } == [.list(rows), .list([]), .unknown])
    #expect(
      read.diagnostics.map { "\($0.span?.cell?.description ?? "") \($0.code)" } == [
        "荣誉!C3 PX4105", "名单!C4 PX4120", "名单!C5 PX4120", "名单!D5 PX4101", "名单!A6 PX4163",
      ])
    #expect(read.refused.isEmpty)
  }

  // MARK: - CSV that was opened in LibreOffice

  /// What Calc takes a typed text for depends on it; what is read must not.
  @Test(.enabled(if: ForeignMaker.libreOffice.isThere, "没有 LibreOffice，跳过 LibreOffice is missing: skipped"))
  func CSV在LibreOffice里打开再存成工作簿() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pingxuan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let columns = TypedCellTests.schema.fields.map(\.name)
    // What Calc makes a number or a day of by itself, nobody can tell from one that was typed.
    let guessed = ["1-3-25", "25.3.1", "100+"]
    let cases = Self.cases.filter { given in
      if case .shared(let text) = given.cell { !text.contains("\n") && !guessed.contains(text) } else { false }
    }
    let lines = cases.enumerated().map { index, given -> String in
      guard case .shared(let text) = given.cell else { return "" }
      return (["甲\(index)"] + columns.map { $0 == given.column ? "\"\(text)\"" : "" }).joined(separator: ",")
    }
    let file = folder.appending(path: "名单.csv")
    try Data((["编号," + columns.joined(separator: ",")] + lines).joined(separator: "\n").utf8).write(to: file)
    // Commas, quotes, UTF-8, from the first line on, in Chinese, with what looks like a number or a day taken for one.
    let filter = "CSV:44,34,76,1,,2052,false,true"
    let read = read(try ForeignMaker.convert([file], in: folder, filter: filter)[0], TypedCellTests.schema)
    for (index, given) in cases.enumerated() {
      let what = "\(given.rule) \(given.column) \(given.cell)"
      let record = read.records.first { $0.id == "甲\(index)" }
      let column = try #require(columns.firstIndex(of: given.column))
      switch given.outcome {
      case .value(let value, _): #expect(record?.values[column] == value, "\(what)")
      case .refused: #expect(record == nil, "\(what)")
      }
    }
  }

  // MARK: -

  /// What another program writes otherwise.
  private func expected(_ given: Case, by maker: ForeignMaker) -> Outcome {
    switch (given.cell, maker) {
    // It cannot reckon, and says so: one without a value, the other with 0 and the mark that it is none.
    case (.formula, .openpyxl), (.formula, .libxlsxwriter), (.formulaText, .openpyxl), (.formulaText, .libxlsxwriter):
      .refused("PX4141")
    case (.error, .libxlsxwriter): .refused("PX4141")
    // It loses the format of a day that was written as a text.
    case (.isoDate, .libreOffice): .value(date("2025-03-01"), ["PX4108"])
    // It reckons.
    case (.formula(_, value: nil), .libreOffice): given.column == "研发投入" ? .value(.number(2)) : .refused("PX4020")
    default: given.outcome
    }
  }

  private func checkCells(_ bytes: [UInt8], by maker: ForeignMaker) throws {
    let read = read(bytes, TypedCellTests.schema)
    for (index, given) in Self.cases.enumerated() {
      let what = "\(maker) \(given.rule) \(given.column) \(given.cell)"
      let found = read.diagnostics.filter { $0.span?.cell?.address.drop { $0.isLetter } == "\(index + 2)" }
      let said = found.map { $0.text(.zh) }
      let record = read.records.first { $0.id == "甲\(index)" }
      switch expected(given, by: maker) {
      case .value(let value, let codes):
        let column = try #require(TypedCellTests.schema.fields.firstIndex { $0.name == given.column })
        #expect(record?.values[column] == value, "\(what): \(said)")
        #expect(found.map(\.code) == codes, "\(what): \(said)")
      case .refused(let code):
        #expect(record == nil, "\(what)")
        #expect(found.filter { $0.severity == .error }.map(\.code) == [code], "\(what): \(said)")
      }
    }
  }

  private struct Reading {
    var records: [Record] = []
    var refused: [Refusal] = []
    var diagnostics: [Diagnostic] = []
  }

  /// One by one: the same number may stand in several rows.
  private func read(_ bytes: [UInt8], _ schema: RecordSchema) -> Reading {
    var reading = Reading()
    var log = DiagnosticLog()
    RecordStream(Source(name: "名单.xlsx", bytes: bytes), as: .xlsx, schema).read(&log) { outcome in
      switch outcome {
      case .taken(let record): reading.records.append(record)
      case .refused(let refusal): reading.refused.append(refusal)
      }
    }
    reading.diagnostics = log.diagnostics
    return reading
  }
}
