public import Workflow

/// An act on a nominee that is no signature in a stage: 撤回, 补录, 改派, 中止, 终止, 递补, 责令回避.
public struct SideAct: Sendable {
  public let at: Instant
  public let by: ActorID
  public let verb: Verb
  public let reason: String?
  /// The fields that were filled in.
  public let fields: [String]
  /// Whom it is about: who stands back, to whom it goes.
  public let whom: [ActorID]
  /// 递补: whose seat fell free.
  public let vacated: CaseID?
  /// 递补: who took it; `nil` where nobody could.
  public let successor: CaseID?
  /// What was decided on an application to stand back.
  public var isGranted: Bool?
}

extension SideAct {
  private static let told: Set<Verb> = [
    .withdraw, .setData, .assign, .suspend, .resume, .terminate, .retry, .recuse, .transfer, .decideRecusal, .merge,
  ]

  /// The acts of a round by the case that they are about.
  static func byCase(_ events: [Event]) -> [CaseID: [SideAct]] {
    var acts: [CaseID: [SideAct]] = [:]
    var filling: ActorID?
    for event in events {
      switch event.change {
      case .accepted(let act) where act.verb == .fillReserve: filling = event.by
      case .accepted(let act) where told.contains(act.verb):
        guard let id = event.case ?? act.command.case else { continue }
        var side = SideAct(
          at: event.at, by: event.by, verb: act.verb, reason: act.command.reason,
          fields: act.command.data.keys.sorted(), whom: act.whom, vacated: nil, successor: nil)
        if case .decideRecusal(_, let isGranted) = act.command.act { side.isGranted = isGranted }
        acts[id, default: []].append(side)
      case .filled(let vacated, let successor):
        let act = SideAct(
          at: event.at, by: filling ?? event.by, verb: .fillReserve, reason: nil, fields: [], whom: [],
          vacated: vacated, successor: successor)
        for id in [vacated, successor].compactMap(\.self) { acts[id, default: []].append(act) }
      default: continue
      }
    }
    return acts
  }
}
