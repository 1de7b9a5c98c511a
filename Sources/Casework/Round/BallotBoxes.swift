import Workflow

/// One secret ballot: that of a stage that is open.
struct BallotKey: Hashable {
  let `case`: CaseID?
  let opening: Int
  let session: Int

  init(case id: CaseID?, opening: Int, session: Int) {
    self.case = id
    self.opening = opening
    self.session = session
  }

  init(_ question: BoxQuestion) {
    self.init(case: question.case, opening: question.opening, session: question.session)
  }
}

/// Where ballots lie until they are counted.
protocol BallotBoxes {
  /// - Parameter length: bytes that the longest ballot of this round can take.
  mutating func drop(_ ballot: Vote, into box: BallotKey, length: Int) throws
  func ballots(in box: BallotKey) throws -> [Vote]
}

/// Boxes of a round that is carried out at once and kept nowhere. A ballot lies there without a name; the order says nothing, since
/// only the counts are ever read.
struct LooseBoxes: BallotBoxes {
  private var boxes: [BallotKey: [Vote]] = [:]

  mutating func drop(_ ballot: Vote, into box: BallotKey, length: Int) { boxes[box, default: []].append(ballot) }

  func ballots(in box: BallotKey) -> [Vote] { boxes[box] ?? [] }
}

/// There are not as many ballots in a box as people who cast one: somebody has been at it.
public struct BallotsMissing: Error {
  public let cast: Int
  public let found: Int
}

extension BallotBoxes {
  /// The ballots of a box, as many as the record says were cast.
  func ballots(in box: BallotKey, of round: Round) throws -> [Vote] {
    let (found, cast) = (try ballots(in: box), round.ballotsCast(in: box))
    if found.count != cast { throw BallotsMissing(cast: cast, found: found.count) }
    return found
  }
}

extension Round {
  /// How many took part in a secret ballot.
  func ballotsCast(in box: BallotKey) -> Int {
    let openings = box.case.map { cases[$0]?.openings ?? [] } ?? openings
    return openings.last { $0.number == box.opening }?.vote?.took.count ?? 0
  }

  /// The box of the secret ballot that a command belongs to.
  func openBox(for command: Command) -> BallotKey? {
    let own = command.case ?? (isLone ? order.first : nil)
    return own.flatMap { id in cases[id].flatMap { openBoxes($0.openings, of: id).last } }
      ?? openBoxes(openings, of: nil).last
  }

  /// All ballots that are under way.
  var openBoxes: [BallotKey] {
    order.flatMap { id in openBoxes(cases[id]?.openings ?? [], of: id) } + openBoxes(openings, of: nil)
  }

  private func openBoxes(_ openings: [Opening], of id: CaseID?) -> [BallotKey] {
    openings.compactMap { opening in
      guard let vote = opening.vote, vote.isOpen else { return nil }
      return BallotKey(case: id, opening: opening.number, session: vote.number)
    }
  }

  /// What the longest ballot can take: each case marked.
  var ballotLength: Int { order.reduce(64) { $0 + $1.rawValue.utf8.count + 16 } }
}
