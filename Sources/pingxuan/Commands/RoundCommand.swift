import ArgumentParser
import Casework
import Diagnostics
import Records
import Reports
import Rules
import Store
import Workflow

struct RoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round", abstract: "评选的开启、列表、文书与结束 Rounds: open, list, report, close.",
    subcommands: [
      RoundOpen.self, RoundImport.self, RoundList.self, RoundReportCommand.self, RoundAmend.self, RoundClose.self,
    ])
}

struct RoundOpen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "开启一次评选：规则、流程、日历、人员与申报记录一并存档 Open a round and keep all it goes by.",
    discussion: "案卷库没有就新建 a store is made where there is none。")

  @Option(help: "流程文件 workflow file，如 workflows/红星工匠.yaml")
  var workflow: String

  @OptionGroup var batch: BatchOptions

  @Option(help: "人员与提名 people and nominations：含 org、nominations 的动作文件 an acts file")
  var people: String

  @Option(help: "日历文件或目录 calendar file or folder")
  var calendars = "calendars"

  @Option(name: .customLong("as"), help: "由谁开启 who opens it；默认按人员文件里的 start")
  var actor: String?

  @Option(help: "何时 when，如 2025-12-01T09:00；默认按人员文件里的 start，再没有就是现在")
  var at: String?

  @Option(help: "编号 id，也可写 --round；默认“年度-奖项”")
  var id: String?

  @OptionGroup var store: StoreOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    if let id, let other = store.round, id != other { throw UsageError(.twoIDs, ["id": id, "round": other]) }
    let id = id ?? store.round
    if let id, !id.contains(where: { !$0.isWhitespace }) || id.contains(where: \.isNewline) {
      throw UsageError(.badID, ["value": id])
    }
    let rules = try batch.readRules(shared)
    let earlier = try batch.readEarlier(rules, shared)
    let records = try batch.readRecords(rules, earlier, shared)
    let instant = try at.map { try shared.instant($0, in: "") }
    let (receipt, run) = try shared.withDocket(store, .creating) { docket in
      var log = DiagnosticLog()
      let answer = try docket.open(
        RoundFiles(rules: batch.rules, workflow: workflow, people: people, calendars: calendars), rules: rules,
        records: records, earlier: earlier,
        by: actor.map { ActorID($0) }, at: instant, clock: Terminal.instant(in: "Asia/Shanghai"),
        id: id.map { RoundID($0) }, log: &log)
      shared.show(log)
      let receipt = try shared.receipt(of: answer)
      return (receipt, try docket.standing(of: receipt.round))
    }
    shared.say(
      zh: "已开启评选“\(receipt.round)”：\(run.round.cases.count) 份案卷",
      en: "opened the round “\(receipt.round)”: \(run.round.cases.count.counted("case", "cases"))")
    shared.summarize(run.batch)
    if !run.batch.refused.isEmpty { throw Exit.foundSomething }
  }
}

struct RoundImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "收下后到的记录和提名；材料还在申报人手里的可重新递交 Take in records that come later.")

  @Option(help: "申报记录 records：.xlsx、.csv、.yaml、.json 或 .ndjson")
  var records: String

  @Option(help: "随之而来的人员与提名 people and nominations that join：含 org、nominations 的动作文件")
  var people: String?

  @Option(name: .customLong("as"), help: "由谁 who：评选办 the office")
  var actor: String

  @Option(help: "何时 when；默认现在 now")
  var at: String?

  @OptionGroup var sheet: SheetOption
  @OptionGroup var notes: NotesOption
  @OptionGroup var store: StoreOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.withDocket(store) { docket in
      let id = try docket.round(store.roundID)
      let now = try shared.instant(at, in: docket.zone(of: id))
      var log = DiagnosticLog()
      let answer = try shared.withProgress(zh: "读记录", en: "reading records") { progress in
        try docket.receive(
          records, sheet: sheet.name, people: people, in: id, by: ActorID(actor), at: now, log: &log,
          progress: progress)
      }
      shared.show(log, allNotes: notes.isGiven)
      let receipt = try shared.receipt(of: answer)
      try Terminal.write(DocketReport(shared.language).receipt(receipt) + "\n")
      let rules = try docket.standing(of: id).batch.rules
      let report = ResubmissionReport(receipt.superseded, rules, shared.language)
      for line in report.lines { try Terminal.write(line.printable + "\n") }
    }
  }
}

