import CJSON
import Diagnostics

/// simdjson's reader, which keeps its buffers from text to text.
final class JSONReader {
  private let reader: OpaquePointer?
  static let depth = 32

  init() { reader = cjson_open() }

  deinit { cjson_close(reader) }

  /// Where and why a text is no JSON. The place is in bytes from the beginning of the text.
  struct Fault {
    let status: cjson_status
    let offset: Int
  }

  /// Reads a text that is one list or row; behind it `cjson_padding` bytes can be read.
  func read(_ text: UnsafeBufferPointer<UInt8>, base: Int, _ body: (JSONValue) -> Void) -> Fault? {
    guard let reader, let start = text.baseAddress else { return Fault(status: cjson_no_memory, offset: 0) }
    var tokens: UnsafePointer<cjson_token>?
    var count = 0
    var fault = 0
    let status = start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      cjson_read(reader, $0, text.count, Self.depth, &tokens, &count, &fault)
    }
    guard status == cjson_ok, let tokens, count > 0 else { return Fault(status: status, offset: fault) }
    body(JSONValue(tokens, 0, start, base: base))
    return nil
  }

  enum Part {
    case record(JSONValue)
    case heading(name: JSONValue, value: JSONValue)
  }

  /// Reads a text whose records are a list, or a list under `records`; whether there was such a list.
  func each(
    _ text: UnsafeBufferPointer<UInt8>, base: Int, _ body: (Part) -> Void
  ) -> (foundList: Bool, fault: Fault?) {
    guard let reader, let start = text.baseAddress else {
      return (false, Fault(status: cjson_no_memory, offset: 0))
    }
    var found = false
    var fault = 0
    let status = withoutActuallyEscaping(body) { body in
      var visit = Visit(start: start, base: base, body: body)
      return start.withMemoryRebound(to: CChar.self, capacity: text.count) { characters in
        withUnsafeMutablePointer(to: &visit) { visit in
          cjson_each(reader, characters, text.count, Self.depth, Visit.function, visit, &found, &fault)
        }
      }
    }
    return (found, status == cjson_ok ? nil : Fault(status: status, offset: fault))
  }

  /// What a C function can carry of a closure.
  private struct Visit {
    let start: UnsafePointer<UInt8>
    let base: Int
    let body: (Part) -> Void

    static let function: cjson_visit = { context, part, tokens, count in
      guard let context, let tokens, count > 0 else { return }
      let visit = context.assumingMemoryBound(to: Visit.self).pointee
      let first = JSONValue(tokens, 0, visit.start, base: visit.base)
      switch part {
      case cjson_member:
        if count > 1 { visit.body(.heading(name: first, value: JSONValue(tokens, 1, visit.start, base: visit.base))) }
      default: visit.body(.record(first))
      }
    }
  }
}

extension JSONReader.Fault {
  /// In words, at its place in a file in which the text takes `range`.
  func diagnostic(_ source: Source, _ range: Range<Int>) -> Diagnostic {
    let place = min(range.lowerBound + offset, range.upperBound)
    let span = Span(source, place..<min(place + 1, range.upperBound))
    switch status {
    case cjson_too_deep: return Diagnostic(.jsonTooDeep, at: span, ["limit": "\(JSONReader.depth)"])
    case cjson_too_large: return Diagnostic(.fileTooLarge, at: span)
    case cjson_no_memory: return Diagnostic(.readerFailed, at: nil)
    case cjson_not_utf8: return .notUTF8(source, range)
    case cjson_unclosed_string: return Diagnostic(.jsonUnclosed, at: lastQuote(source, range))
    case cjson_control_character: return Diagnostic(.jsonControl, at: controlCharacter(source, range))
    case cjson_incomplete: return incomplete(source, range)
    case cjson_trailing: return Diagnostic(.jsonTrailing, at: span)
    case cjson_empty, cjson_scalar: return Diagnostic(.notRecords, at: span)
    default: return Diagnostic(place >= range.upperBound ? .jsonEnds : .jsonSyntax, at: span)
    }
  }

  /// Either brackets are missing at the end, or something stands behind the last one.
  private func incomplete(_ source: Source, _ range: Range<Int>) -> Diagnostic {
    guard let place = JSONQuotes(source.bytes[range]).trailing else {
      return Diagnostic(.jsonEnds, at: Span(source, range.upperBound..<range.upperBound))
    }
    return Diagnostic(.jsonTrailing, at: Span(source, place..<place + 1))
  }

  /// simdjson does not say which quote stays open. The last one of the text is what it noticed.
  private func lastQuote(_ source: Source, _ range: Range<Int>) -> Span {
    let strings = JSONQuotes(source.bytes[range])
    let place = strings.lastOpening ?? range.lowerBound
    return Span(source, place..<min(place + 1, range.upperBound))
  }

  private func controlCharacter(_ source: Source, _ range: Range<Int>) -> Span {
    let place = JSONQuotes(source.bytes[range]).firstControlCharacter ?? range.lowerBound
    return Span(source, place..<min(place + 1, range.upperBound))
  }
}

/// Walks over the strings and brackets of a text that is no JSON, to find where it goes wrong.
private struct JSONQuotes {
  private(set) var lastOpening: Int?
  private(set) var firstControlCharacter: Int?
  /// Behind the bracket that closes the first one.
  private(set) var trailing: Int?
  private var depth = 0

  init(_ bytes: ArraySlice<UInt8>) {
    var isInside = false
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        isInside.toggle()
        if isInside { lastOpening = offset }
      case UInt8(ascii: "\\") where isInside: offset += 1
      case ..<0x20 where isInside: firstControlCharacter = firstControlCharacter ?? offset
      case _ where isInside: break
      default: takeOutside(bytes[offset], offset)
      }
      offset += 1
    }
  }

  private mutating func takeOutside(_ byte: UInt8, _ offset: Int) {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D: return
    case _ where depth < 0: trailing = trailing ?? offset
    case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = depth <= 1 ? -1 : depth - 1
    default: break
    }
  }
}
