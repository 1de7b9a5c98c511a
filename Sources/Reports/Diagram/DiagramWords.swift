import Diagnostics
import Outcomes
import Workflow

/// What a workflow says, in words short enough for a picture.
struct DiagramWords {
  let language: Language
  private let definition: WorkflowDefinition

  init(_ definition: WorkflowDefinition, _ language: Language) {
    self.definition = definition
    self.language = language
  }

  func word(zh: String, en: String) -> String { language == .zh ? zh : en }

  private func list(_ words: [String]) -> String { words.joined(separator: word(zh: "、", en: ", ")) }

  // MARK: Kinds

  func tag(_ stage: Stage) -> String {
    switch stage.kind {
    case .form: word(zh: "填报", en: "form")
    case .approve(let approval): tag(approval)
    case .vote(let ballot): ballot.isSecret ? word(zh: "无记名表决", en: "secret vote") : word(zh: "表决", en: "vote")
    case .score: word(zh: "评分", en: "scores")
    case .rules: word(zh: "规则", en: "rules")
    case .notice: word(zh: "公示", en: "notice")
    case .objection: word(zh: "异议", en: "objection")
    case .choice: word(zh: "分支", en: "choice")
    case .split(let split): split.isInclusive ? word(zh: "多选分支", en: "some of") : word(zh: "并行", en: "parallel")
    case .join: word(zh: "汇合", en: "join")
    case .subflow: word(zh: "子流程", en: "sub-flow")
    case .cc: word(zh: "抄送", en: "copy")
    case .manage: word(zh: "管理", en: "upkeep")
    }
  }

  private func tag(_ approval: Approval) -> String {
    if approval.confirmsRanking { return word(zh: "名单", en: "list") }
    return switch approval.mode {
    case .sequential: word(zh: "顺签", en: "in turn")
    case .all: word(zh: "会签", en: "all sign")
    case .any: word(zh: "或签", en: "any signs")
    }
  }

  // MARK: People

  func asked(_ stage: Stage) -> String? {
    if stage.who.isEmpty { return nil }
    let names = list(stage.who.map(name))
    guard case .vote(let ballot) = stage.kind, !ballot.teller.isEmpty else { return names }
    return names + word(zh: "（计票 \(list(ballot.teller.map(name)))）", en: " (teller \(list(ballot.teller.map(name))))")
  }

  func name(_ assignee: Assignee) -> String {
    switch assignee {
    case .actor(let actor): actor.rawValue
    case .role(let role, let sameCompany):
      role.rawValue + (sameCompany ? word(zh: "（本企业）", en: " (own firm)") : "")
    case .superior(let actor): word(zh: "\(actor)的上级", en: "superior of \(actor)")
    case .initiator: word(zh: "申报人", en: "applicant")
    case .signers: word(zh: "本轮签署人", en: "signers")
    }
  }

  // MARK: Rules of the stage

  func details(_ stage: Stage) -> [String] {
    let own: [String?] =
      switch stage.kind {
      case .approve(let approval): details(approval, stage)
      case .vote(let ballot): details(ballot)
      case .score(let scoring): [valid(scoring), dropped(scoring)]
      case .notice(let notice): details(notice)
      case .choice(let branches): conditions(branches)
      case .split(let split): split.isInclusive ? conditions(split.branches) : []
      case .subflow(let flow, _): [word(zh: "走“\(flow)”", en: "runs “\(flow)”")]
      case .objection(let inquiry): details(inquiry)
      case .manage(let management): details(management)
      case .form, .rules, .join, .cc: []
      }
    return (own + [rulesRun(stage), gives(stage)]).compactMap(\.self)
  }

  private func details(_ management: Management) -> [String?] {
    [
      management.valid.map { word(zh: "有效期 \(span($0))", en: "valid for \(span($0))") },
      management.review.map { word(zh: "每 \(span($0))复核一次", en: "reviewed every \(span($0))") },
      management.warning.map { word(zh: "警示：\(span($0))内整改", en: "a warning: put right within \(span($0))") },
      management.suspension.map { word(zh: "暂停 \(span($0))", en: "suspended for \(span($0))") },
      management.revocation.map { _ in word(zh: "撤销须票决", en: "revoked by a vote only") },
      management.revocation.map { word(zh: "赞成 \(share($0.rule))", en: "in favour \(share($0.rule))") },
    ]
  }

