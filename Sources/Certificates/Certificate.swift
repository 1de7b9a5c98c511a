public import Diagnostics
import FEEL

/// What a certificate of a selection claims, as it is written in the document and nothing else.
public struct Certificate: Sendable {
  let seats: Int
  let places: Int
  let minimum: Decimal?
  let caps: [Limit]
  let floors: [Limit]
  let ranking: [Nominee]
  let belowMinimum: [Short]
  let counts: [Count]

  enum Place: String, CaseIterable { case `in`, out, open }

  /// A group with a cap, or a floor; its number is its place in the document, from 1.
  struct Limit: Sendable {
    let name: String
    let limit: Int
    let isSoft: Bool
    let listed: Int
    /// Of floors only.
    let seated: Int?
    let span: Span
  }

  struct Nominee: Sendable {
    let id: String
    let name: String
    let rank: Int
    let total: Decimal
    let keys: [Decimal?]
    let caps: [Int]
    let floors: [Int]
    let list: Place
    let reason: Reason?
    /// `nil`: it does not take part when the seats are given out.
    let votes: Int?
    /// It had its seat before, and the others fight for what is left.
    let holdsSeat: Bool
    let seat: Place?
    let seatReason: Reason?
    let span: Span
  }

  struct Short: Sendable {
    let id: String
    let name: String
    let total: Decimal
    let gap: Decimal
    let span: Span
  }

  /// Why somebody is not in, with those on whom it hangs.
  struct Reason: Sendable {
    let code: String
    let last: String?
    let gap: Decimal?
    let key: Int?
    /// The cap or the floor.
    let number: Int?
    let others: [String]
    let instead: String?
  }

  struct Count: Sendable {
    let name: String
    let value: Int
    let span: Span
  }
}

extension Certificate.Place: Sendable {}

extension Certificate {
  /// How many there are of each, for whoever has it checked.
  public func summary(_ language: Language) -> String {
    let counts = [
      ranking.count, ranking.count { $0.list == .in }, ranking.count { $0.list == .open }, belowMinimum.count,
      ranking.count { $0.seat == .in }, ranking.count { $0.seat == .out },
    ].map { "\($0)" }
    let arguments = Dictionary(
      uniqueKeysWithValues: zip(["ranked", "listed", "open", "short", "seated", "reserve"], counts))
    return Phrase.summary.text(language, arguments)
  }
}
