import Foundation
import Testing
import Workflow

@testable import Store

@Suite("卷宗的文字：与 JSONEncoder 一字不差")
struct JSONTextTests {
  private static let encoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()

  private func agree(_ value: some Encodable, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let theirs = String(decoding: try Self.encoder.encode(value), as: UTF8.self)
    let ours = String(decoding: try JSONText.bytes(of: value), as: UTF8.self)
    #expect(ours == theirs, sourceLocation: sourceLocation)
  }

  private struct Sample: Encodable {
    struct Nothing: Encodable {}
    let truth = [true, false]
    let numbers = [0, -1, Int.max, Int.min]
    let missing: Int? = nil
    let holes: [Int?] = [1, nil, 3]
    let nothing = Nothing()
    let nested: [String: [String: [Int]]] = ["b": [:], "a": ["x": [], "w": [1]]]
    let byNumber = [2: "two", 10: "ten"]
    let datum = Datum.record(["名额": .list([.number("93.75"), .null, .boolean(true)])])
  }

  @Test("每个字符") func characters() throws {
    let numbers = Array(UInt32(0)..<0x300) + [0x2028, 0x2029, 0xFEFF, 0xFFFD, 0x20BB7]
    let scalars = numbers.compactMap { Unicode.Scalar($0) }
    for scalar in scalars { try agree([String(Character(scalar))]) }
    try agree([String(String.UnicodeScalarView(scalars))])
  }

  @Test("键的次序") func order() throws {
    let keys = ["a10", "a2", "A", "a", "ä", "z", "汉", "\u{FFFD}", "𠮷", "", "a b", "a/b", "\"", "é", "e\u{301}f"]
    try agree(Dictionary(uniqueKeysWithValues: keys.map { ($0, 1) }))
  }

  @Test("各种值") func values() throws {
    try agree(Sample())
    try agree([Sample(), Sample()])
    try agree([String]())
    try agree([String: Int]())
  }

  @Test("不该写进卷宗的，不写") func refused() {
    #expect(throws: EncodingError.self) { try JSONText.bytes(of: [1.5]) }
    #expect(throws: EncodingError.self) { try JSONText.bytes(of: ["day": Date()]) }
    #expect(throws: EncodingError.self) { try JSONText.bytes(of: [Data([1])]) }
  }
}
