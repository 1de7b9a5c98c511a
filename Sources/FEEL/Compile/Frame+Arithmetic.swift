internal import Diagnostics

/// Arithmetic on cells (DMN 1.5 tables 45–54). `nil` when the operands have no such operation or no result.
extension Frame {
  func add(_ left: Cell, _ right: Cell) -> Cell? {
    switch (left.tag, right.tag) {
    case (.number, .number), (.number, .bigNumber), (.bigNumber, .number), (.bigNumber, .bigNumber):
      addNumbers(left, right)
    case (.string, .string): concatenate(left, right)
    case (.yearsDuration, .yearsDuration): years(left).adding(years(right)).map(cell)
    case (.daysDuration, .daysDuration), (.daysDuration, .fineDuration), (.fineDuration, .daysDuration),
      (.fineDuration, .fineDuration):
      days(left).adding(days(right)).map(cell)
    case (.yearsDuration, .date), (.daysDuration, .date), (.fineDuration, .date), (.yearsDuration, .dateTime),
      (.daysDuration, .dateTime), (.fineDuration, .dateTime), (.daysDuration, .time), (.fineDuration, .time):
      shift(right, by: left)
    default: shift(left, by: right)
    }
  }

  func subtract(_ left: Cell, _ right: Cell) -> Cell? {
    switch (left.tag, right.tag) {
    case (.number, .number), (.number, .bigNumber), (.bigNumber, .number), (.bigNumber, .bigNumber):
      subtractNumbers(left, right)
    case (.yearsDuration, .yearsDuration): years(left).subtracting(years(right)).map(cell)
    case (.daysDuration, .daysDuration), (.daysDuration, .fineDuration), (.fineDuration, .daysDuration),
      (.fineDuration, .fineDuration):
      days(left).subtracting(days(right)).map(cell)
    case (.date, .date): Cell(.daysDuration, (left.bits - right.bits) * 86400)
    case (.dateTime, .dateTime): dateTime(left).since(dateTime(right)).map(cell)
    case (.date, .dateTime): midnight(left).since(dateTime(right)).map(cell)
    case (.dateTime, .date): dateTime(left).since(midnight(right)).map(cell)
    case (.time, .time): time(left).since(time(right)).map(cell)
    default: negate(right).flatMap { right.isDuration ? shift(left, by: $0) : nil }
    }
  }

  func multiply(_ left: Cell, _ right: Cell) -> Cell? {
    if left.isSmallNumber, right.isSmallNumber { return multiplySmall(left, right) }
    return multiplyOther(left, right)
  }

  private func multiplyOther(_ left: Cell, _ right: Cell) -> Cell? {
    switch (left.tag, right.tag) {
    case (.number, .bigNumber), (.bigNumber, .number), (.bigNumber, .bigNumber):
      decimal(left).multiplied(by: decimal(right)).map(cell)
    case (.yearsDuration, .number), (.yearsDuration, .bigNumber): years(left).multiplied(by: decimal(right)).map(cell)
    case (.number, .yearsDuration), (.bigNumber, .yearsDuration): years(right).multiplied(by: decimal(left)).map(cell)
    case (.daysDuration, .number), (.fineDuration, .number), (.daysDuration, .bigNumber), (.fineDuration, .bigNumber):
      days(left).multiplied(by: decimal(right)).map(cell)
    case (.number, .daysDuration), (.number, .fineDuration), (.bigNumber, .daysDuration), (.bigNumber, .fineDuration):
      days(right).multiplied(by: decimal(left)).map(cell)
    default: nil
    }
  }

  func divide(_ left: Cell, _ right: Cell) -> Cell? {
    if left.isNumber, right.isNumber { return decimal(left).divided(by: decimal(right)).map(cell) }
    switch (left.tag, right.tag) {
    case (.yearsDuration, .yearsDuration): return years(left).divided(by: years(right)).map(cell)
    case (.yearsDuration, .number), (.yearsDuration, .bigNumber):
      return years(left).divided(by: decimal(right)).map(cell)
    default: break
    }
    guard left.isDays else { return nil }
    if right.isDays { return days(left).divided(by: days(right)).map(cell) }
    return right.isNumber ? days(left).divided(by: decimal(right)).map(cell) : nil
  }

  func power(_ left: Cell, _ right: Cell) -> Cell? {
    left.isNumber && right.isNumber ? decimal(left).power(decimal(right)).map(cell) : nil
  }

  func negate(_ operand: Cell) -> Cell? {
    switch operand.tag {
    case .number:
      let (negated, overflow) = Int64(0).subtractingReportingOverflow(operand.bits)
      return overflow ? cell(decimal(operand).negated) : Cell(coefficient: negated, exponent: operand.exponent)
    case .bigNumber: return cell(decimal(operand).negated)
    case .yearsDuration: return years(operand).negated.map(cell)
    case .daysDuration, .fineDuration: return days(operand).negated.map(cell)
    default: return nil
    }
  }

