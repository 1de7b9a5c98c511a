import ArgumentParser
import Casework
import Diagnostics

struct FlowCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "检查流程文件：写法、去向、能否办结 Check workflow files: writing, targets, soundness.",
    discussion: "退出码 1：有错误 errors found。")

  @Argument(help: "流程文件或目录 workflow files or folders")
  var paths: [String]

  @Option(help: "规则文件：再查流程与规则是否相符 rule file: whether workflow and rules belong together")
  var rules: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let rules = try rules.map { try shared.rules($0) }
    let files = try shared.reading { () throws(Desk.Unreadable) in try Desk().files(under: paths) }
    guard !files.isEmpty else {
      shared.show(Diagnostic(.nothingToCheck, at: nil, ["paths": paths.joined(separator: " ")]))
      throw Exit.couldNotRun
    }
    var log = DiagnosticLog()
    try shared.reading { () throws(Desk.Unreadable) in
      try Desk().checkWorkflows(files, rules: rules, log: &log)
    }
    shared.show(log)
    if log.hasErrors { throw Exit.foundSomething }
    shared.say(
      zh: "检查了 \(files.count) 个文件，没有错误", en: "\(files.count.counted("file", "files")) checked, no errors")
  }
}
