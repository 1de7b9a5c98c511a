import ArgumentParser
import Casework
import Diagnostics
import Records
import Reports
import Rules

struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "按规则文件的字段写出空的申报表（.xlsx） Write an empty form for the nominees of a rule file.",
    discussion: """
      列名带单位，必填的带 *；枚举有下拉，数和日期有校验，批注写明含义和条款；每个列表字段另有一张工作表。填好就能读：\
      pingxuan evaluate --rules … --records 申报表.xlsx
      """)

  @Option(help: "规则文件 rule file，如 rules/2025/红星工匠.yaml")
  var rules: String

  @Option(help: "已有的申报记录，填进表里 records to fill it with：.xlsx、.csv、.yaml、.json 或 .ndjson")
  var records: String?

  @OptionGroup var sheet: SheetOption

  @Flag(help: "也要申报人以外（评选办、联审部门、专家、流程）提供的字段 also what others than the applicant give")
  var all = false

  @Option(name: .shortAndLong, help: "写入文件 output file，如 申报表.xlsx")
  var output: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let rules = try shared.rules(rules)
    let batch = try records.map { try shared.records($0, rules, sheet: sheet.name) }
    let plan = FormPlan(rules, isWhole: all)
    do {
      try FormFile(plan, shared.language).write(to: output, rules.schema, records: batch?.records ?? [])
    } catch {
      throw shared.unwritable(output, error)
    }
    let lists = plan.sheets.count - 1
    let columns = plan.sheets.first?.columns.count ?? 0
    shared.say(
      zh: "已写入 \(output)：\(columns) 列，另有 \(lists) 张列表",
      en: "written to \(output): \(columns.counted("column", "columns")) and \(lists.counted("list", "lists"))")
    for record in batch?.refused ?? [] {
      Terminal.complain(shared.renderer.render(record.diagnostics.filter { $0.severity > .note }) + "\n")
    }
    if batch?.refused.isEmpty == false { throw Exit.foundSomething }
  }
}
