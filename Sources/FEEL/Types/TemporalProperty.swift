/// The properties of dates, times, durations and ranges (DMN 1.5 table 62).
enum TemporalProperty {
  static func of(_ type: Type) -> [String: Type]? {
    switch type {
    case .date: date
    case .time: time
    case .dateTime: dateTime
    case .daysDuration: days
    case .yearsDuration: years
    case .range(let element): range(element)
    default: nil
    }
  }

  private static let date: [String: Type] = ["year": .number, "month": .number, "day": .number, "weekday": .number]
  private static let time: [String: Type] = [
    "hour": .number, "minute": .number, "second": .number, "time offset": .daysDuration, "timezone": .string,
  ]
  private static let dateTime = date.merging(time) { $1 }
  private static let days: [String: Type] = [
    "days": .number, "hours": .number, "minutes": .number, "seconds": .number,
  ]
  private static let years: [String: Type] = ["years": .number, "months": .number]

  private static func range(_ element: Type) -> [String: Type] {
    ["start": element, "end": element, "start included": .boolean, "end included": .boolean]
  }

  /// The names that only a list makes readable.
  static let names = ["time offset", "start included", "end included"]
}

extension Frame {
  /// A property of a date, a time, a duration or a range; `nil` if it has none of that name.
  func property(_ name: String, of cell: Cell) -> Cell? {
    switch cell.tag {
    case .date: property(name, of: date(cell))
    case .dateTime: property(name, of: dateTime(cell).date) ?? property(name, of: dateTime(cell))
    case .time: property(name, of: time(cell))
    case .daysDuration, .fineDuration: property(name, of: days(cell).components)
    case .yearsDuration: property(name, of: years(cell).components)
    case .range: rangeProperty(name, of: cell)
    default: nil
    }
  }

  private func integer(_ value: Int) -> Cell { Cell(coefficient: Int64(value), exponent: 0) }

  private func property(_ name: String, of date: CivilDate) -> Cell? {
    switch name {
    case "year": integer(date.year)
    case "month": integer(date.month)
    case "day": integer(date.day)
    case "weekday": integer(date.weekday)
    default: nil
    }
  }

  private func property(_ name: String, of value: CivilDateTime) -> Cell? {
    name == "time offset"
      ? value.offsetSeconds.map { Cell(.daysDuration, Int64($0)) } ?? .null : property(name, of: value.time)
  }

  private func property(_ name: String, of time: CivilTime) -> Cell? {
    switch name {
    case "hour": return integer(time.hour)
    case "minute": return integer(time.minute)
    case "second": return integer(time.second)
    case "time offset": return time.offsetSeconds.map { Cell(.daysDuration, Int64($0)) } ?? .null
    case "timezone":
      guard case .region(let region)? = time.zone else { return .null }
      return string(region)
    default: return nil
    }
  }

  private func property(_ name: String, of parts: DaysDuration.Components) -> Cell? {
    switch name {
    case "days": Cell(coefficient: parts.days, exponent: 0)
    case "hours": integer(parts.hours)
    case "minutes": integer(parts.minutes)
    case "seconds": integer(parts.seconds)
    default: nil
    }
  }

  private func property(_ name: String, of parts: (years: Int64, months: Int64)) -> Cell? {
    switch name {
    case "years": Cell(coefficient: parts.years, exponent: 0)
    case "months": Cell(coefficient: parts.months, exponent: 0)
    default: nil
    }
  }

  private func rangeProperty(_ name: String, of cell: Cell) -> Cell? {
    guard case .range(let low, let lowIncluded, let high, let highIncluded) = object(cell) else { return nil }
    switch name {
    case "start": return low
    case "end": return high
    case "start included": return .boolean(lowIncluded)
    case "end included": return .boolean(highIncluded)
    default: return nil
    }
  }
}
