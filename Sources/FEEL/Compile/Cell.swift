/// A value inside a running program: sixteen trivial bytes.
///
/// What does not fit lies in the frame's arena, and the cell says where.
struct Cell: Sendable, Hashable {
  enum Tag: UInt8, CaseIterable {
    /// `bits` 0.
    case null
    /// `bits` 0 or 1.
    case boolean
    /// `bits` × 10^`exponent`.
    case number
    /// Index of an object: a number that needs more than 63 bits.
    case bigNumber
    /// Id of a symbol.
    case string
    /// Days since 1970-01-01.
    case date
    /// Months.
    case yearsDuration
    /// Whole seconds.
    case daysDuration
    /// Index of an object: a duration with a fraction of a second.
    case fineDuration
    /// Index of an object; a range's `aux` is 1 for a point such as `(= 10)`.
    case time, dateTime, range, function
    /// Offset and count of the elements' cells.
    case list
    /// Offset and count of the values' cells; `aux` is the shape.
    case context
    /// A missing fact.
    case unknown
  }

  let bits: Int64
  /// Tag (8 bits), exponent (bits 16 to 31), aux (bits 32 to 63).
  let meta: UInt64

  init(bits: Int64, meta: UInt64) {
    self.bits = bits
    self.meta = meta
  }

  init(_ tag: Tag, _ bits: Int64 = 0) {
    self.bits = bits
    meta = UInt64(tag.rawValue)
  }

  init(_ tag: Tag, index: Int) { self.init(tag, Int64(index)) }

  init(_ tag: Tag, index: Int, aux: Int32) {
    bits = Int64(index)
    meta = UInt64(tag.rawValue) | UInt64(UInt32(bitPattern: aux)) << 32
  }

  /// A small number.
  init(coefficient: Int64, exponent: Int16) {
    bits = coefficient
    meta = UInt64(Tag.number.rawValue) | UInt64(UInt16(bitPattern: exponent)) << 16
  }

  init(_ tag: Tag, offset: Int, count: Int, aux: Int32 = 0) {
    bits = Int64(offset) << 32 | Int64(count)
    meta = UInt64(tag.rawValue) | UInt64(UInt32(bitPattern: aux)) << 32
  }

  static let null = Cell(.null)
  static let unknown = Cell(.unknown)
  static let `true` = Cell(.boolean, 1)
  static let `false` = Cell(.boolean, 0)
  static let emptyList = Cell(.list, offset: 0, count: 0)

  static func boolean(_ value: Bool) -> Cell { value ? .true : .false }

  /// The coefficients of two small numbers under the smaller exponent, if they stay small.
  @inline(__always)
  static func aligned(_ left: Cell, _ right: Cell) -> (Int64, Int64)? {
    let distance = Int(left.exponent) - Int(right.exponent)
    if distance == 0 { return (left.bits, right.bits) }
    if distance < 0 { return scaled(right.bits, by: -distance).map { (left.bits, $0) } }
    return scaled(left.bits, by: distance).map { ($0, right.bits) }
  }

  @inline(__always)
  private static func scaled(_ bits: Int64, by distance: Int) -> Int64? {
    guard distance <= 18 else { return nil }
    let (product, overflow) = bits.multipliedReportingOverflow(by: PowerOfTen.int64(distance))
    return overflow ? nil : product
  }

  // The tag is always one of the enumeration's: no cell is made otherwise.
  var tag: Tag { unsafeBitCast(UInt8(truncatingIfNeeded: meta), to: Tag.self) }
  var exponent: Int16 { Int16(truncatingIfNeeded: meta >> 16) }
  var aux: Int32 { Int32(truncatingIfNeeded: meta >> 32) }
  var index: Int { Int(bits) }
  var offset: Int { Int(bits >> 32) }
  var count: Int { Int(bits & 0xFFFF_FFFF) }

  var isSmallNumber: Bool { UInt8(truncatingIfNeeded: meta) == Tag.number.rawValue }
  /// Whether cells with the same `meta` lie to each other as their bits do.
  var isOrderedByBits: Bool {
    tag == .number || (tag.rawValue >= Tag.date.rawValue && tag.rawValue <= Tag.daysDuration.rawValue)
  }
  var isNull: Bool { meta == UInt64(Tag.null.rawValue) }
  var isUnknown: Bool { meta == UInt64(Tag.unknown.rawValue) }
  var isTrue: Bool { meta == UInt64(Tag.boolean.rawValue) && bits == 1 }
  var isFalse: Bool { meta == UInt64(Tag.boolean.rawValue) && bits == 0 }
}

extension Cell.Tag {
  /// The type of what it marks; of lists and the like, without what is in them.
  var type: Type {
    switch self {
    case .null: .null
    case .unknown: .any
    case .boolean: .boolean
    case .number, .bigNumber: .number
    case .string: .string
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    case .daysDuration, .fineDuration: .daysDuration
    case .yearsDuration: .yearsDuration
    case .list: .list(.any)
    case .range: .range(.any)
    case .context: .context(ContextType(fields: []))
    case .function: .function(parameters: [], result: .any)
    }
  }
}

/// What lies in the arena, beside lists and contexts.
enum ArenaObject: Sendable {
  case number(Decimal)
  case days(DaysDuration)
  case time(CivilTime)
  case dateTime(CivilDateTime)
  case range(low: Cell, lowIncluded: Bool, high: Cell, highIncluded: Bool)
  case function(FunctionCell)
}

enum FunctionCell: Sendable {
  /// Of this program's layout: runs in the same frame.
  /// With the value that it came from, if it came from outside.
  case own(FunctionCode, captures: Cell, FunctionValue.Storage?)
  case foreign(FunctionValue)
  /// One of the language's own, passed around.
  case builtin(Builtin)
}
