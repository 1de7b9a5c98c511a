import Store
import Workflow

/// The sealed boxes of a round, within the transaction of an act.
struct StoredBoxes: BallotBoxes {
  let round: RoundID
  let writing: Writing

  func drop(_ ballot: Vote, into box: BallotKey, length: Int) throws {
    try writing.drop(ballot, into: BoxID(round, box), length: length)
  }

  func ballots(in box: BallotKey) throws -> [Vote] { try writing.reading.ballots(in: BoxID(round, box)) }

  func dispose(of box: BallotKey) throws -> BoxCount? { try writing.dispose(of: BoxID(round, box)) }
}

extension BoxID {
  init(_ round: RoundID, _ box: BallotKey) {
    self.init(round: round, subject: box.case, opening: box.opening, session: box.session)
  }
}
