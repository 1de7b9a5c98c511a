import Foundation
import Store
import Workflow

/// Keeps everything in memory, as JSON: fast, and gone when the scenario is over.
struct PlainVault: ScenarioVault {
  private var entries: [(instance: Int, body: Data)] = []
  private var boxes: [Int: [BallotKey: [Data]]] = [:]
  private var messages: [String: Int] = [:]
  private var claims = Set<UniqueKey>()

  mutating func keep(_ writ: Writ) throws {
    if !claims.isDisjoint(with: writ.claims) { throw StoreFault.claimed }
    claims.formUnion(writ.claims)
    entries += try writ.events.map { (writ.instance, try Self.encoder.encode($0.event)) }
    if let (vote, box, _) = writ.ballot {
      boxes[writ.instance, default: [:]][box, default: []].append(try Self.encoder.encode(vote))
    }
    for box in writ.closedBoxes { boxes[writ.instance]?[box] = nil }
    for message in writ.messages { messages[message.listener, default: 0] += 1 }
  }

  func reopen() {}

  func events(of instance: Int) throws -> [Event] {
    try entries.filter { $0.instance == instance }.map { try JSONDecoder().decode(Event.self, from: $0.body) }
  }

  func ballots(in box: BallotKey, of instance: Int) throws -> [Vote] {
    try (boxes[instance]?[box] ?? []).map { try JSONDecoder().decode(Vote.self, from: $0) }
  }

  func fork() -> any ScenarioVault { self }

  mutating func deliver(failing: Set<String>, at now: Instant) {
    for listener in messages.keys where !failing.contains(listener) { messages[listener] = 0 }
  }

  func waiting() -> [String: Int] { messages }

  /// Nobody comes at it from outside.
  func tamper(_ entry: Int, _ change: [String: Datum]) -> Bool { false }

  func firstBadEntry() -> Int? { nil }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }
}
