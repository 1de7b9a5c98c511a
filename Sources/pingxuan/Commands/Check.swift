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
    for file in files {
      try shared.reading { () throws(Desk.Unreadable) in try Desk().check(file, log: &log) }
    }
    shared.show(log)
    if log.hasErrors { throw Exit.foundSomething }
    shared.say(zh: "检查了 \(files.count) 个文件，没有错误", en: "\(files.count) files checked, no errors")
  }
}
