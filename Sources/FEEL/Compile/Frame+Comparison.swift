/// Equality and order of cells (DMN 1.5 tables 42 and 43).
extension Frame {
  /// Of different kinds of value: null, but null itself equals only null.
  func equal(_ left: Cell, _ right: Cell) -> Outcome {
    if left.isSmallNumber, right.isSmallNumber { return orderSmall(left, right).outcome(.equal) }
    if left.tag == .string, right.tag == .string { return Outcome(left.bits == right.bits) }
    if left.isUnknown || right.isUnknown { return .unknown }
    if left.isNull || right.isNull { return Outcome(left.isNull && right.isNull) }
    switch (left.tag, right.tag) {
    case (.boolean, .boolean): return Outcome(left.bits == right.bits)
    case (.list, .list): return equalElements(left, right)
    case (.context, .context): return equalContexts(left, right)
    case (.range, .range): return equalRanges(left, right)
    case (.function, .function): return Outcome(left.bits == right.bits || value(of: left) == value(of: right))
    default: return order(left, right).outcome(.equal)
    }
  }

  /// Numbers, texts (by code point), dates, times, durations have an order among their kind.
  func order(_ left: Cell, _ right: Cell) -> Order {
    if left.isSmallNumber, right.isSmallNumber { return orderSmall(left, right) }
    return orderOther(left, right)
  }

  private func orderSmall(_ left: Cell, _ right: Cell) -> Order {
    if let (a, b) = Cell.aligned(left, right) { return Order(a, b) }
    return Order(decimal(left), decimal(right))
  }

  private func orderOther(_ left: Cell, _ right: Cell) -> Order {
    switch (left.tag, right.tag) {
    case (.number, .bigNumber), (.bigNumber, .number), (.bigNumber, .bigNumber):
      Order(decimal(left), decimal(right))
    case (.date, .date), (.yearsDuration, .yearsDuration), (.daysDuration, .daysDuration): Order(left.bits, right.bits)
    case (.daysDuration, .fineDuration), (.fineDuration, .daysDuration), (.fineDuration, .fineDuration):
      Order(days(left), days(right))
    case (.string, .string): left.bits == right.bits ? .same : orderTexts(text(left), text(right))
    case (.time, .time): Order(time(left).compared(to: time(right)))
    case (.dateTime, .dateTime): Order(dateTime(left).compared(to: dateTime(right)))
    case (.date, .dateTime): Order(midnight(left).compared(to: dateTime(right)))
    case (.dateTime, .date): Order(dateTime(left).compared(to: midnight(right)))
    case (.unknown, _), (_, .unknown): .unknown
    default: .none
    }
  }

  private func orderTexts(_ left: String, _ right: String) -> Order {
    for (a, b) in zip(left.unicodeScalars, right.unicodeScalars) where a != b { return a < b ? .less : .greater }
    return Order(left.unicodeScalars.count, right.unicodeScalars.count)
  }

  /// A date beside a date and time is its midnight, UTC (DMN 1.5 §10.3.2.3.5).
  func midnight(_ cell: Cell) -> CivilDateTime {
    CivilDateTime(date: date(cell), time: CivilTime.midnight.with(zone: .utc))
  }

  private func equalElements(_ left: Cell, _ right: Cell) -> Outcome {
    guard left.count == right.count else { return .no }
    var result = Outcome.yes
    for index in 0..<left.count {
      switch equal(element(index, of: left), element(index, of: right)) {
      case .yes: continue
      case .unknown: result = .unknown
      case .no, .null: return .no
      }
    }
    return result
  }

  private func equalContexts(_ left: Cell, _ right: Cell) -> Outcome {
    guard left.count == right.count else { return .no }
    var result = Outcome.yes
    for (index, name) in shape(left.aux).enumerated() {
      guard let other = component(name, of: right) else { return .no }
      switch equal(element(index, of: left), other) {
      case .yes: continue
      case .unknown: result = .unknown
      case .no, .null: return .no
      }
    }
    return result
  }

  private func equalRanges(_ left: Cell, _ right: Cell) -> Outcome {
    guard case .range(let low, let lowIncluded, let high, let highIncluded) = object(left),
      case .range(let otherLow, let otherLowIncluded, let otherHigh, let otherHighIncluded) = object(right)
    else { return .no }
    guard lowIncluded == otherLowIncluded, highIncluded == otherHighIncluded, left.aux == right.aux else { return .no }
    return equal(low, otherLow).and(equal(high, otherHigh))
  }
}

/// Membership.
extension Frame {
  /// An end that is null is unbounded.
  func isIn(_ value: Cell, low: Cell, lowIncluded: Bool, high: Cell, highIncluded: Bool) -> Outcome {
    let above = low.isNull ? .yes : order(value, low).outcome(lowIncluded ? .greaterOrEqual : .greater)
    if above == .no { return .no }
    return above.and(high.isNull ? .yes : order(value, high).outcome(highIncluded ? .lessOrEqual : .less))
  }

  func isIn(_ value: Cell, range: Cell) -> Outcome {
    guard case .range(let low, let lowIncluded, let high, let highIncluded) = object(range) else { return .null }
    if range.aux == 1 { return equal(value, low) }
    return isIn(value, low: low, lowIncluded: lowIncluded, high: high, highIncluded: highIncluded)
  }

  /// Whether an element is the value, or a range that holds it.
  func isIn(_ value: Cell, list: Cell) -> Outcome {
    var result = Outcome.no
    for index in 0..<list.count {
      let element = element(index, of: list)
      switch element.tag == .range && value.tag != .range ? isIn(value, range: element) : equal(value, element) {
      case .yes: return .yes
      case .unknown: result = .unknown
      case .no, .null: continue
      }
    }
    return result
  }

  /// `value in test`, whatever the test turns out to be.
  func passes(_ value: Cell, _ test: Cell) -> Outcome {
    switch test.tag {
    case .list:
      if value.tag == .list, equal(value, test) == .yes { return .yes }
      return isIn(value, list: test)
    case .range where value.tag != .range: return isIn(value, range: test)
    default: return equal(value, test)
    }
  }
}
