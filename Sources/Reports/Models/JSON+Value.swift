public import FEEL

extension JSON {
  /// A value of FEEL: numbers exact, dates, times and durations as ISO 8601 writes them, ranges and functions as FEEL
  /// does.
  public init(_ value: Value) {
    switch value {
    case .null, .unknown: self = .null
    case .boolean(let value): self = .boolean(value)
    case .number(let value): self = .number(value)
    case .list(let elements): self = .array(elements.map(JSON.init))
    case .context(let context): self = .object(context.entries.map { Member(name: $0.name, value: JSON($0.value)) })
    case .range, .function: self = .string(value.feelText)
    case .string, .date, .time, .dateTime, .daysDuration, .yearsDuration: self = .string(value.asText)
    }
  }
}
