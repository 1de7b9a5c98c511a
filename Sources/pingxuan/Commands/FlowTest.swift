import ArgumentParser
import Casework
import Diagnostics
import Foundation
import Reports
import Store

struct FlowTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "跑流程场景：每一步之后应当怎样 Run scenarios of workflows.",
    discussion: """
      目录按其下全部 .yaml 文件中有 scenarios 的跑。Of a folder, all .yaml files with scenarios in them.
      退出码 1：有场景没有通过 a scenario failed。
      """)

  @Argument(help: "场景文件或目录 scenario files or folders")
  var paths: [String]

  @Flag(help: "每一步之后存入案卷库再读回 save to a store and restore after each step")
  var saveRestore = false

  @Option(help: ArgumentHelp("只跑这个编号的场景，可写多次 only the scenario of this id", valueName: "编号"))
  var only: [String] = []

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var log = DiagnosticLog()
    let files = try shared.reading { () throws(Desk.Unreadable) in try Desk().scenarioFiles(paths, log: &log) }
    shared.show(log)
    let unknown = only.filter { id in !files.contains { $0.scenarios.contains { $0.id == id } } }
    for id in unknown { shared.show(Diagnostic(.noSuchScenario, at: nil, ["id": id])) }
    guard unknown.isEmpty, files.contains(where: { !$0.scenarios.isEmpty }) else {
      if unknown.isEmpty, !log.hasErrors {
        shared.show(Diagnostic(.noScenarios, at: nil, ["paths": paths.joined(separator: " ")]))
      }
      throw Exit.couldNotRun
    }
    let results = try files.flatMap { try run($0) }
    let report = ScenarioReport(results, shared.language)
    try Terminal.write(report.text.printableLines)
    if report.failedCount > 0 || log.hasErrors { throw Exit.foundSomething }
  }

  private func run(_ file: ScenarioFile) throws -> [ScenarioResult] {
    do {
      return try ScenarioSession(file, savesAfterEachStep: saveRestore).run(only: only)
    } catch let fault as StoreFault {
      // The store of a scenario lies among the temporary files.
      shared.show(fault.diagnostic(path: FileManager.default.temporaryDirectory.path))
      throw Exit.couldNotRun
    } catch let error as EndlessQuestions {
      shared.show(Diagnostic(.endlessQuestions, at: nil, ["act": error.act]))
      throw Exit.faultOfOurs
    }
  }
}
