public import FEEL

/// The values that an input of a table can have; null is never among them.
///
/// The analysis of a table asks of every value of the domains whether a row matches it.
public enum Domain: Sendable, Hashable {
  /// With a step, its multiples only: a band over whole numbers has no gap between 11 and 12.
  case numbers(Interval<Decimal>, step: Decimal?)
  case dates(Interval<CivilDate>)
  case enumeration([String])
  case booleans
  /// Any text: what no cell names is one value more.
  case texts
  /// Nothing is known; such an input is not analysed.
  case open

  /// Whole numbers.
  public static func integers(_ interval: Interval<Decimal> = Interval()) -> Domain {
    .numbers(interval, step: .one)
  }

  public static func numbers(_ interval: Interval<Decimal> = Interval()) -> Domain {
    .numbers(interval, step: nil)
  }

  /// All values of a type.
  public init(of type: Type) {
    switch type {
    case .number: self = .numbers()
    case .date: self = .dates(Interval())
    case .boolean: self = .booleans
    case .string: self = .texts
    case .enumeration(let values): self = .enumeration(values)
    default: self = .open
    }
  }

  /// The allowed values that a cell may write without quotes.
  var bareValues: [String] {
    if case .enumeration(let values) = self { values } else { [] }
  }
}
