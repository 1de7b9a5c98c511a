/// A text that people wrote, with the name under which they know it.
///
/// Offsets into it are UTF-8 bytes. Two sources are the same when name and bytes are.
public final class Source: Sendable, Hashable {
  /// The path as it was given, or a word like `<expression>`.
  public let name: String
  public let bytes: [UInt8]
  /// Whether it holds what is not for every eye: then only what a span discloses is ever shown of its lines.
  public let isConfidential: Bool
  /// For the text that stands for a workbook: which cell is where.
  public let grid: Grid?
  private let lineStarts: [Int]

  public convenience init(name: String, bytes: [UInt8], grid: Grid? = nil) {
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    self.init(name: name, bytes: bytes, lineStarts: starts, grid: grid, isConfidential: false)
  }

  private init(name: String, bytes: [UInt8], lineStarts: [Int], grid: Grid?, isConfidential: Bool) {
    self.name = name
    self.bytes = bytes
    self.lineStarts = lineStarts
    self.grid = grid
    self.isConfidential = isConfidential
  }

  /// The same text, of which nothing is shown that a span does not disclose.
  public var confidential: Source {
    Source(name: name, bytes: bytes, lineStarts: lineStarts, grid: grid, isConfidential: true)
  }

  public convenience init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// The whole content; bytes that are no UTF-8 become U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public var lineCount: Int { lineStarts.count }

  /// Line and column of a byte offset, both from 1; the column counts Unicode scalars.
  public func position(at offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    let column = bytes[lineStarts[low]..<offset].reduce(into: 1) { count, byte in
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    return Position(line: low + 1, column: column)
  }

  /// Where the character begins in which an offset lies. Bytes that are no UTF-8 stand alone.
  func scalarStart(_ offset: Int) -> Int {
    guard offset < bytes.count, bytes[offset] & 0xC0 == 0x80 else { return offset }
    guard let start = (max(offset - 3, 0)..<offset).last(where: { bytes[$0] & 0xC0 != 0x80 }) else { return offset }
    return scalar(at: start).contains(offset) ? start : offset
  }

  /// Where the character ends in which the byte before an offset lies.
  func scalarEnd(_ offset: Int) -> Int { max(offset, scalar(at: scalarStart(max(offset - 1, 0))).upperBound) }

  /// The bytes of the character that begins here; of what is no UTF-8, one.
  private func scalar(at start: Int) -> Range<Int> {
    guard start < bytes.count else { return start..<start }
    let length =
      switch bytes[start] {
      case 0xC0...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF7: 4
      default: 1
      }
    guard length > 1, start + length <= bytes.count else { return start..<start + 1 }
    let end = start + length
    return String(validating: bytes[start..<end], as: UTF8.self) == nil ? start..<start + 1 : start..<end
  }

  /// The bytes of a line (from 1) without its line break.
  public func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= lineStarts.count else { return [] }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[start..<end]
  }

  /// The offset at which a line (from 1) begins.
  public func start(ofLine number: Int) -> Int {
    lineStarts[min(max(number, 1), lineStarts.count) - 1]
  }

  public static func == (left: Source, right: Source) -> Bool {
    left === right || (left.name == right.name && left.bytes == right.bytes)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(bytes.count)
  }
}

/// A place that people can find with an editor: line and column from 1.
public struct Position: Hashable, Sendable, Comparable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
