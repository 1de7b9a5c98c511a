import ArgumentParser
import Casework
import Diagnostics
import Reports

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "给人看的文件：评审包、各种文书 Files for people: the review packet, documents.",
    subcommands: [ReportPacket.self, ReportDocuments.self]
  )
}

struct ReportPacket: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packet",
    abstract: "评审包：一个网页文件，断网可用，含排名、检索、每名对象的理由与图表 One HTML file for the committee, offline.",
    discussion: """
      按规则和记录评审，或取案卷库里的一轮评选 judges records by rules, or takes a round of a store；
      退出码 Exit codes：0 正常；1 有记录被拒收 records refused；2 无法运行 could not run。
      """)

  @Option(help: "规则文件 rule file，如 rules/2025/红星工匠.yaml；不写就取案卷库里的一轮")
  var rules: String?

  @Option(help: "申报记录 records，与规则文件一起写 given together with the rules")
  var records: String?

  @Option(name: .customLong("last-rules"), help: "上一届的规则文件，用来比较 rule file of the year before, to compare")
  var lastRules: String?

  @Option(name: .customLong("last-records"), help: "上一届的申报记录 records of the year before")
  var lastRecords: String?

  @OptionGroup var earlier: EarlierOption

  @Option(name: .shortAndLong, help: "写入文件 output file，如 评审包.html")
  var output: String

  @OptionGroup var sheet: SheetOption
  @OptionGroup var store: StoreOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let batch = try self.batch()
    let lastYear = try self.batch(lastRules, lastRecords, .lastHalfGiven)
    let html = shared.withProgress(zh: "写评审包", en: "writing the packet") {
      Packet(batch, since: lastYear, shared.language).html(progress: $0)
    }
    try shared.write(html, to: output)
    shared.summarize(batch)
    shared.say(zh: "已写入 \(output)", en: "written to \(output)")
    if !batch.refused.isEmpty { throw Exit.foundSomething }
  }

  private func batch() throws -> Batch {
    if let batch = try batch(rules, records, .packetHalfGiven, earlier, sheet: sheet.name) { return batch }
    if !earlier.paths.isEmpty { throw UsageError(.earlierWithoutRules) }
    return try shared.withDocket(store, .reading) { docket in
      try docket.standing(of: try docket.round(store.roundID)).batch
    }
  }

  /// `nil` where neither is given; both or neither.
  private func batch(
    _ rules: String?, _ records: String?, _ half: Message, _ earlier: EarlierOption? = nil, sheet: String? = nil
  ) throws -> Batch? {
    if rules == nil, records == nil { return nil }
    guard let rules, let records else { throw UsageError(half) }
    let compiled = try shared.rules(rules)
    return shared.batch(
      try shared.records(records, compiled, earlier?.read(compiled, shared), sheet: sheet), compiled)
  }
}
