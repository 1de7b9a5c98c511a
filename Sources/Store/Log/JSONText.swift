import Foundation

/// A value as JSON with its keys in order: the very bytes that Foundation's `JSONEncoder` gives with `.sortedKeys` and
/// `.withoutEscapingSlashes`, in a fifth of the time, which is most of what it takes to write an act down
/// (docs/decisions/0013).
///
/// For what the log holds: texts, whole numbers, truth values, lists and mappings. Anything else is refused.
enum JSONText {
  static func bytes(of value: some Encodable) throws -> [UInt8] {
    let piece = try Piece(value)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512)
    piece.write(to: &bytes)
    return bytes
  }
}

/// A part of the text in the making.
private final class Piece {
  enum Form {
    case nothing
    case written([UInt8])
    case text(String)
    case list([Piece])
    case mapping([(key: String, piece: Piece)])
  }

  var form = Form.nothing

  init() {}

  init<Value: Encodable>(_ value: Value) throws {
    if Piece.refused.contains(ObjectIdentifier(Value.self)) {
      throw EncodingError.invalidValue(
        value, EncodingError.Context(codingPath: [], debugDescription: "\(Value.self) has no place in the log"))
    }
    try value.encode(to: Encoding(piece: self))
  }

  /// What `JSONEncoder` writes in a way of its own, and nothing in the log needs.
  private static let refused: Set<ObjectIdentifier> = [
    ObjectIdentifier(Data.self), ObjectIdentifier(Date.self), ObjectIdentifier(URL.self),
    ObjectIdentifier(Decimal.self),
    ObjectIdentifier(Double.self), ObjectIdentifier(Float.self),
  ]

  static func truth(_ value: Bool) -> Piece {
    let piece = Piece()
    piece.form = .written(Array((value ? "true" : "false").utf8))
    return piece
  }

  static func text(_ value: String) -> Piece {
    let piece = Piece()
    piece.form = .text(value)
    return piece
  }

  static func number(_ value: some BinaryInteger) -> Piece {
    let piece = Piece()
    piece.form = .written(Array(String(value).utf8))
    return piece
  }

  static func null() -> Piece {
    let piece = Piece()
    piece.form = .written(Array("null".utf8))
    return piece
  }

  func put(_ piece: Piece, _ key: String) {
    var members: [(key: String, piece: Piece)] = []
    if case .mapping(let before) = form { members = before }
    form = .nothing
    // Of two values of one key the last one counts.
    members.removeAll { $0.key == key }
    members.append((key, piece))
    form = .mapping(members)
  }

  func append(_ piece: Piece) {
    var items: [Piece] = []
    if case .list(let before) = form { items = before }
    form = .nothing
    items.append(piece)
    form = .list(items)
  }

  func write(to bytes: inout [UInt8]) {
    switch form {
    case .nothing: bytes.append(contentsOf: "{}".utf8)
    case .written(let text): bytes.append(contentsOf: text)
    case .text(let text): Piece.quote(text, to: &bytes)
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        item.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .mapping(let members):
      bytes.append(UInt8(ascii: "{"))
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (index, member) in sorted.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Piece.quote(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.piece.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func quote(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
      case 0x08: bytes.append(contentsOf: #"\b"#.utf8)
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x0C: bytes.append(contentsOf: #"\f"#.utf8)
      case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
      case 0..<0x20:
        bytes.append(contentsOf: #"\u00"#.utf8)
        for half in [byte >> 4, byte & 15] { bytes.append(Array("0123456789abcdef".utf8)[Int(half)]) }
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

private struct Encoding: Encoder {
  let piece: Piece
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .nothing = piece.form { piece.form = .mapping([]) }
    return KeyedEncodingContainer(Members<Key>(piece: piece))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .nothing = piece.form { piece.form = .list([]) }
    return Items(piece: piece)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(piece: piece) }
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let piece: Piece
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { piece.put(.null(), key.stringValue) }
  func encode(_ value: Bool, forKey key: Key) { piece.put(.truth(value), key.stringValue) }
  func encode(_ value: String, forKey key: Key) { piece.put(.text(value), key.stringValue) }
  func encode(_ value: Int, forKey key: Key) { piece.put(.number(value), key.stringValue) }
  func encode(_ value: some Encodable, forKey key: Key) throws { piece.put(try Piece(value), key.stringValue) }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested>
  {
    let inner = Piece()
    piece.put(inner, key.stringValue)
    return Encoding(piece: inner).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    let inner = Piece()
    piece.put(inner, key.stringValue)
    return Encoding(piece: inner).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { nested("super") }
  func superEncoder(forKey key: Key) -> any Encoder { nested(key.stringValue) }

  private func nested(_ key: String) -> Encoding {
    let inner = Piece()
    piece.put(inner, key)
    return Encoding(piece: inner)
  }
}

private struct Items: UnkeyedEncodingContainer {
  let piece: Piece
  var codingPath: [any CodingKey] { [] }
  var count: Int { if case .list(let items) = piece.form { items.count } else { 0 } }

  func encodeNil() { piece.append(.null()) }
  func encode(_ value: Bool) { piece.append(.truth(value)) }
  func encode(_ value: String) { piece.append(.text(value)) }
  func encode(_ value: Int) { piece.append(.number(value)) }
  func encode(_ value: some Encodable) throws { piece.append(try Piece(value)) }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    nested().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nested().unkeyedContainer() }
  func superEncoder() -> any Encoder { nested() }

  private func nested() -> Encoding {
    let inner = Piece()
    piece.append(inner)
    return Encoding(piece: inner)
  }
}

private struct Single: SingleValueEncodingContainer {
  let piece: Piece
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { piece.form = Piece.null().form }
  func encode(_ value: Bool) { piece.form = Piece.truth(value).form }
  func encode(_ value: String) { piece.form = .text(value) }
  func encode(_ value: Int) { piece.form = Piece.number(value).form }
  func encode(_ value: some Encodable) throws { piece.form = try Piece(value).form }
}
