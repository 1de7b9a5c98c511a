/// DMN 1.5 §10.3.4.1.
extension Builtin {
  static let conversions: [Builtin] = [
    Builtin(
      "date",
      Signature([Parameter("from", [.string, .date, .dateTime])], .date, .one { $0.toDate($2, $1) }),
      Signature(
        [Parameter("year", .number), Parameter("month", .number), Parameter("day", .number)], .date,
        .three { $0.date(year: $2, month: $3, day: $4, $1) })),
    Builtin(
      "time",
      Signature([Parameter("from", [.string, .time, .dateTime, .date])], .time, .one { $0.toTime($2, $1) }),
      Signature(
        [Parameter("hour", .number), Parameter("minute", .number), Parameter("second", .number)], .time,
        .three { $0.time(hour: $2, minute: $3, second: $4, offset: .null, $1) }),
      Signature(
        [
          Parameter("hour", .number), Parameter("minute", .number), Parameter("second", .number),
          Parameter("offset", .daysDuration, takesNull: true),
        ], .time,
        .all { frame, site, list in
          frame.time(
            hour: frame.element(0, of: list), minute: frame.element(1, of: list), second: frame.element(2, of: list),
            offset: frame.element(3, of: list), site)
        })),
    Builtin(
      "date and time",
      Signature([Parameter("from", [.string, .dateTime, .date])], .dateTime, .one { $0.toDateTime($2, $1) }),
      Signature(
        [Parameter("date", .day), Parameter("time", .time)], .dateTime,
        .two { frame, _, date, time in frame.cell(CivilDateTime(date: frame.day(date), time: frame.time(time))) }),
      Signature(
        [Parameter("date", .day), Parameter("timezone", .string)], .dateTime,
        .two { frame, site, date, zone in frame.dateTime(date, zone: zone, site) })),
    Builtin(
      "duration",
      Signature(
        [Parameter("from", [.string, .daysDuration, .yearsDuration])], .any, .one { $0.toDuration($2, $1) })),
    Builtin(
      "years and months duration",
      Signature(
        [Parameter("from", .day), Parameter("to", .day)], .yearsDuration,
        .two { frame, _, from, to in frame.cell(frame.day(to).monthsSince(frame.day(from))) })),
    Builtin(
      "number",
      Signature([Parameter("from", [.string, .number])], .number, .one { $0.toNumber($2, $1) }),
      Signature(
        [
          Parameter("from", .string), Parameter("grouping separator", .string, takesNull: true),
          Parameter("decimal separator", .string, takesNull: true),
        ], .number,
        .three { $0.toNumber($2, grouping: $3, decimal: $4, $1) })),
    Builtin(
      "string",
      Signature(
        [Parameter("from", .any)], .string,
        .one { frame, _, from in from.isNull ? .null : frame.string(frame.value(of: from).asText) })),
  ]
}

extension Frame {
  fileprivate func toDate(_ from: Cell, _ site: Site) -> Cell {
    switch from.tag {
    case .date: from
    case .dateTime: cell(dateTime(from).date)
    default: CivilDate(text(from)).map(cell) ?? null(.noSuchDate, at: site.range, ["text": text(from)])
    }
  }

  fileprivate func date(year: Cell, month: Cell, day: Cell, _ site: Site) -> Cell {
    let parts = [year, month, day].map { decimal($0).intValue }
    if let year = parts[0], let month = parts[1], let day = parts[2],
      let date = CivilDate(year: year, month: month, day: day)
    {
      return cell(date)
    }
    let text = [year, month, day].map { decimal($0).description }.joined(separator: "-")
    return null(.noSuchDate, at: site.range, ["text": text])
  }

  fileprivate func toTime(_ from: Cell, _ site: Site) -> Cell {
    switch from.tag {
    case .time: from
    case .dateTime: cell(dateTime(from).time)
    case .date: cell(CivilTime.midnight.with(zone: .utc))
    default: CivilTime(text(from)).map(cell) ?? null(.noSuchTime, at: site.range, ["text": text(from)])
    }
  }

  fileprivate func time(hour: Cell, minute: Cell, second: Cell, offset: Cell, _ site: Site) -> Cell {
    let zone = offset.isNull ? nil : CivilZone(offsetSeconds: Int(days(offset).seconds))
    let whole = decimal(second).floor
    let fraction = decimal(second).subtracting(whole)?.multiplied(by: Decimal(1_000_000_000))?.rounded(scale: 0, .down)
    guard offset.isNull || zone != nil, let hour = decimal(hour).intValue, let minute = decimal(minute).intValue,
      let second = whole.intValue, let nanosecond = fraction?.intValue,
      let time = CivilTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond, zone: zone)
    else { return noResult(site) }
    return cell(time)
  }

  fileprivate func toDateTime(_ from: Cell, _ site: Site) -> Cell {
    switch from.tag {
    case .dateTime: return from
    case .date: return cell(CivilDateTime(date: date(from), time: .midnight))
    default:
      let written = text(from)
      if let value = CivilDateTime(written) { return cell(value) }
      if let date = CivilDate(written) { return cell(CivilDateTime(date: date, time: .midnight)) }
      return null(.noSuchTime, at: site.range, ["text": written])
    }
  }

  fileprivate func dateTime(_ from: Cell, zone: Cell, _ site: Site) -> Cell {
    guard from.tag == .dateTime, let zone = CivilZone(region: text(zone)) else { return noResult(site) }
    let value = dateTime(from)
    guard value.zone != nil else { return cell(CivilDateTime(date: value.date, time: value.time.with(zone: zone))) }
    let moved = CivilDateTime(epochSeconds: value.epochSeconds, nanosecond: value.time.nanosecond, zone: zone)
    return moved.map(cell) ?? noResult(site)
  }

  fileprivate func toDuration(_ from: Cell, _ site: Site) -> Cell {
    guard from.tag == .string else { return from }
    let written = text(from)
    if let value = YearsDuration(written) { return cell(value) }
    if let value = DaysDuration(written) { return cell(value) }
    return null(.noSuchDuration, at: site.range, ["text": written])
  }

  fileprivate func toNumber(_ from: Cell, _ site: Site) -> Cell {
    if from.isNumber { return from }
    return Decimal(text(from)).map(cell) ?? null(.noSuchNumber, at: site.range, ["text": text(from)])
  }

  fileprivate func toNumber(_ from: Cell, grouping: Cell, decimal: Cell, _ site: Site) -> Cell {
    let group = grouping.isNull ? nil : text(grouping)
    let point = decimal.isNull ? nil : text(decimal)
    guard group == nil || [" ", ",", "."].contains(group), point == nil || [",", "."].contains(point),
      group == nil || group != point
    else { return noResult(site) }
    var plain = ""
    for character in text(from) {
      if String(character) == group { continue }
      plain += String(character) == point ? "." : String(character)
    }
    return Decimal(plain).map(cell) ?? null(.noSuchNumber, at: site.range, ["text": text(from)])
  }

  /// The day of a date, or of a date and time.
  func day(_ cell: Cell) -> CivilDate { cell.tag == .date ? date(cell) : dateTime(cell).date }
}
