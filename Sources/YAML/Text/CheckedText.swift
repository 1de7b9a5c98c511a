import Diagnostics

/// A text that libyaml can be given: small enough, UTF-8, without control characters; with the way back from
/// libyaml's marks, which count code points, to bytes.
struct CheckedText {
  let source: Source
  /// Where the text begins: behind the byte order mark, if there is one.
  let start: Int
  /// The byte offset of every 16th code point; empty for a text of ASCII alone.
  private let checkpoints: [Int]

  /// `nil` when the text cannot be read; what is wrong with it has been reported then.
  init?(_ source: Source, limits: Limits, log: inout DiagnosticLog) {
    guard source.bytes.count <= limits.bytes else {
      log.report(Diagnostic(.tooManyBytes, at: Span(source, 0..<0), ["limit": "\(limits.bytes >> 10)"]))
      return nil
    }
    self.source = source
    start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var scan = CharacterScan(source, from: start)
    scan.run(&log)
    guard scan.isAccepted else { return nil }
    checkpoints = scan.isASCII ? [] : scan.checkpoints
  }

  /// The byte offset of a code point, counted from `start`.
  func byteOffset(_ codePoint: Int) -> Int {
    guard !checkpoints.isEmpty else { return min(start + codePoint, source.bytes.count) }
    let checkpoint = codePoint >> 4
    guard checkpoint < checkpoints.count else { return source.bytes.count }
    var offset = checkpoints[checkpoint]
    for _ in 0..<(codePoint & 15) where offset < source.bytes.count {
      offset += utf8Width(leading: source.bytes[offset])
    }
    return min(offset, source.bytes.count)
  }
}

/// Looks once at every character of a text.
private struct CharacterScan {
  let source: Source
  var offset: Int
  var checkpoints: [Int] = []
  var isASCII = true
  var isAccepted = true
  private var refusedCharacters = 0

  init(_ source: Source, from start: Int) {
    self.source = source
    offset = start
  }

  mutating func run(_ log: inout DiagnosticLog) {
    let bytes = source.bytes
    var codePoints = 0
    while offset < bytes.count {
      if codePoints & 15 == 0 { checkpoints.append(offset) }
      codePoints += 1
      let byte = bytes[offset]
      if byte < 0x80 {
        if !isAllowed(UInt32(byte)) { refuse(UInt32(byte), width: 1, &log) }
        offset += 1
        continue
      }
      isASCII = false
      guard let (scalar, width) = decodeUTF8(bytes, at: offset) else { return refuseEncoding(&log) }
      if !isAllowed(scalar) { refuse(scalar, width: width, &log) }
      offset += width
    }
  }

  /// As libyaml does it, which is YAML's c-printable.
  private func isAllowed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// The first of them are enough for somebody to see what is going on.
  private mutating func refuse(_ scalar: UInt32, width: Int, _ log: inout DiagnosticLog) {
    isAccepted = false
    refusedCharacters += 1
    guard refusedCharacters <= 10 else { return }
    let span = Span(source, offset..<offset + width)
    let hexadecimal = String(scalar, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
    log.report(
      Diagnostic(
        .controlCharacter, at: span, ["character": name], fixIts: [FixIt(replace: span, with: "", .unsafe)]))
  }

  private mutating func refuseEncoding(_ log: inout DiagnosticLog) {
    isAccepted = false
    let place = Span(source, offset..<offset + 1)
    log.report(
      Diagnostic(
        .notUTF8, at: place,
        ["byte": String(source.bytes[offset], radix: 16, uppercase: true), "offset": "\(offset)"]))
  }
}

/// How many bytes a character takes that begins with `byte`; 1 for a byte that begins none.
func utf8Width(leading byte: UInt8) -> Int {
  switch byte {
  case 0xC2...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xF4: 4
  default: 1
  }
}

/// The character at `offset` and its width; `nil` when no well-formed one stands there (Unicode 15, table 3-7).
func decodeUTF8(_ bytes: [UInt8], at offset: Int) -> (scalar: UInt32, width: Int)? {
  let lead = bytes[offset]
  if lead < 0x80 { return (UInt32(lead), 1) }
  let width = utf8Width(leading: lead)
  guard width > 1, offset + width <= bytes.count else { return nil }
  var scalar = UInt32(lead) & (0x7F >> UInt32(width))
  for index in offset + 1..<offset + width {
    guard bytes[index] & 0xC0 == 0x80 else { return nil }
    scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
  }
  guard scalar >= [0, 0, 0x80, 0x800, 0x10000][width], Unicode.Scalar(scalar) != nil else { return nil }
  return (scalar, width)
}
