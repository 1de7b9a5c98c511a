/// What a listener of the workflow file is to be told; somebody else keeps and delivers it, after the act itself.
public struct ListenerMessage: Sendable, Hashable, Codable {
  /// Whom the file says to call: `sms`.
  public let listener: String
  public let event: String
  public let asking: Asking
}

extension Machine {
  /// What follows from events for the listeners: one message for each person who came to be asked, the machine not counted.
  ///
  /// - Parameter round: as it was before the events.
  public func messages(following events: [Event], in round: Round) -> [ListenerMessage] {
    var after = round
    for event in events { after.apply(event) }
    let listeners = definition(of: after).listeners
    if listeners.isEmpty { return [] }
    return askings(by: events, in: round).filter { $0.actor != .system }.flatMap { asking in
      listeners.map { ListenerMessage(listener: $0.call, event: $0.event, asking: asking) }
    }
  }
}
