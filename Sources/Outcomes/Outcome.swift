public import Diagnostics

/// What has come of a nominee: one vocabulary everywhere, codes in data and words for people.
public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
  case incomplete
  case ineligible
  case vetoed
  case pending
  case belowMinimum = "below_minimum"
  case ranked
  case shortlisted
  case belowLine = "below_line"
  case capped
  case tieOpen = "tie_open"
  case reserve
  case selected
  case notAccepted = "not_accepted"
  case withdrawn
  case voteFailed = "vote_failed"
  case cancelled
  case named
  case suspended
  case revoked
  case merged

  /// The words of 评选办法 for it, and English ones.
  public var phrase: Phrase {
    switch self {
    case .incomplete: Phrase(zh: "待补正", en: "incomplete")
    case .ineligible: Phrase(zh: "不符合条件", en: "ineligible")
    case .vetoed: Phrase(zh: "一票否决", en: "vetoed")
    case .pending: Phrase(zh: "待核", en: "pending verification")
    case .belowMinimum: Phrase(zh: "未达最低分", en: "below the minimum")
    case .ranked: Phrase(zh: "已排名", en: "ranked")
    case .shortlisted: Phrase(zh: "入围", en: "shortlisted")
    case .belowLine: Phrase(zh: "未入围", en: "below the line")
    case .capped: Phrase(zh: "分档受限", en: "held back by a cap")
    case .tieOpen: Phrase(zh: "并列待决", en: "tie undecided")
    case .reserve: Phrase(zh: "递补候选", en: "reserve")
    case .selected: Phrase(zh: "拟命名", en: "selected")
    case .notAccepted: Phrase(zh: "不予受理", en: "not accepted")
    case .withdrawn: Phrase(zh: "撤回", en: "withdrawn")
    case .voteFailed: Phrase(zh: "票决未过", en: "not passed in the vote")
    case .cancelled: Phrase(zh: "取消", en: "cancelled")
    case .named: Phrase(zh: "已命名", en: "named")
    case .suspended: Phrase(zh: "暂停", en: "suspended")
    case .revoked: Phrase(zh: "已撤销", en: "revoked")
    case .merged: Phrase(zh: "重复推荐并入", en: "merged into another case")
    }
  }
}

extension Outcome {
  /// It was given the title, whatever has become of the title since.
  public var hasBeenNamed: Bool { self == .named || self == .suspended || self == .revoked }

  /// With it a case is over; `belowLine` and `capped` once the list is confirmed, `reserve` when the time for 递补 is over.
  public var isFinal: Bool {
    switch self {
    case .incomplete, .pending, .ranked, .shortlisted, .tieOpen, .reserve, .selected, .named, .suspended: false
    case .ineligible, .vetoed, .belowMinimum, .belowLine, .capped, .notAccepted, .withdrawn, .voteFailed, .cancelled,
      .revoked, .merged:
      true
    }
  }
}
