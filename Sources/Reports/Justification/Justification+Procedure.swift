import Casework
import DMN
import Diagnostics
import Evaluation
import FEEL
import Fingerprints
import Records
import Rules
import Workflow

extension Justification {
  /// 五、程序: every stage with who acted, as what, when, what was said, and how it was counted.
  func addProcedure(to page: inout Page) {
    guard let history = dossier.history else { return }
    page.add(.section(values.word(zh: "五、程序", en: "5. Procedure")))
    Procedure(values).add(history, to: &page)
  }

  var procedureJSON: JSON { dossier.history.map(Procedure(values).json) ?? .null }
}

/// Tells what happened to a case, stage by stage.
struct Procedure {
  let values: ValueText

  init(_ values: ValueText) { self.values = values }

  func add(_ history: History, to page: inout Page) {
    for stage in history.stages {
      page.add(
        .item(
          mark: "", label: stage.name ?? stage.stage.rawValue, text: story(stage).joined(separator: semicolon),
          clause: stage.basis ?? ""))
    }
    for objection in history.objections {
      page.add(
        .item(
          mark: "", label: values.word(zh: "异议", en: "Objection") + " \(objection.number)", text: story(objection),
          clause: ""))
    }
  }

  private var semicolon: String { values.word(zh: "；", en: "; ") }

  private func story(_ stage: StageHistory) -> [String] {
    var told = [values.word(zh: "\(day(stage.enteredAt))起", en: "from \(day(stage.enteredAt))")]
    if let leftAt = stage.leftAt { told[0] += values.word(zh: "，\(day(leftAt))止", en: " to \(day(leftAt))") }
    told += story(stage.acts)
    if let tally = stage.tally { told.append(story(tally)) }
    if !stage.recused.isEmpty {
      told.append(values.word(zh: "回避 \(stage.recused.count) 人", en: "\(stage.recused.count) recused"))
    }
    if let notice = stage.notice { told.append(story(notice)) }
    if stage.wasLate { told.append(values.word(zh: "曾逾期", en: "was late")) }
    told.append(ending(stage.ending))
    return told.filter { !$0.isEmpty }
  }

  /// Acts of the same day that say the same and nothing more stand together: 11 departments are one line.
  private func story(_ acts: [ActHistory]) -> [String] {
    var told: [String] = []
    var groups: [Plain: [String]] = [:]
    var order: [Plain] = []
    for act in acts {
      guard let plain = Plain(act), let signature = act.signature else {
        if let text = story(act) { told.append(text) }
        continue
      }
      if groups[plain] == nil { order.append(plain) }
      let name = signature.name ?? signature.actor.rawValue
      let role = act.role.map { "\($0.rawValue)" } ?? signature.title ?? ""
      let who =
        act.score.map { "\(name) \($0)" } ?? (role.isEmpty ? name : "\(role)\(values.word(zh: "", en: " "))\(name)")
      groups[plain, default: []].append(who)
    }
    let lines = order.map { plain in
      let names = groups[plain, default: []].joined(separator: values.word(zh: "、", en: ", "))
      return plain.isScore
        ? values.word(zh: "\(plain.day) 评分：\(names)", en: "\(plain.day) scores: \(names)")
        : "\(plain.day) \(names) \(verb(plain.verb))"
    }
    return lines + told
  }

  /// An act that says no more than that it was done.
  private struct Plain: Hashable {
    let day: String
    let verb: Verb
    let isScore: Bool

    init?(_ act: ActHistory) {
      guard let signature = act.signature, signature.reason == nil, signature.onBehalfOf == nil else { return nil }
      day = signature.at.day.description
      verb = signature.verb
      isScore = act.score != nil
    }
  }

  private func story(_ act: ActHistory) -> String? {
    let role = act.role.map { "\($0.rawValue) " } ?? ""
    guard let signature = act.signature else {
      if let score = act.score, let actor = act.actor {
        return values.word(zh: "\(role)\(actor.rawValue) 评分 \(score)", en: "\(role)\(actor.rawValue) gave \(score)")
      }
      guard act.ending == .recused || act.ending == .expired, let actor = act.actor else { return nil }
      let what =
        act.ending == .recused
        ? values.word(zh: "回避", en: "stood back") : values.word(zh: "逾期未办", en: "did not act in time")
      return "\(role)\(actor.rawValue) \(what)"
    }
    var text = "\(day(signature.at)) \(role)\(signature.name ?? signature.actor.rawValue) \(verb(signature.verb))"
    if let score = act.score { text += " \(score)" }
    if let principal = signature.onBehalfOf {
      text += values.word(zh: "（代 \(principal.rawValue)）", en: " (for \(principal.rawValue))")
    }
    if let reason = signature.reason { text += values.word(zh: "（\(reason)）", en: " (\(reason))") }
    return text
  }

