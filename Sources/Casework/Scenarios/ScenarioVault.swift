import Foundation
import Workflow

/// What a scenario needs of a store: what was kept comes back as it was.
protocol ScenarioVault {
  /// Keeps what followed from one command: all of it, or nothing.
  mutating func keep(_ writ: Writ) throws
  /// What was kept is looked at anew, as after the program has ended and begun again.
  mutating func reopen() throws
  /// All that happened in an instance, as it comes back.
  func events(of instance: Int) throws -> [Event]
  /// The ballots in a box, in no particular order.
  func ballots(in box: BallotKey, of instance: Int) throws -> [Vote]
  /// Another one that holds the same; neither sees what the other keeps from then on.
  func fork() throws -> any ScenarioVault

  // MARK: Messages

  /// Sends what is waiting, once; a listener that fails is told again the next time.
  mutating func deliver(failing: Set<String>, at now: Instant) throws
  /// Messages not yet delivered, per listener.
  func waiting() throws -> [String: Int]

  // MARK: The log as a whole

  /// Overwrites what one entry says, as nobody may.
  ///
  /// - Returns: `false` if there is no such entry.
  mutating func tamper(_ entry: Int, _ change: [String: Datum]) throws -> Bool
  /// The first entry that is not as it was written; `nil`: all are.
  func firstBadEntry() throws -> Int?
}

/// What followed from one command.
struct Writ {
  let instance: Int
  let command: Command
  let actor: ActorID
  let at: Instant
  /// With the version of what each is about, once it has happened.
  let events: [(event: Event, version: Int)]
  /// Of what the command is about, before anything had happened.
  let versionBefore: Int
  /// A secret ballot, and the box that it goes into.
  let ballot: (vote: Vote, box: BallotKey, length: Int)?
  /// Ballots that ended with it: counted, or given up.
  let closedBoxes: [BallotKey]
  let messages: [ListenerMessage]
  /// Values that only one instance may have; where they are taken, nothing is kept (`StoreFault.claimed`).
  let claims: [UniqueKey]
}
