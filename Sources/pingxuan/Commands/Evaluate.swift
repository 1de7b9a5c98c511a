public import ArgumentParser
import Casework
import Diagnostics
public import Reports

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "评审一批记录，给出结论、得分、排名与理由 Evaluate a batch of records.",
    discussion: "退出码 Exit codes：0 正常；1 有记录被拒收 records refused；2 无法运行 could not run；3 内部错误。")

  @OptionGroup var batch: BatchOptions

  @Option(help: "输出格式 format：table、json、ndjson、csv、md")
  var format: BatchReport.Format = .table

  @Option(name: .shortAndLong, help: "写入文件 output file（默认标准输出 default: standard output）")
  var output: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let batch = try batch.evaluate(shared)
    let text = BatchReport(batch, shared.language).text(format)
    try shared.write(format.isForPeople ? text.printableLines : text, to: output)
    shared.summarize(batch)
    if !batch.refused.isEmpty { throw Exit.foundSomething }
  }
}

extension BatchReport.Format: ExpressibleByArgument {
  /// Nothing in it may move a cursor.
  fileprivate var isForPeople: Bool { self == .table || self == .md }
}
