import ArgumentParser
import Casework
import Diagnostics
import Reports

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "按流程走完一批评选，写出排名、每名对象的理由书与清单 Carry a batch through its workflow.",
    discussion: "退出码 1：有记录被拒收、或有动作未被接受 records or acts were refused。")

  @Option(help: "流程文件 workflow file，如 workflows/红星工匠.yaml")
  var workflow: String

  @OptionGroup var batch: BatchOptions

  @Option(help: "动作文件 acts file：谁在何时做了什么 who did what, and when")
  var acts: String

  @Option(help: "日历文件或目录 calendar file or folder")
  var calendars = "calendars"

  @Option(name: .shortAndLong, help: "输出目录 output folder")
  var output: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let rules = try batch.readRules(shared)
    let earlier = try batch.readEarlier(rules, shared)
    let records = try batch.readRecords(rules, earlier, shared)
    var log = DiagnosticLog()
    let result = try carryOut { () throws in
      try shared.withProgress(zh: "办理", en: "carrying out acts") { progress in
        try Desk().run(
          workflow: workflow, acts: acts, calendars: calendars, rules: rules, records: records, earlier: earlier,
          log: &log, progress: progress)
      }
    }
    shared.show(log)
    guard let (run, manifest) = result else { throw Exit.couldNotRun }
    let report = RoundReport(run, manifest, shared.language)
    let removed = try write(report.documents)
    try Terminal.write(report.rankingTable.printableLines)
    shared.say(zh: "结论：\(report.summary)", en: "Outcomes: \(report.summary)")
    if !run.refusedActs.isEmpty {
      shared.say(
        zh: "\(run.refusedActs.count) 个动作未被接受，见 \(output)/refused.md",
        en:
          "\(run.refusedActs.count.counted("act was", "acts were")) refused, see \(output)/refused.md")
    }
    shared.summarize(run.batch)
    shared.say(zh: "已写入 \(output)", en: "written to \(output)")
    if !removed.isEmpty {
      shared.say(
        zh: "删去上次写出、这次没有的文书 \(removed.count) 份",
        en: "\(removed.count) documents of an earlier run were removed")
    }
    if !run.batch.refused.isEmpty || !run.refusedActs.isEmpty { throw Exit.foundSomething }
  }

  private func carryOut<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as Desk.Unreadable {
      throw shared.unreadable(error)
    } catch let error as EndlessQuestions {
      shared.say(
        zh: "内部错误：流程在“\(error.act)”处反复询问", en: "internal error: the workflow asks without end at “\(error.act)”")
      throw Exit.faultOfOurs
    }
  }

  private func write(_ documents: [RoundReport.Document]) throws -> [String] {
    do {
      return try RoundFolder(output).write(documents.map { (path: $0.path, text: $0.text) })
    } catch {
      throw shared.unwritable(error.path, error.cause)
    }
  }
}
