import ArgumentParser
import Casework
import Diagnostics
import Foundation
import Reports
import Store
import Workflow

struct Act: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "办理一个动作，或一个动作文件里的全部动作 Do one act, or all acts of a file.",
    discussion: """
      pingxuan act approve --case GJ-2025-004 --as 评选办复核人
      pingxuan act return --case GJ-2025-004 --as 评选办经办人 --to-stage apply --reason 缺社保证明
      pingxuan act cast --as 链党委委员3 --names -         （无记名票从标准输入读，不留在命令行里）
      pingxuan act --file examples/2025/红星工匠/acts.yaml
      退出码 1：未被接受 refused。
      """)

  @Argument(help: "动作 verb：submit、approve、return、reject、cast、score、object……见 docs/workflows.md")
  var verb: String?

  @Option(help: "动作文件 acts file：逐条办理，已办的不重复 each act once, however often it is given")
  var file: String?

  @Option(name: .customLong("as"), help: "谁 who acts")
  var actor: String?

  @Option(name: .customLong("case"), help: "案卷编号或名称 which case, by id or name；评选本身的动作不写")
  var subject: String?

  @Option(help: "何时 when；默认现在 now")
  var at: String?

  @Option(name: .customLong("command-id"), help: "命令编号：同号同内容只办一次 the same id is the same act")
  var commandID: String?

  @Option(name: .customLong("if-version"), help: "看到的是第几版 the version it was decided on；默认取运行时的版本")
  var version: Int?

  @OptionGroup var words: ActWords

  @Option(help: "输出格式 format：text、json")
  var format: AnswerFormat = .text

  @OptionGroup var store: StoreOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    if let file { return try carryOut(file) }
    guard let verb else {
      shared.show(Diagnostic(.noVerb, at: nil))
      shared.say(zh: Self.verbs(.zh), en: Self.verbs(.en))
      throw Exit.couldNotRun
    }
    guard let actor else { throw UsageError(.missingArgument, ["name": "--as"]) }
    try shared.withDocket(store) { docket in
      let found = try subject.map { try docket.find($0, in: store.roundID) }
      let subject = found?.case
      let round = try found?.round ?? docket.round(store.roundID)
      let now = try shared.instant(at, in: docket.zone(of: round))
      // What somebody votes or scores does not hang on what others have done meanwhile; everything else does.
      let isOwn = verb == Verb.cast.rawValue || verb == Verb.score.rawValue
      let seen = try version ?? (isOwn ? nil : docket.version(of: subject, in: round))
      let text = try words.text(verb, by: actor, subject?.rawValue, version: seen)
      let step = try read(text, isBallot: verb == Verb.cast.rawValue)
      let answer = try docket.act(step, in: round, at: now, id: commandID ?? UUID().uuidString)
      if format == .json, case .refused(let cause) = answer {
        try Terminal.write(DocketReport(shared.language).json(cause))
      }
      if case .done(let receipt) = answer, receipt.isSecret, words.tellsBallot {
        shared.show(Diagnostic(.ballotInHistory, at: nil))
      }
      try tell(answer, docket, round, subject, now)
    }
  }

  /// - Parameter isBallot: what is wrong with it is then not shown: it would tell the vote to whoever looks on.
  private func read(_ text: (head: String, rest: String), isBallot: Bool) throws -> Step {
    var log = DiagnosticLog()
    let step = Desk().step(text.head + text.rest, log: &log)
    let lines = text.head.utf8.count { $0 == UInt8(ascii: "\n") }
    func tells(_ span: Span?) -> Bool { span.map { $0.start.line > lines } ?? false }
    if isBallot, log.diagnostics.contains(where: { tells($0.span) || $0.notes.contains { tells($0.span) } }) {
      shared.show(Diagnostic(.unreadableBallot, at: nil))
      throw Exit.couldNotRun
    }
    shared.show(log)
    guard let step, !log.hasErrors else { throw Exit.couldNotRun }
    return step
  }

  /// What somebody can do; what rounds begin with, and what the program does by itself, is left out.
  private static func verbs(_ language: Language) -> String {
    let verbs = Verb.allCases.filter { ![.start, .deploy, .autoComplete, .tick].contains($0) }
    return language == .zh
      ? verbs.map { "\($0.rawValue)（\($0.phrase.text(.zh))）" }.joined(separator: "、")
      : verbs.map(\.rawValue).joined(separator: ", ")
  }

  private func tell(
    _ answer: Docket.Answer, _ docket: Docket, _ round: RoundID, _ subject: CaseID?, _ now: Instant
  ) throws {
    let receipt = try shared.receipt(of: answer)
    let report = DocketReport(shared.language)
    let view = try docket.view(of: subject, in: round, at: now)
    if format == .json { return try Terminal.write(report.json(receipt, view)) }
    let run = try docket.standing(of: round)
    try Terminal.write((report.receipt(receipt) + "\n" + report.standing(view, run)).printableLines)
  }

  private func carryOut(_ path: String) throws {
    try shared.withDocket(store) { docket in
      var log = DiagnosticLog()
      let read = try Desk().acts(path, log: &log)
      shared.show(log)
      guard let (acts, _) = read, !log.hasErrors else { throw Exit.couldNotRun }
      let report = DocketReport(shared.language)
      let done = try docket.carryOut(acts, in: try docket.round(store.roundID)) { receipt in
        // What has been said is on the disk; who reads along loses nothing when the machine stops.
        if format == .json { try Terminal.write(report.line(receipt)) }
      }
      for act in done.refused {
        if format == .json { try Terminal.write(report.line(act)) }
        shared.say(zh: report.heading(act), en: report.heading(act))
        shared.show(act.cause)
      }
      shared.say(
        zh: "办理 \(done.accepted) 个动作，此前已办 \(done.repeated) 个，未被接受 \(done.refused.count) 个",
        en:
          "\(done.accepted.counted("act", "acts")) done, \(done.repeated) done before, \(done.refused.count) refused")
      if !done.refused.isEmpty { throw Exit.foundSomething }
    }
  }
}

