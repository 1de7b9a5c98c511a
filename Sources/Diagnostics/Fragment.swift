/// A text taken out of a source, every stretch of which can be found there again.
///
/// A YAML scalar is decoded (escapes, folded lines, indentation) before a FEEL expression in it is read;
/// the fragment keeps, piece by piece, where the decoded bytes were written.
public struct Fragment: Sendable, Hashable {
  /// Bytes `decoded...` of the text were written from `source` on, one for one unless `isEscape`.
  public struct Piece: Sendable, Hashable {
    /// Range in the decoded text, in UTF-8 bytes.
    public let decoded: Range<Int>
    /// Range in the source, in bytes.
    public let written: Range<Int>

    public init(decoded: Range<Int>, written: Range<Int>) {
      self.decoded = decoded
      self.written = written
    }

    /// An escape or a folded line break: it can only be pointed at whole.
    public var isEscape: Bool { decoded.count != written.count }
  }

  public let text: String
  public let source: Source
  /// In order of `decoded`, without gaps.
  public let pieces: [Piece]

  public init(text: String, source: Source, pieces: [Piece]) {
    self.text = text
    self.source = source
    self.pieces = pieces
  }

  /// The whole of a source.
  public init(_ source: Source) {
    let text = source.text
    self.init(
      text: text, source: source,
      pieces: [Piece(decoded: 0..<text.utf8.count, written: 0..<source.bytes.count)])
  }

  /// A text that stands in no file, under a name such as `<expression>`.
  public init(_ text: String, name: String = "<expression>") { self.init(Source(name: name, text: text)) }

  /// Where the decoded bytes `range` were written.
  public func span(_ range: Range<Int>) -> Span {
    guard let first = pieces.first, let last = pieces.last else { return Span(source, 0..<0) }
    let start = piece(at: range.lowerBound) ?? last
    let lower =
      start.isEscape
      ? start.written.lowerBound
      : start.written.lowerBound + min(range.lowerBound - start.decoded.lowerBound, start.written.count)
    guard range.upperBound > range.lowerBound else {
      let atEnd = range.lowerBound >= last.decoded.upperBound && start == last
      let place = atEnd ? last.written.upperBound : max(lower, first.written.lowerBound)
      return Span(source, place..<place)
    }
    let end = piece(at: range.upperBound - 1) ?? last
    let upper =
      end.isEscape
      ? end.written.upperBound
      : end.written.lowerBound + min(range.upperBound - end.decoded.lowerBound, end.written.count)
    return Span(source, lower..<max(lower, upper))
  }

  /// The part of the text in the decoded bytes `range`, which still knows where it was written.
  public func part(_ range: Range<Int>) -> Fragment {
    let parts = pieces.compactMap { piece -> Piece? in
      let decoded = piece.decoded.clamped(to: range)
      guard !decoded.isEmpty else { return nil }
      let start = decoded.lowerBound - range.lowerBound
      return Piece(
        decoded: start..<start + decoded.count,
        written: piece.isEscape ? piece.written : span(decoded).range)
    }
    return Fragment(
      text: String(decoding: Array(text.utf8)[range], as: UTF8.self), source: source, pieces: parts)
  }

  /// Where the whole was written.
  public var span: Span { span(0..<text.utf8.count) }

  private func piece(at offset: Int) -> Piece? {
    var low = 0
    var high = pieces.count - 1
    while low <= high {
      let middle = (low + high) / 2
      let piece = pieces[middle]
      if offset < piece.decoded.lowerBound {
        high = middle - 1
      } else if offset >= piece.decoded.upperBound {
        low = middle + 1
      } else {
        return piece
      }
    }
    return nil
  }
}