  private func details(_ approval: Approval, _ stage: Stage) -> [String?] {
    [
      approval.expansion == .onePerRole ? word(zh: "每个角色一份", en: "one for each role") : nil,
      stage.minSigners > 1 ? word(zh: "不少于 \(stage.minSigners) 人", en: "at least \(stage.minSigners)") : nil,
      approval.needsClaim ? word(zh: "先认领", en: "claimed first") : nil,
      approval.collectsAll ? word(zh: "都说完再定", en: "all are heard first") : nil,
      approval.stopWhen.map { word(zh: "到此为止：\($0.text)", en: "done when \($0.text)") },
      approval.noReplyIsPending ? word(zh: "不回复：待核", en: "no reply: pending") : nil,
      approval.excludesDeciders ? word(zh: "原经办人不参加", en: "by others than before") : nil,
    ]
  }

  private func details(_ ballot: Ballot) -> [String?] {
    [
      ballot.attendance.map { word(zh: "到会 \(share($0))", en: "present \(share($0))") },
      ballot.rule.map(rule), ballot.seats.map { word(zh: "名额 \(amount($0))", en: "seats: \(amount($0))") },
      ballot.maxChoices.map { word(zh: "至多选 \(amount($0))", en: "names at most: \(amount($0))") },
      ballot.maxAdjournments.map { word(zh: "缓议至多 \($0) 次", en: "adjourned at most \($0)×") },
      ballot.chairLast ? word(zh: "主持人末位表态", en: "the chair votes last") : nil,
    ]
  }

  private func rule(_ rule: Ballot.Rule) -> String {
    switch rule {
    case .threshold(let threshold): word(zh: "赞成 \(share(threshold))", en: "in favour \(share(threshold))")
    case .expression(let text): word(zh: "通过：\(text.text)", en: "passes if \(text.text)")
    }
  }

  private func share(_ threshold: Ballot.Threshold) -> String {
    let base =
      switch threshold.base {
      case .eligible: word(zh: "应到", en: "of entitled")
      case .present: word(zh: "到会", en: "of present")
      case .cast: word(zh: "投票数", en: "of cast")
      case .castWithoutAbstain: word(zh: "不计弃权", en: "of yes and no")
      case .weight: word(zh: "权重", en: "of weights")
      }
    let sign = threshold.isStrict ? ">" : "≥"
    let share = threshold.share.denominator == 100 ? "\(threshold.share.numerator)%" : threshold.share.description
    return word(zh: "\(sign) \(base)的 \(share)", en: "\(sign) \(share) \(base)")
  }

  private func amount(_ amount: Amount) -> String {
    switch amount {
    case .number(let number): "\(number)"
    case .parameter(let name): word(zh: "按规则文件“\(name)”", en: "“\(name)” of the rules")
    }
  }

  private func valid(_ scoring: Scoring) -> String {
    word(zh: "有效评分不少于 \(scoring.minValid) 份", en: "at least \(scoring.minValid) scores")
  }

  private func dropped(_ scoring: Scoring) -> String? {
    if scoring.dropsHighest + scoring.dropsLowest == 0 { return nil }
    return word(
      zh: "去掉最高 \(scoring.dropsHighest) 个、最低 \(scoring.dropsLowest) 个",
      en: "without the \(scoring.dropsHighest) highest, \(scoring.dropsLowest) lowest")
  }

  private func details(_ notice: Notice) -> [String?] {
    let counting =
      switch notice.counting ?? definition.counting {
      case .sameDay: word(zh: "当日起算", en: "from the same day")
      case .nextDay: word(zh: "次日起算", en: "from the next day")
      }
    let end = (notice.endsAt ?? definition.endsAt).map { word(zh: "，末日 \($0) 止", en: ", until \($0)") } ?? ""
    return [
      word(zh: "公示 \(span(notice.days))", en: "\(span(notice.days)) of notice"), counting + end,
      notice.objectionTo.isEmpty
        ? nil
        : word(
          zh: "异议由 \(list(notice.objectionTo.map(name))) 办结",
          en: "objections go to \(list(notice.objectionTo.map(name)))"),
      notice.restartAfter.map { word(zh: "中断满 \($0) 日重新公示", en: "starts again after \($0) days' halt") },
    ]
  }

  private func details(_ inquiry: Inquiry) -> [String?] {
    [
      inquiry.admission.map { word(zh: "\(span($0))内告知是否受理", en: "admitted or not within \(span($0))") },
      inquiry.minSettlers > 1
        ? word(zh: "不少于 \(inquiry.minSettlers) 人一致", en: "\(inquiry.minSettlers) have to agree") : nil,
      inquiry.prolongation.map { word(zh: "复杂的可延长 \(span($0))", en: "prolonged by \(span($0)) if difficult") },
      inquiry.partlyRunsRules ? word(zh: "部分成立：改正事实，重跑规则", en: "in part: facts put right, rules again") : nil,
    ]
  }

