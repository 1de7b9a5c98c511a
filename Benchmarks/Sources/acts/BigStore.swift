import Foundation
import Store
import Workflow

/// A store as it is after many years: so many cases, so many events.
struct BigStore {
  let path: String
  let cases: Int
  static let casesOfRound = 100

  /// Makes it; each case has gone its way and back once, so that it has about twenty events.
  init(_ path: String, cases: Int) throws {
    self.path = path
    self.cases = cases
    let ledger = try Ledger(path, creating: true)
    var round = flow.begun(at: now)
    var events: [Event] = []
    for (stage, actor) in flow.approvals {
      events += flow.carryOut(
        Command(.sign(.approve, for: nil, override: false), stage: stage), by: actor, at: now, in: &round)
    }
    events = Array(events.prefix(20))
    for number in 0..<(cases / Self.casesOfRound) {
      let id = RoundID("round-\(number)")
      try ledger.write { writing in
        for index in 0..<Self.casesOfRound {
          let subject = CaseID("\(number)-\(index)")
          let drafts = events.enumerated().map { offset, event in
            Writing.Draft(
              subject, version: offset, at: event.at, by: event.by,
              .event(Event(at: event.at, by: event.by, case: subject, change: event.change)))
          }
          try writing.append(drafts, to: id)
          try writing.keep(
            CaseSummary(id: subject, title: "case", state: "approved", outcome: nil, stage: nil, version: 6), in: id)
        }
        try writing.keep(
          RoundSummary(id: id, award: "award", edition: "\(number)", state: "ended", version: 600, opened: now))
      }
    }
  }

  /// Milliseconds until the list of rounds is there, from a file that is closed.
  func opening() throws -> Double {
    try seconds {
      let ledger = try Ledger(path)
      if try ledger.read({ try $0.rounds().count }) != cases / Self.casesOfRound { fatalError("rounds are missing") }
    } * 1_000
  }

  /// Milliseconds for all that happened in one case, read and understood; the median of many.
  func history() throws -> Double {
    let ledger = try Ledger(path)
    let times = try (0..<101).map { index in
      let number = index * 9_973 % cases
      let (round, subject) = (
        RoundID("round-\(number / Self.casesOfRound)"),
        CaseID("\(number / Self.casesOfRound)-\(number % Self.casesOfRound)")
      )
      return try seconds {
        let contents = try ledger.read { try $0.entries(of: subject, in: round).map { try $0.content() } }
        if contents.count < 10 { fatalError("events are missing") }
      } * 1_000
    }
    return times.sorted()[50]
  }
}
