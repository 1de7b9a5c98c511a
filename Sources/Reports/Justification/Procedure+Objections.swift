import Diagnostics
import Workflow

/// What is told of objections, and of those who stood back.
extension Procedure {
  func story(_ objection: Objection) -> String {
    let kind = objection.isNamed ? word("实名提出", "by name") : word("匿名提出", "anonymous")
    var told = ["\(day(objection.at)) \(kind)" + received(objection) + words(objection)]
    if objection.isRecordedOnly { return told[0] + word("；仅作记录", "; on record only") }
    if objection.isClue == true {
      let settlers = list(objection.settlers.map { who($0, role: nil) })
      return told[0] + word("；不作实名异议受理，线索转\(settlers)核查", "; no objection by name: passed on to \(settlers)")
    }
    if let admission = objection.admission { told.append(story(admission)) }
    if let prolongation = objection.prolongation {
      told.append(
        word("\(day(prolongation.at)) 延长核查", "\(day(prolongation.at)) prolonged") + because(prolongation.reason))
    }
    if let withdrawnAt = objection.withdrawnAt {
      told.append(word("\(day(withdrawnAt)) 异议人撤回", "\(day(withdrawnAt)) taken back"))
    }
    if objection.isOverdue == true { told.append(word("核查逾期", "late")) }
    told += findings(objection)
    if objection.isOpen { told.append(word("核查中", "being looked into")) }
    return told.joined(separator: word("；", "; "))
  }

  private func received(_ objection: Objection) -> String {
    guard let receivedAt = objection.receivedAt else { return "" }
    return word("（\(moment(receivedAt)) 收到）", " (received \(moment(receivedAt)))")
  }

  private func words(_ objection: Objection) -> String {
    let evidence =
      objection.evidence > 0 ? word("，附证据 \(objection.evidence) 件", ", evidence: \(objection.evidence)") : ""
    return evidence + because(objection.text)
  }

  func because(_ reason: String?) -> String { reason.map { word("：\($0)", ": \($0)") } ?? "" }

  private func story(_ admission: Objection.Admission) -> String {
    let who = who(admission.by, role: nil)
    let verb = admission.isAdmitted ? word("受理", "admitted it") : word("不予受理", "dismissed it")
    return word("\(day(admission.at)) \(who)\(verb)", "\(day(admission.at)) \(who) \(verb)") + because(admission.reason)
  }

  /// Each finding; where one settles it, that one alone.
  private func findings(_ objection: Objection) -> [String] {
    let all = objection.findings ?? (objection.settlement.map { [$0] } ?? [])
    return all.map { finding in
      let result =
        switch finding.other {
        case .partly?: word("认定异议部分成立", "found it founded in part")
        case .dropped?: word("因异议人撤回终止核查", "gave it up, as it was taken back")
        case nil where finding.isFounded: word("认定异议成立", "upheld it")
        case nil: word("认定异议不成立", "found it unfounded")
        }
      let who = who(finding.by, role: nil)
      return word("\(day(finding.at)) \(who)\(result)", "\(day(finding.at)) \(who) \(result)") + because(finding.reason)
    }
  }

  // MARK: Standing back

  /// Who stood back, and why, where that is on record.
  func recused(_ actor: ActorID, _ stage: StageID) -> String {
    let name = who(actor, role: nil)
    guard let recusal = history.recusals.last(where: { $0.actor == actor && $0.stage == stage }) else { return name }
    let ground = self.ground(recusal.ground)
    let late = recusal.wasFoundLate ? word("，查出后作废并记入专家库诚信", "; found out later, void, and noted") : ""
    return word("\(name)（\(ground)\(late)）", "\(name) (\(ground)\(late))")
  }

  private func ground(_ ground: Recusal.Ground) -> String {
    switch ground {
    case .company: word("同一单位", "the same company")
    case .declared: word("本人申请", "on application")
    case .ordered: word("责令", "ordered")
    case .relation(let kind):
      switch kind {
      case .kin: word("近亲属", "kin")
      case .employment: word("聘用、劳动关系", "employment")
      case .shares: word("股权", "shares")
      case .pairing: word("结对", "pairing")
      case .steward: word("红链管家联系", "steward")
      case .department: word("同一部门", "the same department")
      case .mentor: word("师徒", "mentor")
      case .other: word("其他可能影响公正的关系", "another tie")
      }
    }
  }
}