/// What an act may say besides who and when: the keys of an acts file's step.
struct ActWords: ParsableArguments {
  @Option(help: "理由 reason") var reason: String?
  @Option(help: "环节的编号或名称 stage, by id or name；同时开着几个时指明") var stage: String?
  @Option(help: "转给、委派给、移交给 to whom") var to: String?
  @Option(name: .customLong("to-stage"), help: "退回到哪个环节（编号或名称）return: to which stage") var toStage: String?
  @Option(help: "加签、减签、回避的人 who，可写几个：[甲, 乙]") var who: String?
  @Option(name: .customLong("for"), help: "代谁办理 as whose proxy") var principal: String?
  @Option(name: .customLong("task-of"), help: "谁名下的任务 whose task") var taskOf: String?
  @Option(help: "认领哪个角色的任务 claim: the role") var slot: String?
  @Option(help: "票：yes、no、abstain；写 - 则从标准输入读 - reads it from standard input") var choice: String?
  @Option(help: "逐案的票 a mark for each case：{GJ-001: yes}；- 同上") var marks: String?
  @Option(help: "圈选 the names marked：[GJ-001, GJ-002]；- 同上") var names: String?
  @Option(help: "评分 points") var points: String?
  @Option(help: "到会的人 check_in: who is present：[甲, 乙]") var present: String?
  @Option(help: "意见 opinion") var opinion: String?
  @Option(help: "正文 text") var text: String?
  @Option(help: "异议：是否实名 object: named") var named: String?
  @Option(help: "异议：证据件数 object: pieces of evidence") var evidence: String?
  @Option(help: "异议：针对谁 object: against whom") var against: String?
  @Option(help: "哪一件异议 which objection") var objection: String?
  @Option(help: "异议的结论 settle_objection：founded、unfounded") var result: String?
  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("填入的事实 a fact that is filled in", valueName: "字段=值"))
  var facts: [String] = []
  @Option(
    name: .customLong("with"), parsing: .singleValue,
    help: ArgumentHelp("动作文件里的其他键 any other key of a step", valueName: "键=值"))
  var others: [String] = []

  /// Whether a vote stands on the command line itself.
  var tellsBallot: Bool {
    [choice, marks, names].contains { $0 != nil && $0 != "-" }
      || others.contains { $0.hasPrefix("choice=") || $0.hasPrefix("marks=") || $0.hasPrefix("names=") }
  }

  /// The step as an acts file would hold it; `rest` holds the vote, if there is one, and all that comes after it.
  func text(
    _ verb: String, by actor: String, _ subject: String?, version: Int?
  ) throws -> (head: String, rest: String) {
    var lines = ["do: \(Self.quoted(verb))", "by: \(Self.quoted(actor))"]
    func add(_ key: String, _ value: String?) { if let value { lines.append("\(key): \(value)") } }
    add("case", subject.map(Self.quoted))
    add("if_version", version.map(String.init))
    for (key, value) in [
      ("reason", reason), ("stage", stage), ("to", to), ("to_stage", toStage), ("for", principal), ("task_of", taskOf),
      ("slot", slot), ("opinion", opinion), ("text", text), ("against", against), ("result", result),
    ] { add(key, value.map(Self.quoted)) }
    for (key, value) in [("who", who), ("present", present)] { add(key, value.map(Self.list)) }
    for (key, value) in [("points", points), ("named", named), ("evidence", evidence), ("objection", objection)] {
      add(key, value)
    }
    if !facts.isEmpty {
      lines.append("data:")
      for fact in facts { lines.append("  " + (try Self.pair(fact))) }
    }
    let head = lines.joined(separator: "\n") + "\n"
    lines = []
    let secrets = [("choice", choice.map { $0 == "-" ? $0 : Self.quoted($0) }), ("marks", marks), ("names", names)]
    if secrets.contains(where: { $0.1 == "-" }) {
      // An input that was closed is no ballot: a blank one is written as such.
      guard let given = Terminal.read().split(separator: "\n", maxSplits: 1).first.map(String.init) else {
        throw UsageError(.emptyBallot)
      }
      for (key, value) in secrets where value == "-" { add(key, key == "choice" ? Self.quoted(given) : given) }
    } else {
      for (key, value) in secrets { add(key, value) }
    }
    for other in others { lines.append(try Self.pair(other)) }
    return (head, lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n")
  }

  private static func pair(_ text: String) throws -> String {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw UsageError(.badPair, ["value": text])
    }
    return "\(quoted(String(text[..<equals]))): \(text[text.index(after: equals)...])"
  }

  private static func list(_ text: String) -> String {
    let isWritten = text.hasPrefix("[") || text.hasPrefix("{")
    return text.hasPrefix("[") ? text : "[\(isWritten ? text : quoted(text))]"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }
}
