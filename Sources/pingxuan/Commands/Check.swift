import ArgumentParser
import Casework
import Diagnostics

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "检查规则、流程与日历文件 Check rule, workflow and calendar files.",
    discussion: "目录按其下全部 .yaml 文件检查。A folder stands for all .yaml files in it. 退出码 1：有错误 errors found。")

  @Argument(help: "文件或目录 files or folders")
  var paths: [String]

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var log = DiagnosticLog()
    let files = try shared.reading { () throws(Desk.Unreadable) in try Desk().files(under: paths) }
    guard !files.isEmpty else {
      shared.show(Diagnostic(.nothingToCheck, at: nil, ["paths": paths.joined(separator: " ")]))
      throw Exit.couldNotRun
    }
    let half = try shared.reading { () throws(Desk.Unreadable) in try Desk().check(files, log: &log) }
    shared.show(log)
    if log.hasErrors { throw Exit.foundSomething }
    shared.say(
      zh: "检查了 \(files.count) 个文件，没有错误", en: "\(files.count.counted("file", "files")) checked, no errors")
    guard half > 0 else { return }
    shared.say(
      zh: "其中 \(half) 个是申报记录或规则测试，只查了 YAML 写法；记录请与规则一起查：pingxuan evaluate --rules … --records …",
      en:
        "\(half) of them hold records or tests of rules, of which the YAML alone was checked; check records with their rules: pingxuan evaluate --rules … --records …"
    )
  }
}
