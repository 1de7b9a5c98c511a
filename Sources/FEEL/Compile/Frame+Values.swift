/// From values to cells and back.
extension Frame {
  /// Texts are put in normalisation form C; a value too big for the arena becomes null.
  func cell(of value: Value) -> Cell {
    switch value {
    case .null: .null
    case .unknown: .unknown
    case .boolean(let value): .boolean(value)
    case .number(let value): cell(value)
    case .string(let value): string(value)
    case .date(let value): cell(value)
    case .time(let value): Cell(.time, index: object(.time(value)))
    case .dateTime(let value): Cell(.dateTime, index: object(.dateTime(value)))
    case .daysDuration(let value): cell(value)
    case .yearsDuration(let value): cell(value)
    case .list(let elements): cell(elements)
    case .context(let context): cell(context)
    case .range(let range): cell(range)
    case .function(let function): cell(function)
    }
  }

  func cell(_ value: Decimal) -> Cell {
    if let (coefficient, exponent) = value.smallParts { return Cell(coefficient: coefficient, exponent: exponent) }
    return Cell(.bigNumber, index: object(.number(value)))
  }

  func cell(_ value: CivilDate) -> Cell { Cell(.date, value.epochDays) }

  func cell(_ value: YearsDuration) -> Cell { Cell(.yearsDuration, value.months) }

  func cell(_ value: DaysDuration) -> Cell {
    value.nanoseconds == 0
      ? Cell(.daysDuration, value.seconds) : Cell(.fineDuration, index: object(.days(value)))
  }

  private func cell(_ values: [Value]) -> Cell {
    guard let offset = allocate(values.count) else { return .null }
    for (index, value) in values.enumerated() {
      let cell = cell(of: value)
      arena[offset + index] = cell
    }
    return Cell(.list, offset: offset, count: values.count)
  }

  private func cell(_ context: Context) -> Cell {
    guard let offset = allocate(context.entries.count) else { return .null }
    for (index, entry) in context.entries.enumerated() {
      let cell = cell(of: entry.value)
      arena[offset + index] = cell
    }
    let shape = shape(of: context.entries.map { id(of: $0.name.normalized) })
    return Cell(.context, offset: offset, count: context.entries.count, aux: shape)
  }

  /// The range that holds one value.
  func point(_ value: Cell) -> Cell {
    Cell(.range, index: object(.range(low: value, lowIncluded: true, high: value, highIncluded: true)), aux: 1)
  }

  private func cell(_ range: RangeValue) -> Cell {
    if range.isPoint { return point(cell(of: range.low)) }
    let (low, high) = (cell(of: range.low), cell(of: range.high))
    return Cell(
      .range,
      index: object(
        .range(low: low, lowIncluded: range.lowIncluded, high: high, highIncluded: range.highIncluded)))
  }

  private func cell(_ function: FunctionValue) -> Cell {
    if case .builtin(let name) = function.storage.body, let builtin = Builtin.named(name) {
      return Cell(.function, index: object(.function(.builtin(builtin))))
    }
    if case .compiled(let code, let captures) = function.storage.body, code.symbols === symbols {
      return Cell(.function, index: object(.function(.own(code, captures: cell(captures), function.storage))))
    }
    return Cell(.function, index: object(.function(.foreign(function))))
  }

  @inline(__always)
  func value(of cell: Cell) -> Value {
    if cell.isSmallNumber { return .number(Decimal(small: cell.bits, Int(cell.exponent))) }
    return cell.tag == .boolean ? .boolean(cell.bits != 0) : otherValue(of: cell)
  }

  @inline(never)
  private func otherValue(of cell: Cell) -> Value {
    switch cell.tag {
    case .null: .null
    case .unknown: .unknown
    case .boolean: .boolean(cell.bits != 0)
    case .number, .bigNumber: .number(decimal(cell))
    case .string: .string(text(cell))
    case .date: .date(date(cell))
    case .yearsDuration: .yearsDuration(YearsDuration(months: cell.bits))
    case .daysDuration, .fineDuration: .daysDuration(days(cell))
    case .time: .time(time(cell))
    case .dateTime: .dateTime(dateTime(cell))
    case .list: .list((0..<cell.count).map { value(of: element($0, of: cell)) })
    case .context: .context(context(of: cell))
    case .range: range(of: cell)
    case .function: function(of: cell)
    }
  }

  private func context(of cell: Cell) -> Context {
    let names = shape(cell.aux)
    return Context(names.indices.map { (text(id: names[$0]), value(of: element($0, of: cell))) })
  }

  private func range(of cell: Cell) -> Value {
    guard case .range(let low, let lowIncluded, let high, let highIncluded) = object(cell) else { return .null }
    if cell.aux == 1 { return .range(RangeValue(point: value(of: low))) }
    return .range(
      RangeValue(
        value(of: low), value(of: high), lowIncluded: lowIncluded, highIncluded: highIncluded))
  }

  private func function(of cell: Cell) -> Value {
    guard case .function(let function) = object(cell) else { return .null }
    switch function {
    case .foreign(let value): return .function(value)
    case .builtin(let builtin):
      return .function(
        FunctionValue(
          FunctionValue.Storage(parameters: builtin.valueParameters, result: .any, body: .builtin(builtin.name))))
    case .own(let code, let captures, let storage):
      if let storage { return .function(FunctionValue(storage)) }
      let values = (0..<captures.count).map { value(of: element($0, of: captures)) }
      return .function(
        FunctionValue(
          FunctionValue.Storage(
            parameters: code.parameters, result: code.result, body: .compiled(code, captures: values))))
    }
  }
}

/// What a cell holds, for a tag that says that it does.
extension Frame {
  func decimal(_ cell: Cell) -> Decimal {
    if cell.tag == .number { return Decimal(small: cell.bits, Int(cell.exponent)) }
    guard case .number(let value) = object(cell) else { return .zero }
    return value
  }

  func date(_ cell: Cell) -> CivilDate { CivilDate(epochDays: cell.bits) ?? .epoch }

  func days(_ cell: Cell) -> DaysDuration {
    if cell.tag == .daysDuration { return DaysDuration(seconds: cell.bits) }
    guard case .days(let value) = object(cell) else { return .zero }
    return value
  }

  func time(_ cell: Cell) -> CivilTime {
    guard case .time(let value) = object(cell) else { return .midnight }
    return value
  }

  func dateTime(_ cell: Cell) -> CivilDateTime {
    guard case .dateTime(let value) = object(cell) else {
      return CivilDateTime(date: .epoch, time: .midnight)
    }
    return value
  }
}

extension CivilDate {
  fileprivate static let epoch = CivilDate(epochDays: 0)!
}
