public import ArgumentParser
import Casework
import Diagnostics
import Records
public import Reports
import Rules

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "评审一批记录，给出结论、得分、排名与理由 Evaluate a batch of records.",
    discussion: "退出码 Exit codes：0 正常；1 有记录被拒收 records refused；2 无法运行 could not run；3 内部错误。")

  @OptionGroup var batch: BatchOptions

  @Option(
    name: .customLong("other-rules"),
    help: "同年另一奖项的规则文件，用来查同一佐证复用 rule file of another award of the year, to find evidence used twice")
  var otherRules: String?

  @Option(name: .customLong("other-records"), help: "同年另一奖项的申报记录 records of that award")
  var otherRecords: String?

  @Option(help: "输出格式 format：table、json、ndjson、csv、md")
  var format: BatchReport.Format = .table

  @Option(name: .shortAndLong, help: "写入文件 output file（默认标准输出 default: standard output）")
  var output: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let rules = try batch.readRules(shared)
    let records = try batch.readRecords(rules, batch.readEarlier(rules, shared), shared)
    try showReuse(EvidenceReuse(records, rules))
    let batch = shared.batch(records, rules)
    let text = BatchReport(batch, shared.language).text(format)
    try shared.write(format.isForPeople ? text.printableLines : text, to: output)
    shared.summarize(batch)
    if !batch.refused.isEmpty { throw Exit.foundSomething }
  }

  /// Evidence that two nominees rest on, in this batch and in that of the other award.
  private func showReuse(_ reuse: EvidenceReuse) throws {
    var log = DiagnosticLog()
    log.report(contentsOf: reuse.withinBatch)
    switch (otherRules, otherRecords) {
    case (let path?, let records?):
      let rules = try shared.rules(path)
      log.report(contentsOf: reuse.shared(with: try shared.records(records, rules), rules))
    case (nil, nil): break
    default: throw UsageError(.otherHalfGiven)
    }
    shared.show(log)
  }
}

extension BatchReport.Format: ExpressibleByArgument {
  /// Nothing in it may move a cursor.
  fileprivate var isForPeople: Bool { self == .table || self == .md }
}
