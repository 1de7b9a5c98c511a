import CIconvSys
import Diagnostics

/// GB18030, in which spreadsheets on Chinese systems save CSV unless they are told otherwise.
enum ChineseEncoding {
  /// The text as UTF-8; `nil` for bytes that are no GB18030.
  static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    // Two bytes become three, four become four.
    var room = [UInt8](repeating: 0, count: bytes.count * 2 + 16)
    var input = bytes
    let (status, left) = input.withUnsafeMutableBytes { input in
      room.withUnsafeMutableBytes { output in
        var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (count, free) = (input.count, output.count)
        let status = iconv(converter, &from, &count, &to, &free)
        return (status, (count, free))
      }
    }
    guard status != -1, left.0 == 0 else { return nil }
    room.removeLast(left.1)
    return room
  }

  /// A table in GB18030 as one in UTF-8: only where its first line then names fields, for nearly any bytes are GB18030 of something.
  static func table(_ source: Source, _ form: RowForm) -> Source? {
    guard let text = decoded(source.bytes) else { return nil }
    let line = text.drop { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }.prefix { $0 != 0x0A && $0 != 0x0D }
    let names = CSVSeparator.names(String(decoding: line, as: UTF8.self), ",", form)
    let isTable = names > 0 || CSVSeparator.foreign(0..<line.count, form, Source(name: "", bytes: Array(line))) != nil
    guard isTable else { return nil }
    let decoded = Source(name: source.name, bytes: text)
    return source.isConfidential ? decoded.confidential : decoded
  }
}