struct RoundList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出案卷库里的评选 List the rounds of a store.")

  @Option(help: "输出格式 format：text、json")
  var format: AnswerFormat = .text

  @OptionGroup var store: StoreOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.withDocket(store, .reading) { docket in
      let report = DocketReport(shared.language)
      let rounds = try docket.rounds()
      try Terminal.write(format == .json ? report.json(rounds) : report.table(rounds).printableLines)
    }
  }
}

struct RoundReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "按案卷库写出排名、理由书与清单 Write ranking, justifications and manifest from the store.")

  @Option(name: .shortAndLong, help: "输出目录 output folder")
  var output: String

  @OptionGroup var store: StoreOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.withDocket(store, .reading) { docket in
      let id = try docket.round(store.roundID)
      let run = try docket.standing(of: id)
      let report = RoundReport(run, try docket.manifest(of: id), shared.language)
      do throws(RoundFolder.Unwritable) {
        try RoundFolder(output).write(report.documents.map { (path: $0.path, text: $0.text) })
      } catch {
        throw shared.unwritable(error.path, error.cause)
      }
      try Terminal.write(report.rankingTable.printableLines)
      shared.say(zh: "结论：\(report.summary)", en: "Outcomes: \(report.summary)")
      shared.say(zh: "已写入 \(output)", en: "written to \(output)")
    }
  }
}

struct RoundAmend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract: "启用新版本的流程，或补充以后年份的日历 Deploy a new version of the workflow, or add calendars of later years.",
    discussion: "已经开始的案卷用 act migrate 转到新版 those under way are moved with act migrate。")

  @Option(help: "流程文件 workflow file，版本号要更高 with a higher version")
  var workflow: String?

  @Option(help: "日历文件或目录 calendar file or folder：补充还没有的年份 adds the years that are missing")
  var calendars: String?

  @Option(
    name: .customLong("as"),
    help: "由谁 who：启用流程由系统管理员，补充日历由评选办 an administrator deploys, the office adds calendars")
  var actor: String

  @Option(help: "理由 reason")
  var reason: String?

  @Option(help: "何时 when；默认现在 now")
  var at: String?

  @OptionGroup var store: StoreOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.withDocket(store) { docket in
      let id = try docket.round(store.roundID)
      let now = try shared.instant(at, in: docket.zone(of: id))
      var log = DiagnosticLog()
      let answer =
        switch (workflow, calendars) {
        case (let workflow?, nil):
          try docket.amend(id, workflow: workflow, by: ActorID(actor), at: now, reason: reason, log: &log)
        case (nil, let calendars?):
          try docket.extend(id, calendars: calendars, by: ActorID(actor), at: now, log: &log)
        default: throw UsageError(.amendsOneThing)
        }
      shared.show(log)
      try Terminal.write(DocketReport(shared.language).receipt(shared.receipt(of: answer)) + "\n")
    }
  }
}

struct RoundClose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "结束一次评选：每名对象都有结果之后 Close a round once every nominee has an outcome.")

  @Option(name: .customLong("as"), help: "由谁 who")
  var actor: String

  @Option(help: "何时 when；默认现在 now")
  var at: String?

  @OptionGroup var store: StoreOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.withDocket(store) { docket in
      let id = try docket.round(store.roundID)
      let now = try shared.instant(at, in: docket.zone(of: id))
      _ = try shared.receipt(of: docket.close(id, by: ActorID(actor), at: now))
      shared.say(zh: "评选“\(id)”已结束", en: "the round “\(id)” is closed")
    }
  }
}
