/// A stretch of a source, in UTF-8 bytes, the end not included.
public struct Span: Hashable, Sendable {
  public let source: Source
  public let range: Range<Int>
  /// Of a confidential source: the stretches around the place that may be shown, in order. Of any other all may.
  public let disclosed: [Range<Int>]

  /// A range outside the source is cut to it; one that ends within a character holds the whole of it.
  public init(_ source: Source, _ range: Range<Int>, disclosing disclosed: [Range<Int>] = []) {
    let count = source.bytes.count
    let lower = min(max(range.lowerBound, 0), count)
    let upper = min(max(range.upperBound, lower), count)
    self.source = source
    self.range = source.scalarStart(lower)..<(upper > lower ? source.scalarEnd(upper) : source.scalarStart(lower))
    self.disclosed = disclosed
  }

  /// The same place, around which other stretches may be shown.
  public func disclosing(_ disclosed: [Range<Int>]) -> Span { Span(source, range, disclosing: disclosed) }

  public var start: Position { source.position(at: range.lowerBound) }
  public var end: Position { source.position(at: range.upperBound) }
  public var text: String { String(decoding: source.bytes[range], as: UTF8.self) }

  /// The smallest span that holds both; `other` counts only when it is of the same source.
  public func joined(_ other: Span) -> Span {
    guard other.source == source else { return self }
    return Span(
      source,
      min(range.lowerBound, other.range.lowerBound)..<max(range.upperBound, other.range.upperBound),
      disclosing: disclosed)
  }

  /// In a workbook: the cell in which it begins.
  public var cell: GridCell? { source.grid?.cell(at: range.lowerBound, in: source) }

  /// `file:line:column`, as compilers write it; in a workbook `file:sheet!B7`, as spreadsheets do.
  public var description: String {
    if let cell { return "\(source.name):\(cell)" }
    return "\(source.name):\(start.line):\(start.column)"
  }
}
