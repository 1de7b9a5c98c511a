import Diagnostics
import Foundation
import Records
import TestSupport

/// Good texts to begin with.
enum Corpus {
  private static let checkout = Checkout.root

  static func file(_ path: String) -> [UInt8] {
    (try? Data(contentsOf: checkout.appending(path: path))).map { [UInt8]($0) } ?? []
  }

  /// The files under a folder with one of these endings, by their paths.
  static func files(_ folder: String, _ endings: [String]) -> [(path: String, bytes: [UInt8])] {
    let names = try? FileManager.default.subpathsOfDirectory(atPath: checkout.appending(path: folder).path)
    return (names ?? []).sorted().filter { name in endings.contains { name.hasSuffix($0) } }
      .map { ("\(folder)/\($0)", file("\(folder)/\($0)")) }
  }

  static let expressions: [[UInt8]] =
    [
      "党员 人数 / 职工总数 >= 0.3", "if n >= 5 then 10 else if n >= 3 then 8 else 0", "n in [1..3) and not(是) or m = null",
      "some x in 表 satisfies x.乙 in (\"A\", \"B\") and x.丙 >= 日 - duration(\"P3Y\")", "表[甲 > 1].乙[1]",
      "{合计: sum(表.甲), 平均: 合计 / count(表)}.平均", "for i in 1..10, j in [i, 2] return i ** j - partial[-1]",
      "every x in [1, 2.50, 3e2] satisfies (function(a: number, b) a < b)(x, 4)",
      "@\"2025-12-01T08:00:00@Asia/Shanghai\"",
      "date and time(\"2024-02-29T12:00:00+08:00\") + @\"P1DT2H\"", "string join(split(\"一;二\", \";\"), \"、\")",
      "replace(文, \"(\\w+)[^a-z]{1,3}\", \"$1-\")", "matches(文, \"^\\p{IsCJKUnifiedIdeographs}+$\", \"ix\")",
      "sort(list: 表.甲, precedes: function(x, y) x < y)", "round half up(min(n * 3, 12) / 7, 2)",
      "文 instance of list<number>",
      "range(\"[1..5]\")", "overlaps([1..5], (3..9])", "substring(string: 文, start position: -1)",
      "-n ** 2 between 1 and 3",
      "years and months duration(日, 基准日).years", "get value({\"a b\": 1}, \"a b\")", "\"\\uD83D\\uDE00 \\\"引号\\\"\"",
      "> 3, [1..2], null", "not(\"A\", < 5)", "? > 2 and ? < 5", "-", "(< 3)", "decimal(1/3, 34) = 0.3333",
      "缺 and false",
      "list replace([2, 4], function(item, new) item < new, 5)", "is(time(1, 2, 3), @\"01:02:03\")",
      "// 注\nn /* 又 */ + 1",
    ].map { Array($0.utf8) }

  static let words =
    [
      "if ", " then ", " else ", "for ", " in ", " return ", "some ", "every ", " satisfies ", " and ", " or ", "not(",
      "between ", "instance of ", "function(", "null", "true", "@\"", "P1Y2M", "2025-02-30", "..", "**", "//", "/*",
      "*/",
      "date and time(", "years and months duration(", "list<", "context<a: number>", ".甲", "[1]", "{a: ", "\"\\u",
      "partial",
      "range<", "external", "党员", "matches(", "(a+)+$", "[[:alpha:]]", "\\p{L}", "缺", "item",
    ]
}

extension Corpus {
  /// The first lines of a file, which is enough to have every construct.
  private static func beginning(of path: String, lines: Int) -> [UInt8] {
    let lines = file(path).split(separator: 0x0A, omittingEmptySubsequences: false).prefix(lines)
    return Array(lines.joined(separator: [0x0A])) + [0x0A]
  }

  static let acts = beginning(of: "examples/2025/红星工匠/acts.yaml", lines: 200)

  static func records(_ format: RecordFormat) -> [[UInt8]] {
    switch format {
    case .yaml: [beginning(of: "examples/2025/红星工匠/records.yaml", lines: 150)]
    case .json: [Array("[\(person)]".utf8), Array("{\"award\": \"红星工匠\", \"records\": [\(person), \(person)]}".utf8)]
    case .ndjson: [Array((person + "\n" + person + "\n").utf8)]
    case .csv: [Array(table.utf8)]
    case .xlsx: [Array(sheet.utf8)]
    }
  }

  private static let person = """
    {"编号": "GJ-1", "姓名": "张航", "公民身份号码": "36029919880229003X", "出生日期": "1988-02-29", "一线工龄": 16.5, \
    "技能等级": "高级技师", "是党员示范岗": true, "年度考核结果": [{"年": 2023, "结果": "合格"}], "专利": [], "职称": null}
    """

  private static let table = """
    \u{FEFF}编号,姓名,公民身份号码,出生日期,一线工龄,技能等级,是党员示范岗,"工种"
    GJ-1,张航,36029919880229003X,1988-02-29,16.5,高级技师,是,"数控, 铣工"
    GJ-2,"李""二""丙",360299198802290048,1988/2/29,"1,000",技师,否,
    """

  /// A sheet of a workbook; the rest of it is always good.
  private static let sheet = """
    <worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>一线工龄</t></is></c>\
    <c r="C1" t="inlineStr"><is><t>出生日期</t></is></c></row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>16.5</v></c>\
    <c r="C2" s="2"><f>TODAY()</f><v>32202</v></c></row><row r="3"><c r="A3" t="e"><v>#N/A</v></c><c r="B3" t="b"><v>1</v></c>\
    </row></sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells></worksheet>
    """
}
