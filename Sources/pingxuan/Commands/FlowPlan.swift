import ArgumentParser
import Casework
import Diagnostics
import Reports
import Workflow

struct FlowPlan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "推算一轮评选的时间表：各环节最早、最迟何时办结 Reckon the timetable of a round.",
    discussion: """
      只按流程文件和日历推算，什么也不办。日历未收录的年份标“暂定”。
      Reckons from the workflow file and the calendars alone; years without a calendar are provisional.
      """)

  @Option(help: "流程文件 workflow file，如 workflows/红星工匠.yaml")
  var workflow: String

  @Option(help: ArgumentHelp("发布通知的日子 the day of the notice", valueName: "日期 date"))
  var start: String

  @Option(help: "日历文件或目录 calendar file or folder")
  var calendars = "calendars"

  @Option(
    name: .customLong("at"), parsing: .singleValue,
    help: ArgumentHelp("定好日子的环节 a stage that begins on a day of its own：public=2026-02-11", valueName: "环节=日期"))
  var pinned: [String] = []

  @Option(help: "输出格式 format：table、json、svg")
  var format: Format = .table

  @Option(name: .shortAndLong, help: "写到文件 output file（默认标准输出 default: standard output）")
  var output: String?

  @OptionGroup var shared: SharedOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, svg
  }

  func run() throws {
    guard let first = Day(start) else { throw UsageError(.badDay, ["value": start]) }
    let days = try pinned.map { text -> (stage: String, day: Day) in
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let day = Day(parts[1]) else { throw UsageError(.badPin, ["value": text]) }
      return (String(parts[0]), day)
    }
    var log = DiagnosticLog()
    let plan = try shared.reading { () throws(Desk.Unreadable) in
      try Desk().plan(workflow: workflow, from: first, calendars: calendars, pinned: days, log: &log)
    }
    shared.show(log)
    guard let plan else { throw Exit.couldNotRun }
    let report = PlanReport(plan, shared.language)
    switch format {
    case .table: try shared.write(report.text, to: output)
    case .json: try shared.write(report.json, to: output)
    case .svg: try shared.write(report.svg, to: output)
    }
  }
}
