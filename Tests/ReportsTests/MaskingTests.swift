import Casework
import Diagnostics
import Records
import Reports
import Rules
import Testing

/// What was made of a sensitive value is as sensitive as that value.
@Suite("Masking")
struct MaskingTests {
  private static let number = "36029919880229003X"

  @Test(
    "a text made of a sensitive one is hidden in every sentence",
    arguments: [
      "证号副本 != \"1\"", "证号副本 in (\"1\", \"2\")", "string length(证号副本) = 18", "副本的副本 = 证号副本", "contains(证号副本, \"1988\")",
      "substring(公民身份号码, 7, 8) != \"1\"", "公民身份号码 + \"甲\" != \"1\"", "(if 已退休 then \"1\" else 公民身份号码) != \"1\"",
      "{证: 公民身份号码}.证 != \"1\"", "count([公民身份号码][item != \"1\"]) = 1", "证号表[1] != \"1\"",
      "some x in 证号表 satisfies x = 证号副本", "not(some x in 证号表 satisfies x != 证号副本)", "证号行.号 != \"1\"",
      "number(substring(公民身份号码, 1, 17)) > 1", "date(公民身份号码) = null", "date(公民身份号码) < date(\"2025-01-01\")",
      "some h in 家属 satisfies h.证号 != \"1\"", "every h in 成年家属 satisfies h.证号 = \"1\"", "count(成年家属) = 0",
      "家属[1].证号 = \"1\"", "string(家属) = \"1\"", "get value(家属[1], \"证号\") = \"1\"",
      "max(for h in 家属 return h.证号) = \"1\"", "string join(家属.证号, \"、\") = \"1\"",
    ])
  func derived(_ condition: String) throws {
    let shown = try shown(condition: condition, because: "")
    #expect(!shown.contains("19880229") && !shown.contains("360299198"), "\(shown)")
  }

  @Test(
    "so is what stands in braces in the office's own sentence",
    arguments: ["证号{公民身份号码}", "{证号副本}", "{substring(公民身份号码, 1, 17)}", "{家属}", "{成年家属[1].证号}", "{证号表}"])
  func because(_ sentence: String) throws {
    let shown = try shown(condition: "not(已退休)", because: "because: {甲-T1: '\(sentence)'}")
    #expect(!shown.contains("19880229") && !shown.contains("360299198"), "\(shown)")
  }

  @Test("numbers, dates and answers that follow from a sensitive text are shown")
  func consequences() throws {
    #expect(try shown(condition: "string length(公民身份号码) = 18", because: "").contains("＝ 18"))
    let born = "date(number(substring(公民身份号码,7,4)), number(substring(公民身份号码,11,2)), number(substring(公民身份号码,13,2)))"
    #expect(try shown(condition: "\(born) > date(\"2000-01-01\")", because: "").contains("1988-02-29"))
    #expect(try shown(condition: "姓名 = \"甲\"", because: "").contains("姓名为“张航”"))
    #expect(try shown(condition: "家属[1].称呼 = \"母\"", because: "").contains("父"))
  }

  @Test("of a sensitive number nothing but answers is shown")
  func sensitiveNumber() throws {
    for condition in ["月薪 > 9000", "月薪 * 12 > 200000", "年薪 < 10", "some x in [月薪] satisfies x > 9000"] {
      let shown = try shown(condition: condition, because: "because: {甲-T1: '{月薪} {年薪}'}")
      #expect(!shown.contains("8765") && !shown.contains("105180"), "\(shown)")
    }
  }

  /// Everything that is written about a nominee.
  private func shown(condition: String, because: String) throws -> String {
    let rules = """
      award: 甲
      edition: 2025
      subject: individual
      regulation: {title: 办法, number: 1号}
      record:
        姓名: {type: string, title: true}
        公民身份号码: {type: string, format: resident-id, sensitive: true, key: true}
        月薪: {type: number, sensitive: true}
        已退休: {type: boolean}
        家属: {type: list, of: {称呼: {type: string}, 证号: {type: string, sensitive: true}}}
      definitions:
        证号副本: substring(公民身份号码, 1, 18)
        副本的副本: upper case(证号副本)
        证号表: '[公民身份号码, 证号副本]'
        证号行: '{号: 公民身份号码}'
        成年家属: 家属[称呼 = "父"]
        年薪: 月薪 * 12
      eligibility: [{id: 甲-T1, name: 条件, require: '\(condition)', basis: 第一条}]
      scoring:
        max: 10
        dimensions:
          - id: A
            name: 甲
            max: 10
            items:
              - {id: A1, name: 算, max: 5, score: 'if (\(condition)) = true then 1 else 2', basis: 附件}
              - id: A2
                name: 最高
                max: 5
                best of: 家属
                table: {inputs: [证号, 称呼], rows: [["-", '"父"', 5], ["-", 'not("父")', 1]]}
                basis: 附件
      \(because)
      """
    let records = """
      姓名: 张航
      公民身份号码: \(Self.number)
      月薪: 8765
      已退休: false
      家属: [{称呼: 父, 证号: 360299198802290013}]
      """
    var log = DiagnosticLog()
    let read = RuleSet.read("rules.yaml", log: &log) { Source(name: $0, text: rules) }
    let compiled = read?.compiled(log: &log)
    guard let compiled else { throw Repository.Broken(log) }
    let batch = Batch(
      RecordBatch.read(Source(name: "records.yaml", text: records), as: .yaml, compiled.schema, log: &log),
      rules: compiled)
    #expect(batch.dossiers.count == 1)
    var shown = DiagnosticRenderer(language: .zh).render(log.sorted)
    for language in Language.allCases {
      for dossier in batch.dossiers {
        let justification = Justification(dossier, in: batch, language)
        shown += justification.text + justification.markdown + justification.json
      }
      for format in [BatchReport.Format.table, .json, .ndjson, .csv, .md] {
        shown += BatchReport(batch, language).text(format)
      }
    }
    return shown
  }
}
