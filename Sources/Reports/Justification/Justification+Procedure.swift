import Casework
import DMN
import Diagnostics
import Evaluation
import FEEL
import Fingerprints
import Outcomes
import Records
import Rules
import Workflow

extension Justification {
  /// 五、程序: every stage with who acted, as what, when, what was said, and how it was counted.
  func addProcedure(to page: inout Page) {
    guard let procedure = Procedure(dossier, rules, values) else { return }
    page.addPart(values.word(zh: "程序", en: "Procedure"), values.language)
    procedure.add(to: &page)
  }

  var procedureJSON: JSON { Procedure(dossier, rules, values)?.json ?? .null }
}

/// Tells what happened to a case, stage by stage.
struct Procedure {
  let values: ValueText
  private let rules: CompiledRuleSet
  let history: History
  private let sideActs: [SideAct]
  private let people: [ActorID: Person]

  /// `nil`: no workflow has run.
  init?(_ dossier: Dossier, _ rules: CompiledRuleSet, _ values: ValueText) {
    guard let history = dossier.history else { return nil }
    self.history = history
    self.rules = rules
    self.values = values
    sideActs = dossier.sideActs
    people = dossier.people
  }

  /// In the order of time: the stages, and between them what was done outside of them.
  func add(to page: inout Page) {
    var entries = history.stages.map { stage in
      Entry(
        at: stage.enteredAt, label: stage.name ?? stage.stage.rawValue, text: join(story(stage)),
        clause: stage.basis ?? "")
    }
    entries += sideActs.map {
      Entry(at: $0.at, label: $0.verb.phrase.text(values.language), text: story($0), clause: "")
    }
    entries += history.objections.map { objection in
      Entry(
        at: objection.at, label: word("异议 \(objection.number)", "Objection \(objection.number)"),
        text: story(objection), clause: "")
    }
    entries += titleEntries.map { Entry(at: $0.at, label: $0.label, text: $0.text, clause: history.title?.basis ?? "") }
    if let conclusion { entries.append(conclusion) }
    let ordered = entries.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
    for (_, entry) in ordered {
      page.add(.item(mark: "", label: entry.label, text: entry.text, clause: entry.clause))
    }
  }

  /// Where a case was ended by a stage that it never came to, such as 归档.
  private var conclusion: Entry? {
    guard history.state.isFinal, let outcome = history.outcome, let endedAt = history.endedAt, last == nil,
      !outcome.hasBeenNamed,
      !sideActs.contains(where: { $0.verb == .withdraw || $0.verb == .terminate })
    else { return nil }
    let phrase = outcome.phrase.text(values.language)
    return Entry(
      at: endedAt, label: history.outcomeStageName ?? history.outcomeStage?.rawValue ?? phrase,
      text: "\(day(endedAt))" + word("；结论：\(phrase)", "; outcome: \(phrase)"), clause: history.outcomeBasis ?? "")
  }

  private struct Entry {
    let at: Instant
    let label: String
    let text: String
    let clause: String
  }

  // MARK: A stage

  private func story(_ stage: StageHistory) -> [String] {
    var told = [period(stage)]
    told += story(stage.acts)
    if stage.leftAt == nil {
      let people = waiting(in: stage)
      if !people.isEmpty { told.append(word("待\(people)办理", "waits for \(people)")) }
    }
    told += stage.earlierTallies.map { word("前次表决：", "earlier vote: ") + story($0) }
    if let tally = stage.tally { told.append(story(tally)) }
    if let tally = stage.tieTally { told.append(word("并列票决：", "on the tie: ") + story(tally)) }
    if !stage.recused.isEmpty {
      told.append(word("回避：", "stood back: ") + list(stage.recused.map { recused($0, stage.stage) }))
    }
    if let chair = stage.presiding { told.append(word("主持：", "chaired by ") + who(chair, role: nil)) }
    if let notice = stage.notice { told.append(story(notice)) }
    if let deadline = stage.deadline {
      if stage.wasLate {
        told.append(word("逾期（期限 \(date(deadline))）", "late (due \(date(deadline)))"))
      } else if deadline.isProvisional {
        told.append(word("期限 \(date(deadline))", "due \(date(deadline))"))
      }
    }
    told.append(ending(stage))
    return told.filter { !$0.isEmpty }
  }

