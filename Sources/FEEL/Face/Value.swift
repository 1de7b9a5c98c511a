/// A value of FEEL as the rest of the house sees it (DMN 1.5 §10.3.2.2).
public enum Value: Sendable, Hashable {
  case null
  case boolean(Bool)
  case number(Decimal)
  case string(String)
  case date(CivilDate)
  // Few and large: apart, so that all the others, of which a batch holds millions, need three words and not five.
  indirect case time(CivilTime)
  indirect case dateTime(CivilDateTime)
  case daysDuration(DaysDuration)
  case yearsDuration(YearsDuration)
  case list([Value])
  case context(Context)
  case range(RangeValue)
  case function(FunctionValue)
  /// A fact that is missing. Not a value of FEEL: it arises only where a frame was given one.
  case unknown
}

extension Value {
  public static func number(_ integer: Int) -> Value { .number(Decimal(integer)) }

  public var isNull: Bool { if case .null = self { true } else { false } }

  public var isUnknown: Bool { if case .unknown = self { true } else { false } }

  public var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }

  public var number: Decimal? { if case .number(let value) = self { value } else { nil } }

  public var string: String? { if case .string(let value) = self { value } else { nil } }

  public var date: CivilDate? { if case .date(let value) = self { value } else { nil } }

  public var list: [Value]? { if case .list(let value) = self { value } else { nil } }

  public var context: Context? { if case .context(let value) = self { value } else { nil } }

  /// Whether a missing fact is anywhere in it.
  public var containsUnknown: Bool {
    switch self {
    case .unknown: true
    case .list(let elements): elements.contains(where: \.containsUnknown)
    case .context(let context): context.entries.contains { $0.value.containsUnknown }
    default: false
    }
  }
}