  func story(_ tally: Tally) -> String {
    let count = tally.count
    var text = values.word(
      zh: "应到 \(tally.eligible)，到会 \(tally.present)，赞成 \(count.yes)，反对 \(count.no)，弃权 \(count.abstain)",
      en:
        "entitled \(tally.eligible), present \(tally.present), for \(count.yes), against \(count.no), abstained \(count.abstain)"
    )
    if count.spoiled > 0 { text += values.word(zh: "，无效 \(count.spoiled)", en: ", spoiled \(count.spoiled)") }
    if tally.recused > 0 { text += values.word(zh: "，回避 \(tally.recused)", en: ", recused \(tally.recused)") }
    if let passed = tally.passed {
      text += passed ? values.word(zh: "，通过", en: ": passed") : values.word(zh: "，未通过", en: ": not passed")
    }
    return text
  }

  private func story(_ notice: NoticeHistory) -> String {
    let counting =
      notice.counting == .sameDay
      ? values.word(zh: "当日起算", en: "counted from the day of posting")
      : values.word(zh: "次日起算", en: "counted from the next day")
    var text = values.word(
      zh: "\(day(notice.postedAt))公示，\(counting)，至 \(notice.ends.description)",
      en: "posted \(day(notice.postedAt)), \(counting), until \(notice.ends.description)")
    if notice.isProvisional { text += values.word(zh: "（暂定）", en: " (provisional)") }
    if notice.restarts > 0 {
      text += values.word(zh: "，重新起算 \(notice.restarts) 次", en: ", started again \(notice.restarts) times")
    }
    return text
  }

  private func story(_ objection: Objection) -> String {
    var text = "\(day(objection.at)) "
    text += objection.isNamed ? values.word(zh: "实名", en: "named") : values.word(zh: "匿名", en: "anonymous")
    if let words = objection.text { text += values.word(zh: "：\(words)", en: ": \(words)") }
    if objection.isRecordedOnly { return text + values.word(zh: "；仅作记录", en: "; on record only") }
    guard let settlement = objection.settlement else {
      return text + values.word(zh: "；核查中", en: "; being looked into")
    }
    let result =
      settlement.isFounded
      ? values.word(zh: "异议成立", en: "upheld") : values.word(zh: "异议不成立", en: "unfounded")
    text += semicolon + "\(day(settlement.at)) \(result)"
    if let reason = settlement.reason { text += values.word(zh: "（\(reason)）", en: " (\(reason))") }
    return text
  }

  private func ending(_ departure: Event.Departure?) -> String {
    switch departure {
    case .passed?: values.word(zh: "通过", en: "passed")
    case .rejected?: values.word(zh: "未通过", en: "not passed")
    case .returned?: values.word(zh: "退回", en: "returned")
    case .withdrawn?: values.word(zh: "撤回", en: "withdrawn")
    case .ended?: values.word(zh: "在此终止", en: "ended here")
    case .cancelled?: values.word(zh: "取消", en: "cancelled")
    case nil: values.word(zh: "进行中", en: "open")
    }
  }

  private func verb(_ verb: Verb) -> String { verb.phrase.text(values.language) }

  private func day(_ instant: Instant) -> String { instant.day.description }

  func json(_ history: History) -> JSON {
    .array(
      history.stages.map { stage in
        .object([
          "stage": .string(stage.stage.rawValue), "name": .optional(stage.name), "clause": .optional(stage.basis),
          "entered": .string(stage.enteredAt.description), "left": .optional(stage.leftAt?.description),
          "ending": .optional(stage.ending?.rawValue), "text": .string(story(stage).joined(separator: semicolon)),
        ])
      })
  }
}

extension Verb {
  /// The act in words; what is not here is shown by its code.
  var phrase: Phrase {
    switch self {
    case .submit: Phrase(zh: "提交", en: "submitted")
    case .approve: Phrase(zh: "同意", en: "approved")
    case .confirm: Phrase(zh: "确认", en: "confirmed")
    case .publish: Phrase(zh: "发布", en: "published")
    case .name: Phrase(zh: "命名", en: "named")
    case .archive: Phrase(zh: "归档", en: "archived")
    case .reject: Phrase(zh: "不同意", en: "rejected")
    case .sendBack: Phrase(zh: "退回", en: "returned")
    case .score: Phrase(zh: "评分", en: "scored")
    case .cast: Phrase(zh: "投票", en: "voted")
    case .withdraw: Phrase(zh: "撤回", en: "withdrew")
    default: Phrase(zh: rawValue, en: rawValue)
    }
  }
}