  private func period(_ stage: StageHistory) -> String {
    let first = day(stage.enteredAt)
    guard let leftAt = stage.leftAt else { return word("\(first) 起", "from \(first)") }
    let last = day(leftAt)
    return first == last ? first : word("\(first) 至 \(last)", "\(first) to \(last)")
  }

  /// Acts of the same day that say the same and nothing more stand together: 11 departments are one line.
  private func story(_ acts: [ActHistory]) -> [String] {
    var told: [String] = []
    var groups: [Plain: [ActHistory]] = [:]
    var order: [Plain] = []
    for act in acts {
      guard let plain = Plain(act) else {
        if let text = story(act) { told.append(text) }
        continue
      }
      if groups[plain] == nil { order.append(plain) }
      groups[plain, default: []].append(act)
    }
    return order.map { story($0, groups[$0, default: []]) } + told
  }

  /// More signatures than that are told by their offices alone.
  private static let namesInALine = 4

  private func story(_ plain: Plain, _ acts: [ActHistory]) -> String {
    if plain.isScore {
      let scores = list(acts.map { "\(name($0)) \($0.score ?? "")" })
      return word("\(plain.day) 评分（\(acts.count) 人）：\(scores)", "\(plain.day) scores (\(acts.count)): \(scores)")
    }
    let roles = acts.compactMap(\.role?.rawValue)
    if acts.count > Self.namesInALine, Set(roles).count == acts.count {
      return word(
        "\(plain.day) \(list(roles)) \(acts.count) 家均\(verb(plain.verb))",
        "\(plain.day) all \(acts.count) \(verb(plain.verb)): \(list(roles))")
    }
    return word(
      "\(plain.day) \(list(acts.map(who)))\(verb(plain.verb))",
      "\(plain.day) \(list(acts.map(who))) \(verb(plain.verb))")
  }

  /// An act that says no more than that it was done.
  private struct Plain: Hashable {
    let day: String
    let verb: Verb
    let isScore: Bool

    init?(_ act: ActHistory) {
      guard let signature = act.signature, signature.reason == nil, signature.onBehalfOf == nil,
        act.superseded.isEmpty
      else { return nil }
      day = signature.at.day.description
      verb = signature.verb
      isScore = act.score != nil
    }
  }

  private func story(_ act: ActHistory) -> String? {
    guard let signature = act.signature else {
      if let score = act.score { return word("\(who(act)) 评分 \(score)", "\(who(act)) gave \(score)") }
      switch act.ending {
      case .expired?: return word("\(who(act))到期未办", "\(who(act)) did not act in time")
      default: return nil
      }
    }
    if act.role == Self.pendingRole {
      return word(
        "\(day(signature.at)) \(who(act))书面说明后放行：\(signature.reason ?? "")",
        "\(day(signature.at)) \(who(act)) let it go on: \(signature.reason ?? "")")
    }
    var text = word(
      "\(day(signature.at)) \(who(act))\(verb(signature.verb))",
      "\(day(signature.at)) \(who(act)) \(verb(signature.verb))")
    if let score = act.score { text += " \(score)" }
    if let principal = signature.onBehalfOf {
      let whose = who(principal, role: nil)
      text += word("（代\(whose)）", " (for \(whose))")
    }
    if let reason = signature.reason { text += word("：\(reason)", ": \(reason)") }
    for earlier in act.superseded {
      text += word(
        "（更正 \(day(earlier.at)) 的“\(verb(earlier.verb))”，两函均保留）",
        " (corrects “\(verb(earlier.verb))” of \(day(earlier.at)); both are kept)")
    }
    return text
  }

  /// The machine's own place for whoever answers for open facts.
  private static let pendingRole = RoleName("待核")

  func story(_ tally: Tally) -> String {
    let count = tally.count
    var text: String
    if count.no == 0, count.abstain == 0, count.yes < tally.present {
      // 圈选: a ballot that marks names says no more than whom it marks.
      text = word(
        "应到 \(tally.eligible)，到会 \(tally.present)，得 \(count.yes) 票",
        "entitled \(tally.eligible), present \(tally.present), \(count.yes) votes")
    } else {
      text = word(
        "应到 \(tally.eligible)，到会 \(tally.present)，赞成 \(count.yes)，反对 \(count.no)，弃权 \(count.abstain)",
        "entitled \(tally.eligible), present \(tally.present), for \(count.yes), against \(count.no), "
          + "abstained \(count.abstain)")
    }
    if count.spoiled > 0 { text += word("，无效 \(count.spoiled)", ", spoiled \(count.spoiled)") }
    if tally.recused > 0 { text += word("，回避 \(tally.recused)", ", recused \(tally.recused)") }
    if let passed = tally.passed { text += passed ? word("，通过", ": passed") : word("，未通过", ": not passed") }
    return text
  }

