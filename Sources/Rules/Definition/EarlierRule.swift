public import Diagnostics
public import FEEL

/// How a title that an earlier round gave becomes a row of a nominee's facts.
public struct EarlierRule: Sendable {
  /// Whose register of titles.
  public let award: String
  /// By what the holder and the nominee are known to be the same: all that the register has; own fields that stand for the same number
  /// of the register are alternatives.
  public let match: [Match]
  /// The list that gets the row.
  public let field: String
  public let fieldSpan: Span
  /// A FEEL context: the components of the row.
  public let row: Fragment
  /// The components that a row declared by the nominee shares with it when both are the same title.
  public let sameBy: [(name: String, span: Span)]
  public let basis: String

  /// A field of this record, and what the register calls the same number.
  public struct Match: Sendable {
    public let own: String
    public let theirs: String
    public let span: Span
  }
}

/// What of several copies of one nomination counts, and of several nominations of one nominee.
public struct SubmissionRule: Sendable {
  /// The field that says when a copy was handed in.
  public let time: String
  public let timeSpan: Span
  /// Copies handed in after it are refused.
  public let deadline: Deadline?
  /// The field that says who handed it in; `nil`: all copies are one nomination.
  public let by: String?
  public let bySpan: Span?
  /// Holds for the nomination that stays when several units have nominated one nominee.
  public let stays: Fragment?
  public let basis: String

  public struct Deadline: Sendable {
    public let instant: CivilDateTime
    /// As written.
    public let text: String
  }
}

extension CivilDateTime {
  /// `2025-12-19`, `2025-12-19T17:30`, `2025-12-19 17:30:00`: a day alone is its beginning. `nil` for anything else, and
  /// for what names a zone.
  public init?(submitted text: String) {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
    guard (1...2).contains(parts.count) else { return nil }
    guard let clock = parts.dropFirst().first else {
      self.init(String(parts[0]))
      return
    }
    guard clock.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ":") }) else { return nil }
    self.init("\(parts[0])T\(clock)" + (clock.count == 5 ? ":00" : ""))
  }
}
