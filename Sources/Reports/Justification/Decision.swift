import Casework
import Evaluation
import Outcomes
import Workflow

/// Why a stage, and not the rules, decided on a nominee: in one sentence.
struct Decision {
  private let dossier: Dossier
  private let history: History
  private let stage: StageHistory
  private let procedure: Procedure
  private let seats: SeatWords?
  private let values: ValueText

  init(
    _ dossier: Dossier, _ history: History, _ stage: StageHistory, _ procedure: Procedure, _ seats: SeatWords?,
    _ values: ValueText
  ) {
    self.dossier = dossier
    self.history = history
    self.stage = stage
    self.procedure = procedure
    self.seats = seats
    self.values = values
  }

  var text: String {
    if let withdrawal { return procedure.story(withdrawal) }
    switch dossier.outcome {
    case .named: return named
    case .suspended, .revoked: return procedure.titleDecision ?? decidedThere
    case .reserve: return reserve
    case .cancelled: return cancelled
    case .notAccepted: return notAccepted
    case .withdrawn where stage.wasLeftUncorrected: return leftUncorrected
    default: return decidedThere
    }
  }

  private var withdrawal: SideAct? {
    guard dossier.outcome == .withdrawn || dossier.outcome == .cancelled else { return nil }
    return dossier.sideActs.last { $0.verb == .withdraw || $0.verb == .terminate }
  }

  /// The vote, the notice, and the decision.
  private var named: String {
    let vote = history.stages.last { $0.scope == .round && $0.tally?.passed == true }?.tally
    let told = vote.map { word("票决通过（\(procedure.story($0))），", "passed the vote (\(procedure.story($0))), ") } ?? ""
    let objections = history.objections.contains { $0.settlement?.isFounded == false }
    return told
      + (objections
        ? word("公示期间的异议经核查不成立，", "the objections during its notice were found unfounded, ")
        : word("公示期满，", "its notice has run, "))
      + word("命名", "and it is named")
  }

  /// Passed the vote, no seat for it: others stood before, or a floor kept the seat.
  private var reserve: String {
    let why = seats?.reason(dossier) ?? word("没有得到名额", "got no seat")
    let tally = stage.tally.map { word("（\(procedure.story($0))）", " (\(procedure.story($0)))") } ?? ""
    return word("票决通过\(tally)，\(why)", "passed the vote\(tally); \(why)")
  }

  private var cancelled: String {
    if let objection = history.objections.last(where: { $0.settlement?.isFounded == true }) {
      return word("公示期间异议成立", "an objection was upheld") + (objection.settlement?.reason.map(told) ?? "")
    }
    let open = history.stages.last?.assessment?.result.outcome == .pending ? dossier.assessment.missing : []
    guard !open.isEmpty else { return decidedThere }
    let facts = values.facts(open.map(\.path))
    return word(
      "至归档仍未核清\(facts)，以取消结案", "\(facts) was still open when the round was archived, and so it was cancelled")
  }

  private var notAccepted: String {
    if let cutOff = stage.cutOff {
      let moment = cutOff.at.description.split(separator: "T").joined(separator: " ")
      let deadline = cutOff.name.map { word("\($0)（\(moment)）", "\($0) (\(moment))") } ?? moment
      return word("\(deadline)之前未办完“\(name)”", "“\(name)” was not done by \(deadline)")
    }
    guard stage.assessment?.result.outcome == .incomplete, let finding = procedure.finding(stage) else {
      return decidedThere
    }
    return word("补正次数用尽仍不齐，\(finding)", "still incomplete after the last correction, \(finding)")
  }

  private var leftUncorrected: String {
    let due = stage.deadline.map { procedure.moment($0) } ?? ""
    return word("退回补正后逾期未补（期限 \(due)），视为撤回", "sent back and not corrected by \(due), which is taken as withdrawn")
  }

  private var decidedThere: String {
    let parts = [stage.tally.map(procedure.story), reason].compactMap(\.self)
    return word("在“\(name)”阶段决定", "decided at “\(name)”")
      + (parts.isEmpty ? "" : told(parts.joined(separator: word("；", "; "))))
  }

  private var name: String { stage.name ?? stage.stage.rawValue }
  private var reason: String? { stage.acts.last { $0.signature?.reason != nil }?.signature?.reason }
  private func told(_ text: String) -> String { word("：\(text)", ": \(text)") }
  private func word(_ zh: String, _ en: String) -> String { values.word(zh: zh, en: en) }
}
