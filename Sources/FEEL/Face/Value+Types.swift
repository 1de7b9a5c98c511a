extension Value {
  /// What `@"…"` means: a date, a date and time, a time or a duration.
  public init?(temporal text: String) {
    if let value = CivilDate(text) {
      self = .date(value)
    } else if let value = CivilDateTime(text) {
      self = .dateTime(value)
    } else if let value = CivilTime(text) {
      self = .time(value)
    } else if let value = YearsDuration(text) {
      self = .yearsDuration(value)
    } else if let value = DaysDuration(text) {
      self = .daysDuration(value)
    } else {
      return nil
    }
  }

  /// The type of the value itself.
  public var type: Type {
    switch self {
    case .null: .null
    case .unknown: .any
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    case .daysDuration: .daysDuration
    case .yearsDuration: .yearsDuration
    case .list(let elements):
      .list(elements.dropFirst().reduce(elements.first?.type ?? .any) { $0.joined($1.type) })
    case .context(let context): .context(ContextType(context.entries.map { ($0.name, $0.value.type) }))
    case .range(let range): .range(range.low.type.joined(range.high.type))
    case .function(let function):
      .function(parameters: function.parameters.map(\.type), result: function.result)
    }
  }
}
