public enum Choice: String, Sendable, Hashable, Codable, CaseIterable {
  case yes, no, abstain
}

/// What one ballot says.
public enum Vote: Sendable, Hashable, Codable {
  /// On the one question.
  case choice(Choice)
  /// On each case of the list.
  case marks([CaseID: Choice])
  /// 圈选: the names marked.
  case names([CaseID])

  /// Without what it says of one case.
  func leavingOut(_ id: CaseID) -> Vote {
    switch self {
    case .choice: self
    case .marks(let marks): .marks(marks.filter { $0.key != id })
    case .names(let names): .names(names.filter { $0 != id })
    }
  }
}
