import Diagnostics
import Outcomes
import Workflow

/// What is told of a title after it has been given: 年审, 警示, 暂停, 撤销.
extension Procedure {
  var titleEntries: [TitleEntry] {
    let acts = history.title?.acts ?? []
    let votes = acts.filter { $0.tally != nil }
    // In the same minute a review comes before what it asks for, and that before the vote.
    return acts.filter { $0.tally == nil }.map(entry)
      + history.revocations.enumerated().map { index, revocation in
        TitleEntry(
          at: revocation.at, label: Verb.openRevocation.phrase.text(values.language),
          text: story(revocation, isLast: index == history.revocations.count - 1))
      } + votes.map(entry)
  }

  /// What made the title what it is now: its suspension, its revocation.
  var titleDecision: String? {
    history.title?.acts.last { $0.kind == .suspended || $0.kind == .revoked }.map { story($0) }
  }

  private func entry(_ act: TitleAct) -> TitleEntry {
    TitleEntry(at: act.at, label: label(act.kind).text(values.language), text: story(act))
  }

  private func label(_ kind: TitleAct.Kind) -> Phrase {
    switch kind {
    case .reviewed: Verb.reviewTitle.phrase
    case .warned: Verb.warnTitle.phrase
    case .suspended: Verb.suspendTitle.phrase
    case .restored: Verb.restoreTitle.phrase
    case .revoked, .kept: Verb.decideRevocation.phrase
    }
  }

  private func story(_ act: TitleAct) -> String {
    var told = ["\(day(act.at)) \(who(act.by, role: nil))" + did(act) + because(act.reason)]
    if let due = act.due {
      told.append(
        act.kind == .warned
          ? word("整改至 \(moment(due))", "to be put right by \(moment(due))")
          : word("至 \(moment(due))", "until \(moment(due))"))
    }
    if let tally = act.tally { told.append(story(tally)) }
    if act.wasLate { told.append(word("逾期", "late")) }
    if act.kind == .revoked, let last = history.title?.barredThrough {
      told.append(word("至 \(last) 不再受理其申报", "not accepted again through \(last)"))
    }
    return told.joined(separator: word("；", "; "))
  }

  private func did(_ act: TitleAct) -> String {
    switch act.kind {
    case .reviewed: word("复核：\(found(act.result))", " reviewed it: \(found(act.result))")
    case .warned: word("予以警示", " gave a warning")
    case .suspended: word("暂停称号", " suspended the title")
    case .restored: word("解除，恢复称号", " lifted it and restored the title")
    case .revoked: word("报告票数：撤销称号", " reported the count: the title is revoked")
    case .kept: word("报告票数：撤销未获通过，称号不变", " reported the count: the title is not revoked")
    }
  }

  /// Conditions are those of the selection; what a review looks at are the vetoes, and what nobody knows yet.
  private func found(_ result: RuleResult?) -> String {
    guard let result else { return "" }
    let why = finding(result).map { word("（\($0)）", " (\($0))") } ?? ""
    switch result.outcome {
    case .vetoed?: return word("触发否决\(why)", "vetoed\(why)")
    case .pending?: return word("待核\(why)", "facts are open\(why)")
    default: return word("没有否决情形", "nothing that would veto it")
    }
  }

  private func story(_ revocation: Revocation, isLast: Bool) -> String {
    let asked =
      revocation.by == .system
      ? word("复核触发否决，提请撤销", "vetoed in the review: its revocation is asked for")
      : word("\(who(revocation.by, role: nil))提请撤销", "\(who(revocation.by, role: nil)) asked for the revocation")
    let told = "\(day(revocation.at)) \(asked)" + because(revocation.reason)
    guard isLast, let due = history.title?.decisionDue else { return told }
    return told + word("；等待票决，至 \(moment(due))", "; the vote is due by \(moment(due))")
  }
}

struct TitleEntry {
  let at: Instant
  let label: String
  let text: String
}
