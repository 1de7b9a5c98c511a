import ArgumentParser
import Casework
import Certificates
import Diagnostics
import YAML

struct VerifySelection: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify-selection",
    abstract: "核对评选结果凭证：不看规则与记录，逐一重试名次、上限、底线和理由 Check the certificate of a selection.",
    discussion: "退出码 Exit codes：0 无误 it holds；1 有不符 it does not；2 无法读取 cannot be read；3 内部错误。")

  @Argument(help: "evaluate --format json 的结果，或其中的 selection；the JSON of evaluate, or its selection alone")
  var file: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var log = DiagnosticLog()
    let source = try shared.reading { () throws(Desk.Unreadable) in try Desk().source(file) }
    let certificate = Node.read(source, log: &log).flatMap { Certificate($0, log: &log) }
    shared.show(log)
    guard let certificate, !log.hasErrors else { throw Exit.couldNotRun }
    let faults = certificate.faults
    var found = DiagnosticLog()
    found.report(contentsOf: faults)
    shared.show(found)
    if !faults.isEmpty { throw Exit.foundSomething }
    shared.say(
      zh: "核对无误：\(certificate.summary(.zh))", en: "it holds: \(certificate.summary(.en))")
  }
}
