import ArgumentParser
import Casework
import Diagnostics
import FEEL

struct Feel: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "求一个 FEEL 表达式的值 Evaluate a FEEL expression.",
    discussion: "例 e.g.：pingxuan feel 'date(\"2024-02-29\") + duration(\"P1Y\")'")

  @Argument(help: "表达式 expression")
  var expression: String

  @Option(help: "给出名称与值的文件 file with names and values（.yaml、.json）")
  var context: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var log = DiagnosticLog()
    let names = try readContext(&log)
    if log.hasErrors {
      shared.show(log)
      throw Exit.couldNotRun
    }
    let answer = FEELAnswer(expression, names: names, log: &log)
    shared.show(log)
    guard let answer else { throw Exit.couldNotRun }
    Terminal.write(answer.value.feelText + "\n")
    if let reason = answer.reason {
      Terminal.complain(shared.renderer.render(reason.diagnostic))
    }
  }

  private func readContext(_ log: inout DiagnosticLog) throws -> Context {
    guard let context else { return Context() }
    return try shared.reading { () throws(Desk.Unreadable) in try Desk().context(context, log: &log) }
  }
}
