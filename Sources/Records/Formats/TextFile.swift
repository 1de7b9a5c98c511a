import CJSON
import Diagnostics

extension [UInt8] {
  /// Behind the byte order mark, if there is one.
  var startOfText: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}

extension UnsafeBufferPointer<UInt8> {
  /// Of the line break that ends the line, or of the end of the text.
  func end(ofLineAt start: Int) -> Int {
    self[start...].firstIndex(of: 0x0A) ?? count
  }

  func isBlank(_ range: Range<Int>) -> Bool {
    self[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
  }

  var isUTF8: Bool {
    guard let baseAddress else { return true }
    return baseAddress.withMemoryRebound(to: CChar.self, capacity: count) { cjson_is_utf8($0, count) }
  }
}

extension Diagnostic {
  /// Names the first byte within `range` that belongs to no character.
  static func notUTF8(_ source: Source, _ range: Range<Int>, isTable: Bool = false) -> Diagnostic {
    let place = firstFault(source.bytes[range])
    let byte = place < source.bytes.count ? String(source.bytes[place], radix: 16, uppercase: true) : ""
    return Diagnostic(
      isTable ? .recordsNotUTF8 : .textNotUTF8, at: Span(source, place..<place + 1),
      ["offset": "\(place)", "byte": byte])
  }

  private static func firstFault(_ bytes: ArraySlice<UInt8>) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = bytes.startIndex
    while case .valid(let character) = parser.parseScalar(from: &rest) { offset += character.count }
    return offset
  }
}
