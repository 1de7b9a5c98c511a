public import Casework
public import Diagnostics
import FEEL
import Outcomes
public import Store
public import Workflow

/// What a store says of its rounds and cases: tables for a terminal, JSON for programs.
public struct DocketReport {
  let language: Language

  public init(_ language: Language) { self.language = language }

  // MARK: Rounds

  public func table(_ rounds: [RoundSummary]) -> String {
    TextTable(
      header: [
        word("评选", "Round"), word("奖项", "Award"), word("年度", "Edition"), word("状态", "State"),
        word("开启", "Opened"), word("结束", "Closed"),
      ],
      rows: rounds.map { round in
        [
          round.id.rawValue, round.award, round.edition, state(round.state), time(round.opened),
          round.closed.map(time) ?? "",
        ]
      }
    ).text
  }

  public func json(_ rounds: [RoundSummary]) -> String {
    JSON.object([
      "format_version": .number(1), "engine": .string(Engine.version),
      "rounds": .array(
        rounds.map { round in
          .object([
            "id": .string(round.id.rawValue), "award": .string(round.award), "edition": .string(round.edition),
            "state": .string(round.state), "version": .number(round.version),
            "opened": .string(round.opened.description), "closed": .optional(round.closed?.description),
          ])
        }),
    ]).pretty
  }

  // MARK: Cases

  public func table(_ cases: [(round: RoundID, item: CaseSummary)]) -> String {
    let isOne = Set(cases.map(\.round)).count <= 1
    let header =
      (isOne ? [] : [word("评选", "Round")])
      + [
        word("编号", "No."), word("名称", "Name"), word("状态", "State"), word("结论", "Outcome"),
        word("环节", "Stage"), word("版本", "Version"),
      ]
    return TextTable(
      header: header,
      rows: cases.map { round, item in
        (isOne ? [] : [round.rawValue]) + [
          item.id.rawValue, item.title, state(item.state), outcome(item.outcome), item.stage ?? "",
          String(item.version),
        ]
      }
    ).text
  }

  public func json(_ cases: [(round: RoundID, item: CaseSummary)]) -> String {
    JSON.object([
      "format_version": .number(1), "engine": .string(Engine.version),
      "cases": .array(
        cases.map { round, item in
          .object([
            "round": .string(round.rawValue), "id": .string(item.id.rawValue), "title": .string(item.title),
            "state": .string(item.state), "outcome": .optional(item.outcome), "stage": .optional(item.stage),
            "version": .number(item.version),
          ])
        }),
    ]).pretty
  }

  // MARK: What happened

  /// The acts of a case, or of a round, one on a line: when, who, what, where, why.
  public func history(_ entries: [Entry], _ run: RoundRun) throws -> String {
    let lines = try entries.compactMap { try line($0, run) }
    let isOne = Set(lines.map(\.subject)).count <= 1
    let header = [word("时间", "When"), word("谁", "Who"), word("做了什么", "What"), word("案卷", "Case")]
    return TextTable(
      header: (isOne ? header.dropLast() : header) + [word("环节", "Stage"), word("理由或结果", "Reason or result")],
      rows: lines.map { line in
        [line.time, line.who, line.what] + (isOne ? [] : [line.subject]) + [line.stage, line.note]
      }
    ).text
  }

  private struct Line {
    let time: String
    let who: String
    let what: String
    var subject = ""
    var stage = ""
    var note = ""
  }

  private func line(_ entry: Entry, _ run: RoundRun) throws -> Line? {
    func by(_ what: String, note: String = "") -> Line {
      Line(time: time(entry.at), who: who(entry.by, run), what: what, note: note)
    }
    var line: Line?
    switch try entry.content() {
    case .opened: line = by(word("开启评选", "opened the round"))
    case .records(let documents):
      line = by(word("收到记录", "records received"), note: documents.map(\.name).joined(separator: word("、", ", ")))
    case .event(let event): line = self.line(event, run)
    case .counted(let count):
      line = by(
        word("清点票箱", "counted the box"),
        note: count.ballots.map { word("\($0) 票", $0.counted("ballot", "ballots")) }
          ?? word("钥匙已失，打不开", "its key is gone; it cannot be opened"))
    case .closed: line = by(word("结束评选", "closed the round"))
    case .amended(let amendment):
      if let calendars = amendment.calendars {
        line = by(
          word("补充日历", "added calendars"), note: calendars.map(\.name).joined(separator: word("、", ", ")))
      } else {
        line = by(word("启用新版流程", "deployed a new workflow"), note: amendment.reason ?? "")
      }
    case .people(let organization):
      line = by(
        word("人员名单有增加", "people joined"),
        note: organization.people.keys.map(\.rawValue).sorted().joined(separator: word("、", ", ")))
    case .act: break
    }
    line?.subject = entry.subject?.rawValue ?? ""
    return line
  }

