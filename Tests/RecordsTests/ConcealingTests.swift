import Diagnostics
import FEEL
import Records
import Rules
import Testing
import YAML

/// Whatever is wrong with a file, what is sensitive in it is never shown.
@Suite struct ConcealingTests {
  private static let numbers = ["360299198802290013", "36029919900101101X", "36029919851231002"]

  @Test func 邻格的身份号码从不示人() {
    for (code, marked) in yamlFaults {
      let text = Marked(marked).text
      let number = Self.numbers[0]
      check(code, text.replacing("- {", with: "- {公民身份号码: '\(number)', "), .yaml)
      for written in [number, "'\(number)'", "| # 见附件\n    \(number)", "[\(number)]", "!!int \(number)"] {
        check(
          code, text.replacing(#/^- (?=[^{\[])/#.anchorsMatchLineEndings(), with: "- 公民身份号码: \(written)\n  "), .yaml)
      }
      check(code, text.replacing("- ", with: "- 公民身份证号: \(number)\n  "), .yaml)
      check(code, "- {姓名: 甲, 公民身份号码: '\(number)'} # 原号 \(number)\n" + text, .yaml)
    }
    for (code, marked) in jsonFaults + ndjsonFaults.map({ ($0.0, $0.1) }) {
      let text = Marked(marked).text
      for number in Self.numbers {
        for member in ["\"公民身份号码\": \"\(number)\", ", "\"公民身份证号\": \"\(number)\",", "\"公民身份号码\": \(number), "] {
          for format in [RecordFormat.json, .ndjson] {
            check(code, text.replacing("{\"", with: "{\(member)\""), format)
            check(code, text + ", {\(member)\"姓名\": \"乙\"}", format)
            check(code, text.replacing("[{", with: "[{\(member)\"姓名\": \"丙\"}, {"), format)
          }
        }
      }
    }
    for (code, marked) in csvFaults {
      let text = Marked(marked).text
      for number in Self.numbers + ["360299 19880229 0013", "３６０２９９１９８８０２２９００１３"] {
        check(code, text.addingColumn("公民身份号码", number), .csv)
        check(code, text.addingColumn("备注", number), .csv)
        check(code, text + "丁,\(number)\n", .csv)
        check(code, text + "\(number),\(number)\n", .csv)
        check(code, "\(number),\(number)\n" + text, .csv)
      }
    }
  }

  @Test(arguments: [
    ("- 公民身份号码: 36029919880229001X\n", RecordFormat.yaml, "360299********001X"),
    ("- 公民身份号码: '3602991988022900'\n", .yaml, "'360*********2900'"),
    ("公民身份号码,姓名\n360299198802290014,甲\n", .csv, "360299********0014,甲"),
    ("公民身份号码,姓名,一线工龄\n360299198802290013,甲,x\n", .csv, "360299********0013,甲,x"),
    ("{\"公民身份号码\":360299198802290013}", .ndjson, "{\"公民身份号码\":360299********0013}"),
    ("{\"姓名\":\"甲\" \"公民身份号码\":\"360299198802290013\"}", .ndjson, "{\"姓名\":\"**\" \"公民身份号码\":\"******************\"}"),
    ("姓名,公民身份号码\n甲,360299198802290013,乙\n", .csv, "**,******************,**"),
    ("360299198802290013,甲\n360299198512310020,乙\n", .csv, "******************,**"),
    ("姓名,证360299198802290013\n甲,乙\n", .csv, "姓名,证360299********0013"),
  ])
  func 遮去的与别处一样(_ text: String, _ format: RecordFormat, _ line: String) {
    let shown = render(readSample(text, format).1.diagnostics)
    #expect(shown.contains("│ \(line)\n") || shown.contains("│ - 公民身份号码: \(line)\n"), "\(shown)")
  }

  @Test func 敏感的不止号码() {
    let schema = RecordSchema(fields: [
      Field(name: "姓名", shape: .string, isTitle: true),
      Field(name: "工龄", shape: .integer),
      Field(name: "月薪", shape: .number, range: range(.number(0), .number(9999), "[0..9999]"), isSensitive: true),
      Field(name: "已婚", shape: .boolean, isSensitive: true),
      Field(name: "生日", shape: .date, isSensitive: true),
      Field(
        name: "家属",
        shape: .list(.row([Field(name: "称呼", shape: .string), Field(name: "住址", shape: .string, isSensitive: true)]))
      ),
    ])
    let secrets = ["12345", "一万二", "离异", "1988-2-29", "红旗路", "东风巷"]
    let texts: [(RecordFormat, String)] = [
      (.csv, "姓名,工龄,月薪,已婚,生日,家属\n甲,x,12345,离异,1988-2-29,\"[{称呼: 父, 住址: 红旗路}, 东风巷]\"\n"),
      (.csv, "姓名,工龄,月薪,已婚,生日,家属\n甲,1,一万二,离异,1988-2-29,\"[{称呼: 父, 住址: 红旗路\"\n"),
      (
        .json,
        "[{\"姓名\":\"甲\",\"工龄\":\"x\",\"月薪\":12345,\"已婚\":\"离异\",\"生日\":\"1988-2-29\",\"家属\":[{\"住址\":\"红旗路\",\"住处\":\"东风巷\"}]}]"
      ),
      (.yaml, "- {姓名: 甲, 工龄: x, 月薪: 一万二, 已婚: 离异, 生日: 1988-2-29, 家属: 红旗路}\n"),
      (.yaml, "- {姓名: 甲, 月薪: 12345, 已婚: 离异, 生日: 1988-2-29, 家属: [{住址: [红旗路]}]}\n- [12345, 离异]\n"),
      (.ndjson, "{\"月薪\":12345,\"月薪\":\"一万二\",\"已婚\":\"离异\"}\n[\"红旗路\"]\n{\"家属\":[[\"东风巷\"]]}\n"),
    ]
    for (format, text) in texts {
      var log = DiagnosticLog()
      let batch = RecordBatch.read(Source(name: "名单", text: text), as: format, schema, log: &log)
      let shown = render(log.diagnostics) + render(batch.refused.flatMap(\.diagnostics))
      #expect(log.hasErrors)
      for secret in secrets { #expect(!shown.contains(secret), "\(secret) in\n\(shown)") }
    }
  }

  @Test func 记录里的任何一处都能放心示人() throws {
    let text = "姓名,公民身份号码,一线工龄,备注\n张航,36029919880229003X,15,原号 360299198802290013\n"
    let record = try #require(readSample(text, .csv).0.records.first)
    let message = Message("PX4999", .error, zh: "看这里", en: "look here")
    for name in ["姓名", "一线工龄", "公民身份号码", "没有"] {
      let shown = render([Diagnostic(message, at: record.place(of: FactPath(name)))])
      #expect(shown.contains("│ 张航,360299********003X,15,原号 360299********0013\n"))
    }
    #expect(!render([Diagnostic(message, at: Span(record.span.source, record.span.range))]).contains("张航"))
  }

  @Test(arguments: [
    "公民身份号码: 360299198802290014", "公民身份号码: '360299198802290013', 一线工龄: x", "公民身份证号: 360299198802290013",
  ])
  func 后来补填的也不示人(_ fields: String) throws {
    var log = DiagnosticLog()
    let read = Node.read(Source(name: "经办.yaml", text: "- {do: set_data, data: {\(fields)}}\n"), log: &log)
    let data = try #require(read?.sequence?.first?["data"])
    #expect(SupplementReader(sampleSchema).read(data, log: &log) == nil)
    let shown = render(log.diagnostics)
    #expect(log.hasErrors && !shown.contains("19880229"), "\(shown)")
  }

  @Test func 文件头旁边的记录不示人() throws {
    let text = "{\"award\":\"红星\",\"edition\":2025,\"records\":[{\"公民身份号码\":\"36029919880229003X\"}]}"
    let batch = readSample(text, .json).0
    let message = Message("PX4999", .error, zh: "看这里", en: "look here")
    let shown = render(batch.heading.map { Diagnostic(message, at: $0.span) })
    #expect(shown.contains("\"award\":\"红星\"") && shown.contains("\"edition\":2025") && !shown.contains("360299"))
  }

  private func check(_ code: String, _ text: String, _ format: RecordFormat) {
    let (batch, log) = readSample(text, format)
    let shown = render(log.diagnostics) + render(batch.refused.flatMap(\.diagnostics))
    for secret in ["19880229", "19900101", "19851231", "１９８８０２２９"] {
      #expect(!shown.contains(secret), "\(code): \(text)\n\(shown)")
    }
  }

  private func render(_ diagnostics: [Diagnostic]) -> String {
    Language.allCases.map { DiagnosticRenderer(language: $0).render(diagnostics) }.joined()
  }
}

extension String {
  /// A table with one column more.
  fileprivate func addingColumn(_ name: String, _ cell: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset == 0 ? "\($0.element),\(name)" : $0.element.isEmpty ? "" : "\($0.element),\(cell)" }
      .joined(separator: "\n")
  }
}
