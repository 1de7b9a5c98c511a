/// The commands of the language, by the word that stands under `do`.
public enum Verb: String, Sendable, Hashable, Codable, CaseIterable {
  case start, submit, approve, reject
  case sendBack = "return"
  case withdraw
  case takeBack = "take_back"
  case transfer, delegate, resolve
  case proxySet = "proxy_set"
  case addSign = "add_sign"
  case removeSign = "remove_sign"
  case claim, unclaim, cast
  case checkIn = "check_in"
  case openVote = "open_vote"
  case closeVote = "close_vote"
  case adjourn
  case paperResult = "paper_result"
  case writtenOpinion = "written_opinion"
  case queryTally = "query_tally"
  case recuse, urge, object
  case settleObjection = "settle_objection"
  case amendNotice = "amend_notice"
  case endNotice = "end_notice"
  case appeal, suspend, resume, terminate
  case cancelStage = "cancel_stage"
  case autoComplete = "auto_complete"
  case handover, assign
  case setData = "set_data"
  case retry
  case orgChange = "org_change"
  case deploy, migrate, tick
  // What the three awards need besides.
  case score, confirm, publish, name, archive
  case fillReserve = "fill_reserve"
  case admitObjection = "admit_objection"
  case dismissObjection = "dismiss_objection"
  case prolongObjection = "prolong_objection"
  case withdrawObjection = "withdraw_objection"
  case decideRecusal = "decide_recusal"
  case draw, merge
  // 动态管理.
  case reviewTitle = "review_title"
  case warnTitle = "warn_title"
  case suspendTitle = "suspend_title"
  case restoreTitle = "restore_title"
  case openRevocation = "open_revocation"
  case decideRevocation = "decide_revocation"
}

extension Verb {
  /// One signature of an `approve` stage, whatever the act is called there.
  var isApproval: Bool { Verb.acts.contains(self) }
  public static let acts: [Verb] = [.approve, .confirm, .publish, .name, .archive]

  /// A reason has to be given: for going back, for saying no to a case, for what an administrator repairs.
  var needsReason: Bool {
    switch self {
    case .sendBack, .reject, .terminate, .suspend, .settleObjection, .dismissObjection, .prolongObjection, .assign,
      .setData, .retry, .merge, .migrate, .warnTitle, .suspendTitle, .restoreTitle, .openRevocation:
      true
    default: false
    }
  }
}