  private func line(_ event: Event, _ run: RoundRun) -> Line? {
    func by(_ actor: ActorID, _ what: String, _ stage: StageID? = nil, note: String = "") -> Line {
      Line(time: time(event.at), who: who(actor, run), what: what, stage: self.stage(stage, run), note: note)
    }
    switch event.change {
    case .accepted(let act):
      let verb = act.isSecret ? word("参加无记名投票", "took part in the secret ballot") : act.verb.phrase.text(language)
      let names = act.whom.map { who($0, run) }.joined(separator: word("、", ", "))
      return by(
        event.by, verb + (names.isEmpty ? "" : word("：", ": ") + names), act.stage, note: act.command.reason ?? "")
    case .entered(let opening): return by(.system, word("进入环节", "entered the stage"), opening.stage)
    case .outcomeChanged(let outcome, let id):
      return by(.system, word("结论", "outcome"), id, note: outcome.phrase.text(language))
    case .stateChanged(let state): return by(.system, word("状态", "state"), note: self.state(state.rawValue))
    case .noted(let entry):
      let whom = entry.whom.map { word("：", ": ") + who($0, run) } ?? ""
      return by(entry.actor, note(entry.verb) + whom, entry.stage)
    default: return nil
    }
  }

  /// Entries as they are stored, one JSON object on a line.
  public static func line(_ entry: Entry) -> String {
    JSON.object([
      "seq": .number(entry.seq), "round": .string(entry.round.rawValue), "case": .optional(entry.subject?.rawValue),
      "version": .number(entry.version), "act": .number(entry.act), "at": .string(entry.at.description),
      "by": .string(entry.by.rawValue), "format": .number(entry.format), "kind": .string(entry.kind.rawValue),
      "body": .string(entry.body),
      "hash": .string(entry.hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()),
    ]).line + "\n"
  }

  // MARK: How it stands

