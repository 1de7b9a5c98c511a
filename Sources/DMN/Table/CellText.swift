internal import Diagnostics
internal import FEEL

/// A cell in which allowed values may stand without quotes, rewritten as FEEL.
///
/// `首席技师, 特级技师` becomes `"首席技师", "特级技师"`; each text still points at what was written.
struct CellText {
  let cell: Fragment
  let allowed: [String]
  /// Names that mean something in the cell already.
  let names: [String]
  let label: String

  /// The cell as FEEL; `nil` when a value is not allowed, which is reported.
  func asFEEL(log: inout DiagnosticLog) -> Fragment? {
    guard !allowed.isEmpty else { return cell }
    let bytes = Array(cell.text.utf8)
    var rewriting = Rewriting(cell)
    var isGood = true
    for item in CellItems(bytes).items {
      let text = String(decoding: bytes[item], as: UTF8.self)
      if allowed.contains(text) {
        rewriting.quote(item, text)
      } else if looksLikeValue(text) {
        report(text, at: cell.span(item), log: &log)
        isGood = false
      }
    }
    return isGood ? rewriting.result : nil
  }

  /// Whether the item can only be meant as a text: it is no literal, no test, and no name in scope.
  private func looksLikeValue(_ text: String) -> Bool {
    guard !text.isEmpty, text != "-", !["true", "false", "null"].contains(text), !names.contains(text) else {
      return false
    }
    return !text.unicodeScalars.contains { "\"@?()[]{}<>=!+*/.".unicodeScalars.contains($0) } && Decimal(text) == nil
  }

  private func report(_ text: String, at span: Span, log: inout DiagnosticLog) {
    let nearest = nearestName(to: text, among: allowed)
    let fixes = nearest.map { [FixIt(replace: span, with: $0, .unsafe)] } ?? []
    log.report(
      Diagnostic(
        .valueNotAllowed, at: span, ["value": text, "input": label].naming("allowed", allowed), fixIts: fixes))
  }
}

/// The items of a cell: what stands between commas, also inside `not(…)`, without blanks around it.
private struct CellItems {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var items: [Range<Int>] {
    let whole = trimmed(0..<bytes.count)
    return split(negated(whole) ?? whole)
  }

  /// The inside of `not( … )`.
  private func negated(_ range: Range<Int>) -> Range<Int>? {
    guard bytes[range].starts(with: Array("not".utf8)), bytes[range].last == UInt8(ascii: ")") else { return nil }
    let open = trimmed(range.lowerBound + 3..<range.upperBound)
    guard bytes[open].first == UInt8(ascii: "(") else { return nil }
    return open.lowerBound + 1..<open.upperBound - 1
  }

  private func split(_ range: Range<Int>) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    var isQuoted = false
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case _ where isQuoted: break
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ",") where depth <= 0:
        items.append(trimmed(start..<index))
        start = index + 1
      default: break
      }
    }
    return items + [trimmed(start..<range.upperBound)]
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    func isBlank(_ index: Int) -> Bool { bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) }
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, isBlank(low) { low += 1 }
    while high > low, isBlank(high - 1) { high -= 1 }
    return low..<high
  }
}

/// A fragment in which some stretches are put between quotes.
private struct Rewriting {
  private let original: Fragment
  private let bytes: [UInt8]
  private var copied = 0
  private var text: [UInt8] = []
  private var pieces: [Fragment.Piece] = []

  init(_ original: Fragment) {
    self.original = original
    bytes = Array(original.text.utf8)
  }

  mutating func quote(_ range: Range<Int>, _ value: String) {
    copy(upTo: range.lowerBound)
    let quoted = "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    append(Array(quoted.utf8), writtenAt: original.span(range).range)
    copied = range.upperBound
  }

  var result: Fragment {
    var finished = self
    finished.copy(upTo: bytes.count)
    return Fragment(
      text: String(decoding: finished.text, as: UTF8.self), source: original.source, pieces: finished.pieces)
  }

  /// As it stands, piece by piece.
  private mutating func copy(upTo end: Int) {
    for piece in original.pieces {
      let part = piece.decoded.clamped(to: copied..<end)
      if part.isEmpty { continue }
      append(Array(bytes[part]), writtenAt: piece.isEscape ? piece.written : original.span(part).range)
    }
    copied = max(copied, end)
  }

  private mutating func append(_ added: [UInt8], writtenAt written: Range<Int>) {
    pieces.append(Fragment.Piece(decoded: text.count..<text.count + added.count, written: written))
    text += added
  }
}
