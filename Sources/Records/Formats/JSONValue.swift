import CJSON
import Diagnostics
import Rules

/// A value of JSON: a token among those that simdjson found, and the text behind it.
///
/// It lives only as long as the reader's tokens do, which is until the next record.
struct JSONValue: WrittenValue {
  private let tokens: UnsafePointer<cjson_token>
  private let index: Int
  /// The text that the tokens count from.
  private let text8: UnsafePointer<UInt8>
  /// Where that text begins in the file.
  private let base: Int

  init(_ tokens: UnsafePointer<cjson_token>, _ index: Int, _ text: UnsafePointer<UInt8>, base: Int) {
    self.tokens = tokens
    self.index = index
    text8 = text
    self.base = base
  }

  private var token: cjson_token { tokens[index] }
  private var kindOfToken: cjson_kind { cjson_kind(rawValue: UInt32(token.kind)) }

  private var written: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text8 + Int(token.start), count: Int(token.end - token.start))
  }

  /// Between the quotes.
  private var quoted: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: written.dropFirst().dropLast())
  }

  var kind: WrittenKind {
    switch kindOfToken {
    case cjson_list_begin: .list
    case cjson_row_begin: .row
    case cjson_string: JSONString.isWellFormed(quoted) ? .text : .broken(.jsonEscape)
    default: word
    }
  }

  private var word: WrittenKind {
    switch written.first {
    case UInt8(ascii: "n") where written.elementsEqual("null".utf8): .missing
    case UInt8(ascii: "t") where written.elementsEqual("true".utf8): .boolean(true)
    case UInt8(ascii: "f") where written.elementsEqual("false".utf8): .boolean(false)
    default: isNumber ? .number : .broken(.jsonWord)
    }
  }

  /// RFC 8259 §6: no superfluous zeros in front.
  private var isNumber: Bool {
    let text = String(decoding: written, as: UTF8.self)
    let unsigned = text.utf8.drop { $0 == UInt8(ascii: "-") }
    let hasLeadingZero = unsigned.first == 0x30 && (0x30...0x39).contains(unsigned.dropFirst().first ?? 0)
    return !hasLeadingZero && PlainNumber.hasForm(text.utf8, exponentAllowed: true)
  }

  func plainFact(_ form: FieldForm) -> PlainFact? {
    switch kindOfToken {
    case cjson_word: PlainFact(written, .word, form)
    case cjson_string where !token.has_escape: PlainFact(quoted, .quoted, form)
    default: nil
    }
  }

  var range: Range<Int> { base + Int(token.start)..<base + Int(token.end) }
  var fixes: FixIt.Applicability { .safe }

  var text: String {
    switch kindOfToken {
    case cjson_string, cjson_key: JSONString.decoded(quoted)
    case cjson_word: String(decoding: written, as: UTF8.self)
    default: ""
    }
  }

  var elements: [JSONValue] {
    guard kindOfToken == cjson_list_begin else { return [] }
    var elements: [JSONValue] = []
    var next = index + 1
    while at(next).kindOfToken != cjson_list_end {
      elements.append(at(next))
      next = Int(tokens[next].next)
    }
    return elements
  }

  /// The fields of a row, whatever they are called.
  var members: [(name: String, value: JSONValue)] {
    guard kindOfToken == cjson_row_begin else { return [] }
    var members: [(name: String, value: JSONValue)] = []
    var next = index + 1
    while at(next).kindOfToken == cjson_key {
      let value = at(next + 1)
      members.append((at(next).text, value))
      next = Int(value.token.next)
    }
    return members
  }

  func forEachField(in form: RowForm, _ body: (FieldName, Range<Int>, JSONValue) -> Void) {
    guard kindOfToken == cjson_row_begin else { return }
    var next = index + 1
    var expected = 0
    while at(next).kindOfToken == cjson_key {
      let (key, value) = (at(next), at(next + 1))
      let name = key.name(in: form, expecting: expected)
      if case .known(let index) = name { expected = index + 1 }
      body(name, key.range, value)
      next = Int(value.token.next)
    }
  }

  private func name(in form: RowForm, expecting expected: Int) -> FieldName {
    if !token.has_escape, let index = form.index(of: quoted, expecting: expected) { return .known(index) }
    let text = text
    return form.index(of: text).map { .known($0) } ?? .unknown(text)
  }

  private func at(_ index: Int) -> JSONValue { JSONValue(tokens, index, text8, base: base) }
}
