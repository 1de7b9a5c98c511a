public import Workflow
import Fingerprints
import Foundation
import GRDB

/// Which box: one secret ballot of one stage that is open.
public struct BoxID: Sendable, Hashable {
  public let round: RoundID
  /// `nil`: a ballot on the whole list.
  public let subject: CaseID?
  public let opening: Int
  public let session: Int

  public init(round: RoundID, subject: CaseID?, opening: Int, session: Int) {
    self.round = round
    self.subject = subject
    self.opening = opening
    self.session = session
  }

  fileprivate var arguments: StatementArguments { [round.rawValue, subject?.rawValue ?? "", opening, session] }
}

/// A box holds ballots of one length, in no order, without names or times. Each ballot that is dropped writes the whole box anew,
/// shuffled, and sealed with a key that the box before did not have.
extension Writing {
  /// - Parameter length: bytes that the longest ballot of this vote can take, so that none is told by its length.
  public func drop(_ ballot: Vote, into box: BoxID, length: Int) throws {
    var ballots = try reading.sealed(box).map { try $0.open(keys, box) } ?? []
    ballots.append(ballot)
    var chance = Chance.Generator()
    ballots.shuffle(using: &chance)
    let (name, key) = try keys.add()
    guard let sealed = Cipher.seal(try BoxText.write(ballots, length: length), with: key) else {
      throw StoreFault.other(code: 0)
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO box (round, subject, opening, session, key, sealed) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET key = excluded.key, sealed = excluded.sealed
        """
    ).execute(arguments: box.arguments + [name, Data(sealed)])
    touchedBox = true
  }

  /// Does away with a box that was counted, and with its key.
  ///
  /// - Returns: what the log keeps of it; `nil` if there was none.
  public func dispose(of box: BoxID) throws -> BoxCount? {
    guard let sealed = try reading.sealed(box) else { return nil }
    // Of a box that nobody can open any more the ballots are given up, too.
    let count = try? sealed.open(keys, box).count
    try db.cachedStatement(sql: "DELETE FROM box WHERE round = ? AND subject = ? AND opening = ? AND session = ?")
      .execute(arguments: box.arguments)
    touchedBox = true
    return BoxCount(
      opening: box.opening, session: box.session, ballots: count,
      digest: Fingerprint(of: sealed.bytes).description)
  }
}

extension Reading {
  /// The ballots of a box; none if nobody has cast one.
  public func ballots(in box: BoxID) throws -> [Vote] { try sealed(box)?.open(keys, box) ?? [] }

  fileprivate func sealed(_ box: BoxID) throws -> SealedBox? {
    let statement = try db.cachedStatement(
      sql: "SELECT key, sealed FROM box WHERE round = ? AND subject = ? AND opening = ? AND session = ?")
    guard let row = try Row.fetchOne(statement, arguments: box.arguments) else { return nil }
    return SealedBox(key: row[0], bytes: [UInt8](row[1] as Data))
  }
}

private struct SealedBox {
  let key: String
  let bytes: [UInt8]

  func open(_ keys: KeyFile, _ box: BoxID) throws -> [Vote] {
    guard let key = keys.key(key), let text = Cipher.open(bytes, with: key) else { throw StoreFault.keyLost }
    return try BoxText.read(text)
  }
}

/// Ballots as bytes, each of the same length.
private enum BoxText {
  static func write(_ ballots: [Vote], length: Int) throws -> [UInt8] {
    let texts = try ballots.map { try JSONText.bytes(of: $0) }
    // A ballot longer than foreseen must not be told by it: then all are as long as the longest, in steps.
    let longest = max(length, texts.map(\.count).max() ?? 0)
    let cell = (longest + 255) / 256 * 256
    return texts.flatMap { $0 + [UInt8](repeating: 0x20, count: cell - $0.count) + [0x0A] }
  }

  static func read(_ bytes: [UInt8]) throws -> [Vote] {
    try bytes.split(separator: 0x0A).map { line in
      do {
        return try JSONDecoder().decode(Vote.self, from: Data(line))
      } catch {
        throw StoreFault.damaged
      }
    }
  }
}
