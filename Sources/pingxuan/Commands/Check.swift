import ArgumentParser
import Casework
import Diagnostics
import Records
import Rules

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "检查规则、流程与日历文件 Check rule, workflow and calendar files.",
    discussion: "目录按其下全部 .yaml 文件检查。A folder stands for all .yaml files in it. 退出码 1：有错误 errors found。")

  @Argument(help: "文件或目录 files or folders")
  var paths: [String]

  @Option(help: "规则文件：申报记录（.xlsx、.csv、.json、.ndjson）按它来查 rule file by which records are checked")
  var rules: String?

  @OptionGroup var sheet: SheetOption
  @OptionGroup var notes: NotesOption
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let tables = paths.filter { ![nil, .yaml].contains(RecordFormat(fileName: $0)) }
    let isSound = try check(tables: tables)
    let paths = paths.filter { !tables.contains($0) }
    if !paths.isEmpty { try check(paths) }
    if !isSound { throw Exit.foundSomething }
  }

  /// Whether all of their records would be taken.
  private func check(tables: [String]) throws -> Bool {
    guard let first = tables.first else { return true }
    guard let rules = try rules.map({ try shared.rules($0) }) else {
      shared.show(Diagnostic(.recordsNeedRules, at: nil, ["path": first]))
      throw Exit.couldNotRun
    }
    var refused = 0
    for path in tables {
      let batch = try shared.records(path, rules, sheet: sheet.name, allNotes: notes.isGiven)
      for record in batch.refused {
        Terminal.complain(shared.renderer.render(record.diagnostics.filter { $0.severity > .note }) + "\n")
      }
      let (count, wrong) = (batch.records.count + batch.refused.count, batch.refused.count)
      shared.say(
        zh: "\(path)：\(count) 份记录，\(wrong == 0 ? "都能收" : "\(wrong) 份要改")",
        en: "\(path): \(count.counted("record", "records")), \(wrong == 0 ? "all fine" : "\(wrong) to be corrected")")
      refused += wrong
    }
    return refused == 0
  }

  private func check(_ paths: [String]) throws {
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
