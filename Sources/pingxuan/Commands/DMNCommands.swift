import ArgumentParser
import Casework
import DMN
import Diagnostics
import FEEL

struct DMNCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dmn", abstract: "运行 DMN 决策模型 Run DMN decision models.", subcommands: [DMNTest.self])
}

struct DMNTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "运行 DMN 一致性测试的用例 Run suites of the DMN conformance kit.",
    discussion: "退出码 1：有用例没有通过 a case failed。")

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
      Terminal.write(
        "\(result.suite) \(result.id) \(failure.name)\n  - \(failure.expected.feelText)\n  + \(failure.actual.feelText)\n"
      )
      for diagnostic in failure.diagnostics.prefix(3) { Terminal.write("  = \(diagnostic.text(shared.language))\n") }
    }
    let failed = conformance.results.count - conformance.passedCount
    Terminal.write("\(conformance.passedCount) passed, \(failed) failed, \(conformance.skippedCount) skipped\n")
    if failed > 0 { throw Exit.foundSomething }
  }
}
