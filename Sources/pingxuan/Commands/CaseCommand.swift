import ArgumentParser
import Casework
import Diagnostics
import Records
import Reports
import Store
import Workflow

struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "案卷：列表、现状与理由、经过 Cases: list, standing and reasons, history.",
    subcommands: [CaseList.self, CaseShow.self, CaseHistory.self])
}

struct CaseList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出案卷各到哪一步 List the cases and where each stands.")

  @Option(help: "输出格式 format：text、json")
  var format: AnswerFormat = .text

  @OptionGroup var store: StoreOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.withDocket(store, .reading) { docket in
      let report = DocketReport(shared.language)
      let cases = try docket.cases(of: store.roundID)
      try Terminal.write(format == .json ? report.json(cases) : report.table(cases).printableLines)
    }
  }
}

struct CaseShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "一份案卷的现状和理由书 One case: where it stands, and its justification.")

  @Argument(help: "案卷编号、代码或名称 id, credit code or name")
  var id: String

  @Option(help: "按哪个时刻看 as of when；默认现在 now")
  var at: String?

  @Option(help: "输出格式 format：text、md、json")
  var format: Explain.Format = .text

  @OptionGroup var store: StoreOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.withDocket(store, .reading) { docket in
      let (round, subject) = try docket.find(id, in: store.roundID)
      let run = try docket.standing(of: round)
      let dossier =
        try run.batch.dossiers.first { $0.history?.case == subject } ?? shared.only(named: id, in: run.batch)
      let justification = Justification(dossier, in: run.batch, shared.language)
      switch format {
      case .json: return try Terminal.write(justification.json)
      case .md: return try Terminal.write(justification.markdown)
      case .text:
        let now = try shared.instant(at, in: docket.zone(of: round))
        let view = try docket.view(of: dossier.history?.case ?? CaseID(dossier.record.id), in: round, at: now)
        let standing = DocketReport(shared.language).standing(view, run)
        try Terminal.write(standing.printableLines + "\n" + justification.text)
      }
    }
  }
}

struct CaseHistory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "一份案卷的经过：谁在何时做了什么 Who did what, and when.")

  @Argument(help: "案卷编号、代码或名称 id, credit code or name；不写就是评选本身 without one, the round itself")
  var id: String?

  @Option(help: "输出格式 format：text、json（每行一条 one entry on a line）")
  var format: AnswerFormat = .text

  @OptionGroup var store: StoreOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.withDocket(store, .reading) { docket in
      let found = try id.map { try docket.find($0, in: store.roundID) }
      let round = try found?.round ?? docket.round(store.roundID)
      let entries = try docket.entries(of: found?.case, in: round)
      if format == .json { return try Terminal.write(entries.map(DocketReport.line).joined()) }
      let run = try docket.standing(of: round)
      try Terminal.write(try DocketReport(shared.language).history(entries, run).printableLines)
    }
  }
}