  private func story(_ notice: NoticeHistory) -> String {
    let ends = moment(notice.ends) + provisional(notice.isProvisional)
    if notice.restarts > 0 {
      let times = notice.restarts
      return word(
        "因异议核查中断，重新起算" + (times > 1 ? " \(times) 次" : "") + "，公示至 \(ends)",
        "interrupted by an objection and counted anew" + (times > 1 ? " \(times) times" : "") + ", until \(ends)")
    }
    let counting = notice.counting == .sameDay ? word("当日起算", "that day counted") : word("次日起算", "from the next day")
    return word(
      "自 \(day(notice.postedAt)) 公示（\(counting)）至 \(ends)", "posted \(day(notice.postedAt)) (\(counting)) until \(ends)"
    )
  }

  /// It lies in a year without a calendar and will be reckoned anew.
  func provisional(_ isProvisional: Bool) -> String { isProvisional ? word("（暂定）", " (provisional)") : "" }

  /// How the stage ended; what the rules found, if that is why.
  private func ending(_ stage: StageHistory) -> String {
    switch stage.ending {
    case .passed?:
      guard let result = stage.assessment?.result else { return "" }
      return result.outcome == nil ? word("规则复核通过", "checked by the rules: passed") : finding(stage) ?? ""
    case .returned?:
      guard let found = finding(stage) else { return word("退回", "returned") }
      return word("退回补正：\(found)", "returned: \(found)")
    case let departure:
      let found = finding(stage)
      if stage.stage == history.outcomeStage, stage.enteredAt == last?.enteredAt, let outcome = history.outcome {
        let phrase = outcome.phrase.text(values.language)
        return word("结论：\(phrase)", "outcome: \(phrase)") + (found.map { word("，\($0)", ", \($0)") } ?? "")
      }
      return found ?? plain(departure)
    }
  }

  private var last: StageHistory? { history.stages.last { $0.stage == history.outcomeStage } }

  private func plain(_ departure: Event.Departure?) -> String {
    switch departure {
    case .passed?: word("通过", "passed")
    case .rejected?: word("未通过", "not passed")
    case .returned?: word("退回", "returned")
    case .withdrawn?: word("撤回", "withdrawn")
    case .ended?: word("在此终止", "ended here")
    case .cancelled?: word("取消", "cancelled")
    case nil: word("进行中", "open")
    }
  }

  /// What the rules said there: what is missing, or the rules that stand against it.
  func finding(_ stage: StageHistory) -> String? {
    stage.assessment.flatMap { finding($0.result) }
  }

  func finding(_ result: RuleResult) -> String? {
    if result.reasons.isEmpty { return nil }
    switch result.outcome {
    case .incomplete?, .pending?:
      let missing = values.facts(result.reasons)
      return word("缺\(missing)", "missing \(missing)")
    case .vetoed?, .ineligible?:
      let all = rules.eligibility + rules.vetoes
      return list(result.reasons.map { id in all.first { $0.id == id }?.name ?? id })
    default: return nil
    }
  }

  // MARK: Besides the stages

  func story(_ act: SideAct) -> String {
    var text = "\(day(act.at)) \(who(act.by, role: nil))"
    if let vacated = act.vacated { return text + story(vacated, act.successor) }
    let whom = act.whom.filter { $0 != act.by }
    if let isGranted = act.isGranted {
      let names = list(whom.map { who($0, role: nil) })
      text +=
        isGranted
        ? word("同意\(names)回避", " let \(names) stand back") : word("不同意\(names)回避", " did not let \(names) stand back")
    } else if act.verb == .merge, let other = history.mergedInto {
      text += word("：与 \(other.rawValue) 是同一对象，并入该件", ": the same nominee as \(other.rawValue), merged into it")
    } else if act.verb == .recuse, whom.isEmpty {
      text += word("申请回避", " asked to stand back")
    } else if act.verb == .recuse {
      text += word(
        "责令\(list(whom.map { who($0, role: nil) }))回避",
        " ordered \(list(whom.map { who($0, role: nil) })) to stand back")
    } else {
      text += word("", " ") + verb(act.verb)
      if !whom.isEmpty { text += word("给", " to ") + list(whom.map { who($0, role: nil) }) }
      if !act.fields.isEmpty { text += word("“", " “") + list(act.fields) + "”" }
    }
    if let reason = act.reason { text += word("：\(reason)", ": \(reason)") }
    return text
  }

