/// When each stage of a round can be over: reckoned from the workflow file and the calendar, before anybody has acted.
public struct Timetable: Sendable, Hashable {
  public let workflow: String?
  /// The day on which the first stage begins; a working day, or the next one.
  public let start: Day
  /// Whether the day that was asked for is a rest day, on which nothing is published.
  public let startsOnRestDay: Bool
  /// In the order in which a case comes to them; those beside the way stand behind the stage that leads to them.
  public let rows: [Row]
  /// Common deadlines, and until when a seat may be filled again.
  public let milestones: [Milestone]
  public let calendar: WorkCalendar

  /// How much of the time that they have people take.
  public enum Pace: String, Sendable, Hashable, CaseIterable {
    /// Everybody acts on the very day; only what has to last, lasts: notices, and whatever waits for a common deadline.
    case earliest
    /// Every period is used up (用足时限).
    case latest
    /// Besides, everything that can be added to a period is: 补正, 催办, 缓议, an objection that is hard to look into.
    case extended
  }

  /// From the first day on which it can be acted upon to the last.
  public struct Stretch: Sendable, Hashable {
    public let first: Day
    public let last: Day
    /// It goes through a year without a calendar (暂定).
    public let isProvisional: Bool
  }

  public struct Row: Sendable, Hashable {
    public let stage: StageID
    public let name: String?
    public let basis: String?
    public let scope: Stage.Scope
    public let kind: Kind
    /// `nil`: it has no period of its own.
    public let period: TimeSpan?
    public let counting: Counting
    /// The common deadline that ends it.
    public let until: String?
    public let extras: [Extra]
    public let stretches: [Pace: Stretch]
    /// The last day on which it may be done, so that the stages behind it have their periods in full before the deadline.
    public let inFullBy: Day?
    /// Of a notice: each day that counts, at the pace of `latest`.
    public let counted: [Day]

    public subscript(pace: Pace) -> Stretch? { stretches[pace] }
  }

  public enum Kind: String, Sendable, Hashable {
    case work
    /// Reckoned or decided by rule, on the day it comes to.
    case automatic
    case notice
    /// Beside the way, and only for a case that an objection is about.
    case aside
  }

  /// What may be added to a period.
  public enum Extra: Sendable, Hashable {
    case returns(count: Int, within: TimeSpan)
    case grace(TimeSpan)
    case adjournments(count: Int, within: TimeSpan)
    /// Whether an objection is admitted is said before it is looked into.
    case admission(TimeSpan)
    case prolongation(TimeSpan)
    /// The notice of the one who was objected to begins again.
    case renewedNotice(TimeSpan)
  }

  public struct Milestone: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      case deadline(String)
      case reserve
    }

    public let kind: Kind
    public let day: Day
    public let within: TimeSpan
    public let counting: Counting
    public let isProvisional: Bool
  }

  /// The last year of the round, whatever the pace, for which there is no calendar.
  public var uncoveredYears: [Int] {
    let days = rows.flatMap { $0.stretches.values.flatMap { [$0.first, $0.last] } } + milestones.map(\.day)
    return Set(days.filter { !calendar.covers($0) }.map(\.year)).sorted()
  }
}