  private func conditions(_ branches: [Branch]) -> [String?] {
    branches.enumerated().map { index, branch in
      "\(Self.mark(index)) " + (branch.when?.text ?? word(zh: "其余", en: "otherwise"))
    }
  }

  /// ① ② ③ …: a condition in the box, and the way that it opens.
  static func mark(_ index: Int) -> String {
    index < 20 ? String(Character(Unicode.Scalar(0x2460 + UInt32(index))!)) : "(\(index + 1))"
  }

  private func rulesRun(_ stage: Stage) -> String? {
    guard let phase = stage.phase else { return nil }
    return switch phase {
    case .intake: word(zh: "跑规则：申报人的事实", en: "rules: the applicant's facts")
    case .joint: word(zh: "跑规则：加联审部门的事实", en: "rules: and the departments'")
    case .scoring: word(zh: "跑规则：加核查结果，计分", en: "rules: and the visit's; points")
    case .final: word(zh: "跑规则：全部事实", en: "rules: all facts")
    }
  }

  private func gives(_ stage: Stage) -> String? {
    stage.gives.map { word(zh: "通过：\($0.phrase.zh)", en: "then: \($0.phrase.en)") }
  }

  // MARK: Time

  func span(_ span: TimeSpan) -> String { PlanWords(language: language).span(span) }

  func deadlines(_ stage: Stage) -> [String] {
    var found: [String] = []
    if let due = stage.due {
      if let span = due.within { found.append(word(zh: "限 \(self.span(span))", en: "within \(self.span(span))")) }
      if let instant = due.at { found.append(word(zh: "限 \(readable(instant))", en: "by \(readable(instant))")) }
      if let name = due.notBefore { found.append(word(zh: "自“\(name)”起", en: "from “\(name)”")) }
      if let name = due.until { found.append(word(zh: "至“\(name)”止", en: "until “\(name)”")) }
    }
    if let grace = stage.grace { found.append(word(zh: "催办后再给 \(span(grace))", en: "reminded, \(span(grace)) more")) }
    return found.isEmpty ? [] : [found.joined(separator: word(zh: "，", en: ", "))]
  }

  private func readable(_ instant: Instant) -> String { "\(instant.day) \(instant.time)" }

  // MARK: Ends

  /// What ends the case here, or leaves it to others; ways to other stages are drawn.
  func endings(_ stage: Stage) -> [String] {
    var found: [String] = []
    if !stage.isRejectable { found.append(word(zh: "不得以“不同意”了结", en: "cannot be rejected")) }
    switch stage.onReject {
    case .end(let outcome)?: found.append(word(zh: "不通过：\(end(outcome))", en: "no: \(end(outcome))"))
    case .leaveToRules?: found.append(word(zh: "不同意：记录在案，由规则判定", en: "no: on record, the rules decide"))
    case .sendBack?, .go?, .reopen?, nil: break
    }
    if case .objection(let inquiry) = stage.kind, case .end(let outcome) = inquiry.onFounded {
      found.append(word(zh: "成立：\(end(outcome))", en: "founded: \(end(outcome))"))
    }
    if case .notice(let notice) = stage.kind, case .end(let outcome)? = notice.onFounded {
      found.append(word(zh: "异议成立：\(end(outcome))", en: "objection founded: \(end(outcome))"))
    }
    if case .subflow(_, .end(let outcome)?) = stage.kind {
      found.append(word(zh: "子流程不通过：\(end(outcome))", en: "sub-flow rejected: \(end(outcome))"))
    }
    for (action, zh, en) in [(stage.onDue, "逾期", "late"), (stage.onUntil, "截止未办", "not in time")] {
      switch action {
      case .end(let outcome)?: found.append(word(zh: "\(zh)：\(end(outcome))", en: "\(en): \(end(outcome))"))
      case .escalate?:
        let who = list(stage.escalateTo.map(name))
        found.append(word(zh: "\(zh)：并请 \(who)", en: "\(en): also \(who)"))
      case .go?, nil: break
      }
    }
    if let limit = stage.returns.limit {
      let within = stage.returns.within.map { word(zh: "，\(span($0))内补齐", en: ", within \(span($0))") } ?? ""
      found.append(word(zh: "退回补正至多 \(limit) 次", en: "returned at most \(limit)×") + within)
    }
    return found
  }

  private func end(_ outcome: Outcome?) -> String {
    guard let outcome else { return word(zh: "终结", en: "ends") }
    return word(zh: "终结（\(outcome.phrase.zh)）", en: "ends (\(outcome.phrase.en))")
  }
}