  func apply(_ operation: Tree.Arithmetic, _ left: Cell, _ right: Cell) -> Cell? {
    switch operation {
    case .add: add(left, right)
    case .subtract: subtract(left, right)
    case .multiply: multiply(left, right)
    case .divide: divide(left, right)
    case .power: power(left, right)
    }
  }

  private func addNumbers(_ left: Cell, _ right: Cell) -> Cell? {
    if left.tag == .number, right.tag == .number, left.exponent == right.exponent {
      let (sum, overflow) = left.bits.addingReportingOverflow(right.bits)
      if !overflow, sum != .min { return Cell(coefficient: sum, exponent: left.exponent) }
    }
    return decimal(left).adding(decimal(right)).map(cell)
  }

  private func subtractNumbers(_ left: Cell, _ right: Cell) -> Cell? {
    if left.tag == .number, right.tag == .number, left.exponent == right.exponent {
      let (difference, overflow) = left.bits.subtractingReportingOverflow(right.bits)
      if !overflow, difference != .min { return Cell(coefficient: difference, exponent: left.exponent) }
    }
    return decimal(left).subtracting(decimal(right)).map(cell)
  }

  @inline(__always)
  private func multiplySmall(_ left: Cell, _ right: Cell) -> Cell? {
    let (product, overflow) = left.bits.multipliedReportingOverflow(by: right.bits)
    let exponent = Int(left.exponent) + Int(right.exponent)
    if !overflow, product != .min, Decimal.exponents.contains(exponent) {
      return Cell(coefficient: product, exponent: Int16(truncatingIfNeeded: exponent))
    }
    return decimal(left).multiplied(by: decimal(right)).map(cell)
  }

  /// A date, a date and time or a time, so much later.
  private func shift(_ base: Cell, by duration: Cell) -> Cell? {
    switch (base.tag, duration.tag) {
    case (.date, .yearsDuration): date(base).adding(years(duration)).map(cell)
    case (.date, .daysDuration), (.date, .fineDuration): date(base).adding(days(duration)).map(cell)
    case (.dateTime, .yearsDuration): dateTime(base).adding(years(duration)).map(cell)
    case (.dateTime, .daysDuration), (.dateTime, .fineDuration): dateTime(base).adding(days(duration)).map(cell)
    case (.time, .daysDuration), (.time, .fineDuration): cell(time(base).adding(days(duration)))
    default: nil
    }
  }

  private func concatenate(_ left: Cell, _ right: Cell) -> Cell? {
    let (a, b) = (text(left), text(right))
    guard a.utf8.count + b.utf8.count <= Frame.textLimit else { return nil }
    return string(a + b)
  }

  /// Texts that are longer, in bytes of UTF-8, become null.
  static let textLimit = 1 << 24

  func years(_ cell: Cell) -> YearsDuration { YearsDuration(months: cell.bits) }

  func cell(_ value: CivilTime) -> Cell { Cell(.time, index: object(.time(value))) }

  func cell(_ value: CivilDateTime) -> Cell { Cell(.dateTime, index: object(.dateTime(value))) }
}

extension Cell {
  var isNumber: Bool { tag == .number || tag == .bigNumber }
  var isDays: Bool { tag == .daysDuration || tag == .fineDuration }
  var isDuration: Bool { isDays || tag == .yearsDuration }
}

/// Saying why there is no result.
extension Frame {
  /// Null, and why: kept only while a program is explained.
  func null(_ message: Message, at range: Range<Int>, _ arguments: @autoclosure () -> [String: String] = [:]) -> Cell {
    observer?.report(message, at: range, arguments())
    return .null
  }

  /// Why an operation on these has no result.
  func null(_ operation: Tree.Arithmetic, _ left: Cell, _ right: Cell, _ tree: Tree) -> Cell {
    guard observer != nil, case .arithmetic(_, let a, let b) = tree.kind else { return .null }
    if left.isNull { return null(.nullOperand, at: a.range, ["text": a.text]) }
    if right.isNull { return null(.nullOperand, at: b.range, ["text": b.text]) }
    if operation == .divide, right.isNumber, decimal(right).isZero {
      return null(.divisionByZero, at: b.range, ["text": b.text])
    }
    let fits = kind(left) == kind(right) || (left.isDuration || right.isDuration)
    guard fits else {
      return null(
        .operandsDoNotFit, at: tree.range,
        ["operator": operation.rawValue].naming("left", kind(left)).naming("right", kind(right)))
    }
    return null(.noResult, at: tree.range, ["text": tree.text])
  }

  /// The type of a cell; of lists and the like, without what is in them.
  func kind(_ cell: Cell) -> Phrase {
    let type = cell.tag.type
    switch type {
    case .list: return Phrase(zh: type.phrase.zh, en: "list")
    case .range: return Phrase(zh: type.phrase.zh, en: "range")
    case .context: return Phrase(zh: type.phrase.zh, en: "context")
    case .function: return Phrase(zh: type.phrase.zh, en: "function")
    default: return type.phrase
    }
  }
}
