import ArgumentParser
import Casework
import DMN
import Diagnostics
import FEEL
import Reports

struct DMNCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dmn", abstract: "运行 DMN 决策模型 Run DMN decision models.", subcommands: [DMNEvaluate.self, DMNTest.self])
}

struct DMNTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "运行 DMN 一致性测试的用例 Run suites of the DMN conformance kit.",
    discussion: "退出码 1：有用例没有通过或没有跑成 a case failed or could not be run。")

  @Argument(help: "文件夹 folder")
  var path: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var log = DiagnosticLog()
    let conformance = try shared.reading { () throws(Desk.Unreadable) in
      try Desk().conformance(path, now: Terminal.now, log: &log)
    }
    shared.show(log)
    for result in conformance.results {
      guard let failure = result.failure else { continue }
      try Terminal.write(
        "\(result.suite) \(result.id) \(failure.name)\n  - \(failure.expected.feelText)\n  + \(failure.actual.feelText)\n"
      )
      for diagnostic in failure.diagnostics.prefix(3) {
        try Terminal.write("  = \(diagnostic.text(shared.language))\n")
      }
    }
    let failed = conformance.results.count - conformance.passedCount
    let skipped = conformance.skippedCount
    if conformance.results.isEmpty, skipped == 0 {
      shared.show(Diagnostic(.noTestCases, at: nil, ["path": path]))
      throw Exit.couldNotRun
    }
    try Terminal.write("\(conformance.passedCount) passed, \(failed) failed, \(skipped) skipped\n")
    if failed + skipped > 0 { throw Exit.foundSomething }
  }
}

struct DMNEvaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "求模型中决策的值 Evaluate the decisions of a model.",
    discussion: """
      所导入的模型应在同一文件夹里。Imported models are looked for in the same folder.
      退出码 1：模型有错，其余照算 the model has errors, and the rest was evaluated。
      """)

  @Argument(help: "模型文件 model file（.dmn）")
  var model: String

  @Option(help: "输入数据 input data（.yaml、.json），日期写作 dates as '@\"2025-12-01\"'")
  var input: String?

  @Option(help: "只求这一项决策或决策服务 a decision or service（默认全部 default: all decisions）")
  var decision: String?

  @Option(help: "输出格式 format：text、json")
  var format: AnswerFormat = .text

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var log = DiagnosticLog()
    let run = try shared.reading { () throws(Desk.Unreadable) in
      try Desk().decide(model: model, inputs: input, decision: decision, now: Terminal.now, log: &log)
    }
    let hasErrors = log.hasErrors
    log.report(contentsOf: run?.diagnostics ?? [])
    shared.show(log)
    guard let run else { throw Exit.couldNotRun }
    switch format {
    case .json: try Terminal.write(FEELReport.json(run))
    case .text:
      for (decision, value) in run.results {
        try Terminal.write(self.decision == nil ? "\(decision): \(value.feelText)\n" : value.feelText + "\n")
      }
    }
    if hasErrors { throw Exit.foundSomething }
  }
}