  /// 递补, as it is told to the one whose seat it was, and to the one who took it.
  private func story(_ vacated: CaseID, _ successor: CaseID?) -> String {
    guard let successor else {
      return word(
        "启动递补：没有合乎底线和上限的递补候选，名额空缺", " looked for a successor: floors and caps admit nobody, the seat stays empty")
    }
    return successor == history.case
      ? word("启动递补：\(vacated.rawValue) 出缺，依次递补", " filled the seat of \(vacated.rawValue): steps up in turn")
      : word("启动递补：由 \(successor.rawValue) 递补", " filled the seat: \(successor.rawValue) steps up")
  }

  /// Those whom a stage that is open still waits for: by office where nobody has taken the place.
  func waiting(in stage: StageHistory) -> String {
    let open = stage.acts.filter { $0.ending == nil && $0.signature == nil }
    var names: [String] = []
    for act in open {
      let name = act.role.map { $0 == Self.pendingRole ? who(act) : $0.rawValue } ?? who(act)
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    return names.count <= Self.namesInALine
      ? list(names)
      : word(
        "\(list(Array(names.prefix(3))))等 \(names.count) 家",
        "\(list(Array(names.prefix(3)))) and \(names.count - 3) more")
  }

  // MARK: People, days and words

  private func name(_ act: ActHistory) -> String {
    act.signature?.name ?? act.actor.map { people[$0]?.name ?? $0.rawValue } ?? ""
  }

  private func who(_ act: ActHistory) -> String {
    let role = act.role == Self.pendingRole ? nil : act.role?.rawValue
    guard let actor = act.actor ?? act.signature?.actor else { return role ?? "" }
    return who(actor, role: role)
  }

  /// Office and name: 评选办经办人董星河; nothing is said twice.
  func who(_ actor: ActorID, role: String?) -> String {
    guard let person = people[actor] else {
      return actor == .system ? word("系统依规则", "by rule, the system") : actor.rawValue
    }
    let title = person.title ?? ""
    let role = role ?? ""
    let office = title.contains(role) ? title : role.contains(title) ? role : role + word("", " ") + title
    guard let name = person.name else { return office.isEmpty ? actor.rawValue : office }
    return office.isEmpty ? name : office + word("", " ") + name
  }

  func word(_ zh: String, _ en: String) -> String { values.word(zh: zh, en: en) }
  func list(_ parts: [String]) -> String { parts.joined(separator: word("、", ", ")) }
  private func join(_ parts: [String]) -> String { parts.joined(separator: word("；", "; ")) }
  private func verb(_ verb: Verb) -> String { verb.phrase.text(values.language) }
  func day(_ instant: Instant) -> String { instant.day.description }
  func date(_ deadline: Deadline) -> String { day(deadline.due) + provisional(deadline.isProvisional) }
  func moment(_ instant: Instant) -> String {
    instant.description.split(separator: "T").joined(separator: " ")
  }
  func moment(_ deadline: Deadline) -> String { moment(deadline.due) + provisional(deadline.isProvisional) }

  var json: JSON {
    .array(
      history.stages.map { stage in
        .object([
          "stage": .string(stage.stage.rawValue), "name": .optional(stage.name), "clause": .optional(stage.basis),
          "entered": .string(stage.enteredAt.description), "left": .optional(stage.leftAt?.description),
          "due": .optional(stage.deadline?.due.description),
          "provisional": .boolean(stage.deadline?.isProvisional == true || stage.notice?.isProvisional == true),
          "ending": .optional(stage.ending?.rawValue), "text": .string(join(story(stage))),
          "acts": .array(stage.acts.compactMap(json)),
        ])
      })
  }

  /// Who signed, in full: the sentence may name the offices alone.
  private func json(_ act: ActHistory) -> JSON? {
    guard let signature = act.signature else { return nil }
    return .object([
      "name": .optional(signature.name), "role": .optional(act.role?.rawValue ?? signature.title),
      "act": .string(signature.verb.rawValue), "at": .string(signature.at.description),
      "reason": .optional(signature.reason), "score": .optional(act.score),
    ])
  }
}