  /// Where a case, or the round, stands now: who is asked, until when.
  public func standing(_ view: View, _ run: RoundRun) -> String {
    var lines = [word("状态：", "State: ") + state(view.state.rawValue)]
    if let outcome = view.outcome { lines.append(word("结论：", "Outcome: ") + outcome.phrase.text(language)) }
    for (id, actors) in view.active.sorted(by: { $0.key < $1.key }) {
      let people =
        actors.isEmpty
        ? word("无须办理", "nobody is asked")
        : actors.map { who($0, run) }.joined(separator: word("、", ", "))
      lines.append(word("待办：", "Asked: ") + stage(id, run) + word("——", " – ") + people)
    }
    if let due = view.due {
      lines.append(word("期限：", "Due: ") + time(due) + (view.isProvisional ? word("（暂定）", " (provisional)") : ""))
    }
    if let incident = view.incident {
      lines.append(
        word("停在：", "Stopped at: ") + stage(incident.stage, run) + word("（", " (") + incident.cause.code
          + word("）", ")"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What an act that was done says of itself.
  public func receipt(_ receipt: Docket.Receipt) -> String {
    if receipt.isIdle { return word("没有什么可办的，什么也没有记下", "there was nothing to do; nothing was recorded") }
    let range =
      receipt.entries.count == 1
      ? "\(receipt.entries.lowerBound)" : "\(receipt.entries.lowerBound)–\(receipt.entries.upperBound)"
    return receipt.isRepeat
      ? word("此前已记下（第 \(range) 条），不重复办理", "recorded before (entries \(range)); not done again")
      : word("已记下：第 \(range) 条，版本 \(receipt.version)", "recorded: entries \(range), version \(receipt.version)")
  }

  /// A receipt on one line, for a program that reads along.
  public func line(_ receipt: Docket.Receipt) -> String {
    JSON.object([
      "round": .string(receipt.round.rawValue), "first": .number(receipt.entries.lowerBound),
      "last": .number(receipt.entries.upperBound), "version": .number(receipt.version),
      "repeat": .boolean(receipt.isRepeat),
    ]).line + "\n"
  }

  public func json(_ receipt: Docket.Receipt, _ view: View) -> String {
    JSON.object([
      "format_version": .number(1), "engine": .string(Engine.version), "round": .string(receipt.round.rawValue),
      "first": .number(receipt.entries.lowerBound), "last": .number(receipt.entries.upperBound),
      "version": .number(receipt.version), "repeat": .boolean(receipt.isRepeat),
      "state": .string(view.state.rawValue), "outcome": .optional(view.outcome?.rawValue),
      "active": .object(
        view.active.sorted { $0.key < $1.key }.map { stage, actors in
          JSON.Member(name: stage.rawValue, value: .array(actors.map { .string($0.rawValue) }))
        }),
      "due": .optional(view.due?.description), "provisional": .boolean(view.isProvisional),
    ]).pretty
  }

  // MARK: Audit

  public func text(_ verification: Verification) -> String {
    guard let fault = verification.fault else {
      return word(
        "完好：\(verification.sound) 条\n末条 \(verification.head)\n",
        "intact: \(verification.sound.counted("entry", "entries"))\nlast \(verification.head)\n")
    }
    guard let entry = fault.entry else { return cause(fault.cause) + "\n" }
    return word("第 \(entry) 条有问题：", "entry \(entry) is bad: ") + cause(fault.cause)
      + word("；此前 \(verification.sound) 条完好\n", "; the \(verification.sound) before it are sound\n")
  }

  public func json(_ verification: Verification) -> String {
    JSON.object([
      "format_version": .number(1), "engine": .string(Engine.version),
      "intact": .boolean(verification.fault == nil), "entries": .number(verification.sound),
      "head": .string(verification.head), "first_bad": verification.fault?.entry.map(JSON.number) ?? .null,
      "cause": .optional(verification.fault.map { cause($0.cause) }),
    ]).pretty
  }

  private func cause(_ cause: Verification.Cause) -> String {
    switch cause {
    case .altered: word("内容被改过", "it was changed")
    case .missing: word("这一条缺失", "it is missing")
    case .surplus: word("案卷库没有写过这一条", "the store never wrote it")
    case .unreadable: word("读不出来", "it cannot be read")
    case .version: word("版本不连续", "its version does not follow")
    case .document(let name):
      word(
        "所附文件“\(name)”缺失或被改过；请用备份恢复案卷库",
        "the file “\(name)” that it names is gone or was changed; restore the store from a backup")
    case .headless:
      word(
        "各条前后相接，但记着末条的那一行（表 head）不见了：末尾有没有被截去，只能用另行记下的末条指纹查（--head）",
        "the entries follow one another, but the line that holds the end of the log (table head) is gone: only a last hash that was written down elsewhere (--head) tells whether the end was cut off"
      )
    case .list(let list, let round, let subject):
      word(
        "各条完好，但\(Self.name(list).zh)里“\(subject?.rawValue ?? round.rawValue)”与记录不符：清单被改过，以记录为准；请用备份恢复案卷库",
        "all entries are sound, but \(Self.name(list).en) says something else of “\(subject?.rawValue ?? round.rawValue)”: the list was changed, and the log holds; restore the store from a backup"
      )
    case .file:
      word(
        "各条完好，但数据库文件本身已损坏；请用备份，或导出后重建",
        "all entries are sound, but the database file is damaged; use a copy, or export and rebuild")
    case .other:
      word(
        "各条前后相接，但没有一条的指纹是另行记下的那个：记录被整份重做过，或者末尾被截去过",
        "the entries follow one another, but none has the hash that was written down elsewhere: the log was made anew, or its end was cut off"
      )
    }
  }

  private static func name(_ list: Verification.List) -> (zh: String, en: String) {
    switch list {
    case .rounds: ("评选清单（表 round）", "the list of rounds (table round)")
    case .cases: ("案卷清单（表 item）", "the list of cases (table item)")
    case .records: ("申报记录清单（表 record）", "the list of records (table record)")
    case .assessments: ("评审结果清单（表 assessment）", "the list of assessments (table assessment)")
    }
  }

  public func text(_ replay: Replay) -> String {
    let differing = replay.differences.count
    let taken = word(
      "\(replay.taken) 个涉及无记名投票，按记录采信",
      "\(replay.taken) concern secret ballots and are taken as recorded")
    var lines = [
      differing == 0
        ? word(
          "\(replay.round)：重新判定 \(replay.same) 个动作，结果逐字节相同；\(taken)",
          "\(replay.round): \(replay.same) acts were decided again, the same to the byte; \(taken)")
        : word(
          "\(replay.round)：重新判定 \(replay.same + differing) 个动作，\(differing) 个与记录不同，\(replay.same) 个逐字节相同；\(taken)",
          "\(replay.round): \(replay.same + differing) acts were decided again, \(differing) of them otherwise than recorded, \(replay.same) the same to the byte; \(taken)"
        )
    ]
    for difference in replay.differences {
      lines.append(
        difference.found == nil
          ? word("第 \(difference.entry) 条：如今不会被接受", "entry \(difference.entry): would be refused today")
          : word("第 \(difference.entry) 条：如今结果不同", "entry \(difference.entry): the outcome differs today"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Words

  func word(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private func time(_ instant: Instant) -> String { instant.description.replacing("T", with: " ") }

  private func who(_ actor: ActorID, _ run: RoundRun) -> String {
    if actor == .system { return word("系统", "the system") }
    if actor == .anonymous { return word("匿名", "anonymous") }
    guard let person = run.organization.people[actor], let name = person.name else { return actor.rawValue }
    return [person.title, name].compactMap(\.self).joined(separator: word("", " "))
  }

  private func stage(_ id: StageID?, _ run: RoundRun) -> String {
    id.map { run.definition[$0]?.name ?? $0.rawValue } ?? ""
  }

  private func outcome(_ code: String?) -> String {
    code.map { Outcome(rawValue: $0)?.phrase.text(language) ?? $0 } ?? ""
  }

  private func state(_ code: String) -> String {
    switch Case.State(rawValue: code) {
    case .draft: word("草稿", "draft")
    case .running: word("办理中", "under way")
    case .suspended: word("已中止", "suspended")
    case .approved: word("已通过", "approved")
    case .rejected: word("未通过", "rejected")
    case .withdrawn: word("已撤回", "withdrawn")
    case .terminated: word("已终止", "terminated")
    case .incident: word("停办待处理", "stopped, an administrator is needed")
    case .ended: word("全部有结果", "every case has an outcome")
    case nil: code
    }
  }

  private func note(_ verb: String) -> String {
    switch verb {
    case "closed_by_peer": word("他人已办，任务关闭", "task closed, a peer had decided")
    case "returned": word("随退回关闭", "task closed by a return")
    case "expired": word("到期关闭", "expired")
    case "removed": word("减签移出", "removed")
    case "cancelled": word("任务取消", "task cancelled")
    case "lapse": word("签署失效", "signature lapsed")
    case "alternate": word("由候补顶替", "an alternate steps in")
    case "auto_skip": word("连续同人，跳过", "skipped: signed the stage before")
    case "self_approval": word("自审，改由上级", "own case: the superior is asked")
    case "remind": word("提醒", "reminded")
    case "overdue": word("逾期", "overdue")
    case "escalate": word("升级", "escalated")
    case "cc": word("抄送", "informed")
    case "took_part": word("参加投票", "took part")
    case "record_objection": word("匿名无据，只作记录", "recorded only: anonymous, without evidence")
    case "incident": word("停办", "stopped")
    case "recuse": word("回避", "stands back")
    default: Verb(rawValue: verb)?.phrase.text(language) ?? verb
    }
  }
}

extension Int {
  func counted(_ one: String, _ several: String) -> String { "\(self) \(self == 1 ? one : several)" }
}
