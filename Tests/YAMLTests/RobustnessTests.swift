import Diagnostics
import TestSupport
import Testing

@testable import YAML

/// Nothing that is read may trap, hang, or have places outside the text.
@Suite struct RobustnessTests {
  @Test func 删去任一字节() {
    let bytes = Array(sample.utf8)
    for index in bytes.indices {
      var damaged = bytes
      damaged.remove(at: index)
      check(damaged)
    }
  }

  @Test func 截在任一处() {
    let bytes = Array(sample.utf8)
    for index in bytes.indices { check(Array(bytes[..<index])) }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func 换上任意字节(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    let bytes = Array(sample.utf8)
    let interesting = Array("-:?,[]{}#&*!|>'\"%@` \n\r\t\\~0a中".utf8)
    for _ in 0..<400 {
      var damaged = bytes
      for _ in 0..<random.below(6) + 1 {
        let index = random.below(damaged.count)
        switch random.below(4) {
        case 0: damaged[index] = UInt8(random.below(256))
        case 1: damaged[index] = interesting[random.below(interesting.count)]
        case 2: damaged.insert(interesting[random.below(interesting.count)], at: index)
        default: damaged.remove(at: index)
        }
      }
      check(damaged)
    }
  }

  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func 全是任意字符(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    let alphabet = Array("-:?,[]{}#&*!|>'\"%@` \n\r\t\\~0a中2+- \n\n  \u{85}\u{2028}".unicodeScalars)
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<random.below(40) { text.unicodeScalars.append(alphabet[random.below(alphabet.count)]) }
      check(Array(text.utf8))
    }
  }

  /// Each style with random words, blanks and breaks: what is decoded again is what libyaml decoded.
  @Test(arguments: [21, 22, 23, 24, 25, 26] as [UInt64])
  func 解读两遍(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    let words = [
      "甲", "a b", "\\n", "\\u7532", "\\\n", "''", "𠮷", " ", "  ", "\n", "\n\n", "\t", "\r\n", "x", "\n    ", "- ",
    ]
    let headers = [
      "", "'", "\"", "|\n", "|+\n", "|-\n", "|2\n", ">\n", ">+\n", ">1-\n", "> # 注\n\n", "&a |\n", "!!str '",
    ]
    for _ in 0..<4000 {
      let header = headers[random.below(headers.count)]
      var text = "k: " + header
      for _ in 0..<random.below(12) {
        let word = words[random.below(words.count)]
        text += word.hasSuffix("\n") && random.below(4) > 0 ? word + "  " : word
      }
      if header.hasSuffix("'") { text += "'" }
      if header.hasSuffix("\"") { text += "\"" }
      check(Array((text + (random.below(2) == 0 ? "\nj: 1\n" : "")).utf8))
    }
  }

  @Test(.timeLimit(.minutes(1))) func 深不见底() {
    check(Array(String(repeating: "[", count: 200_000).utf8))
    check(Array(String(repeating: "{a: ", count: 100_000).utf8))
    check(Array(String(repeating: "- ", count: 100_000).utf8))
    check(Array(String(repeating: "? ", count: 50_000).utf8))
    check(Array((0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined().utf8))
    check(Array(String(repeating: "*a ", count: 50_000).utf8))
    check(Array(String(repeating: "a: *b\n", count: 50_000).utf8))
  }

  private func check(_ bytes: [UInt8]) {
    let source = Source(name: "例.yaml", bytes: bytes)
    var log = DiagnosticLog()
    let node = Node.read(source, log: &log)
    #expect(node != nil || log.hasErrors)
    for diagnostic in log.diagnostics {
      guard let span = diagnostic.span else { continue }
      #expect(span.range.upperBound <= bytes.count)
    }
    if let node { checkPlaces(node, source) }
  }

  private func checkPlaces(_ node: Node, _ source: Source) {
    #expect(node.span.range.upperBound <= source.bytes.count)
    switch node.content {
    case .scalar(let scalar): checkFragment(scalar)
    case .sequence(let elements): for element in elements { checkPlaces(element, source) }
    case .mapping(let entries):
      for entry in entries {
        checkPlaces(entry.key, source)
        checkPlaces(entry.value, source)
      }
    }
  }

  private func checkFragment(_ scalar: Scalar) {
    #expect(ScalarDecoder.isExact(scalar), "\(scalar.span.source.text.debugDescription)")
    let fragment = scalar.fragment
    #expect(fragment.text == scalar.text)
    var decoded = 0
    var written = 0
    for piece in fragment.pieces {
      #expect(piece.decoded.lowerBound == decoded)
      #expect(piece.written.lowerBound >= written)
      decoded = piece.decoded.upperBound
      written = piece.written.upperBound
      guard !piece.isEscape else { continue }
      // A folded line break that is as long as its space looks like any other character.
      let same = zip(Array(fragment.text.utf8)[piece.decoded], scalar.span.source.bytes[piece.written])
        .allSatisfy { $0 == $1 || [0x20, 0x0A].contains($0) }
      #expect(same)
    }
    #expect(decoded == fragment.text.utf8.count)
  }
}

private let sample = """
  # yaml-language-server: $schema=../../schema/rules.json
  award: 红星工匠
  edition: 2025
  regulation: &办法
    title: “党员示范企业”“党员先锋班组”评选办法（试行）
  includes: [../共同条款.yaml, 'it''s', "甲\\u4E59\\n
    丙"]
  parameters:
    基准日: {value: 2025-12-01, type: date, basis: 第十条}
    名额: &n {value: 20, type: integer, unit: 名}
    最低分: *n
  eligibility:
    - id: GJ-T3
      require: |
        从事本工种起始日期 + duration("P5Y") <= 基准日
          and 入职日期 <= 基准日

    - id: GJ-T4
      require: >-
        count(徒弟) >=
        2

        and true
      tag: !!str 007
  scoring: {table: {rows: [[世界, "-", 10], [国家, "[1..3]", 9]]}}
  𠮷: 一
    二

    三
  """.replacing("&办法", with: "&r")
