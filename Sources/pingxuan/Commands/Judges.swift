public import ArgumentParser
import Casework
import Diagnostics
import Evaluation
public import Reports

struct Judges: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "评委评分的情况 How judges scored.", subcommands: [Report.self])

  struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "评委评分报告：宽严、一致性、本单位偏高、应回避未回避 Severity, agreement, own units.",
      discussion: """
        评分表一行一个评委对一个对象：评委、对象、分数，可以有 状态（有效、回避、作废）、评委单位、对象单位、组。
        One row for each judge and nominee, with these columns.
        退出码 Exit codes：0 未见异常 nothing amiss；1 有需要核对的 something to look into；2 无法运行 could not run。
        """)

    @Argument(help: "评分表 score sheet：.csv、.yaml、.json 或 .ndjson")
    var sheet: String

    @Option(name: .customLong("at-least"), help: "至少几份有效评分才作判断 valid scores that a judge needs")
    var needed = 5

    @Option(help: "输出格式 format：table、json、md")
    var format: JudgesReport.Format = .table

    @Option(name: .shortAndLong, help: "写入文件 output file（默认标准输出 default: standard output）")
    var output: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
      var log = DiagnosticLog()
      let marks = try shared.reading { () throws(Desk.Unreadable) in try Desk().marks(sheet, log: &log) }
      shared.show(log)
      // A report that leaves out rows would accuse or clear somebody by half of the scores.
      guard let marks, !log.hasErrors else { throw Exit.couldNotRun }
      let report = JudgesReport(JudgesReview.reviews(marks, needed: max(2, needed)), shared.language)
      let text = report.text(format)
      try shared.write(format == .json ? text : text.printableLines, to: output)
      if report.findsAnything { throw Exit.foundSomething }
    }
  }
}

extension JudgesReport.Format: ExpressibleByArgument {}
