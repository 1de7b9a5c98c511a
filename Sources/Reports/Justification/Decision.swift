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
  private let values: ValueText

  init(
    _ dossier: Dossier, _ history: History, _ stage: StageHistory, _ procedure: Procedure, _ values: ValueText
  ) {
    self.dossier = dossier
    self.history = history
    self.stage = stage
    self.procedure = procedure
    self.values = values
  }

  var text: String {
    if let withdrawal { return procedure.story(withdrawal) }
    switch dossier.outcome {
    case .reserve: return reserve
    case .cancelled: return cancelled
    case .notAccepted: return notAccepted
    default: return decidedThere
    }
  }

  private var withdrawal: SideAct? {
    guard dossier.outcome == .withdrawn || dossier.outcome == .cancelled else { return nil }
    return dossier.sideActs.last { $0.verb == .withdraw || $0.verb == .terminate }
  }

  /// Passed the vote, no seat for it: others stood before, or a floor kept the seat.
  private var reserve: String {
    word("票决通过，按赞成票、排名和结构底线未得名额，也未轮到递补", "passed the vote, but votes, rank and floors gave it no seat")
      + (stage.tally.map { told(procedure.story($0)) } ?? "")
  }

  private var cancelled: String {
    if let objection = history.objections.last(where: { $0.settlement?.isFounded == true }) {
      return word("公示期间异议成立", "an objection was upheld") + (objection.settlement?.reason.map(told) ?? "")
    }
    let open = history.stages.last?.assessment?.result.outcome == .pending ? dossier.assessment.missing : []
    guard !open.isEmpty else { return decidedThere }
    let facts = open.map { "“\($0.path)”" }.joined(separator: word("、", ", "))
    return word(
      "至归档仍未核清\(facts)，以取消结案", "\(facts) was still open when the round was archived, and so it was cancelled")
  }

  private var notAccepted: String {
    if stage.ending == .rejected, reason != nil { return decidedThere }
    let finding = procedure.finding(stage).map { word("，\($0)", ", \($0)") } ?? ""
    if !finding.isEmpty { return word("补正次数用尽仍不齐", "still incomplete after the last correction") + finding }
    return word("推荐截止前未办完“\(name)”", "“\(name)” was not done before the deadline")
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
