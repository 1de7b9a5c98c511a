import TestSupport

/// Makes a damaged text out of good ones. The same seed gives the same text everywhere.
struct Mutator {
  private var random: SplitMix
  private let corpus: [[UInt8]]
  private let words: [[UInt8]]

  init(seed: UInt64, corpus: [[UInt8]], words: [[UInt8]]) {
    random = SplitMix(seed: seed &* 0xD6E8_FEB8_6659_FD93)
    self.corpus = corpus
    self.words = words
  }

  /// Characters that mean something, or that go wrong easily: signs, controls, marks that combine, halves of UTF-8.
  private static let strange: [[UInt8]] =
    Array(
      "()[]{}<>\"'“”‘’，。；：＞＜＝．、-+*/?@#&|!%:=\\,.;^~`$_0１①９\t \r\n\u{0}\u{7F}\u{85}\u{A0}\u{200B}\u{202E}\u{301}\u{FEFF}\u{3000}且é𠮷👩‍💻"
        .unicodeScalars
    ).map { Array(String($0).utf8) } + [[0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xF4, 0x90], [0xE4, 0xB8]]

  mutating func below(_ bound: Int) -> Int { random.below(bound) }

  mutating func pick<Element>(_ list: [Element]) -> Element { random.pick(list) }

  /// The next text.
  mutating func text(upTo limit: Int = 1 << 18) -> [UInt8] {
    var text = pick(corpus)
    for _ in 0...below(6) { change(&text) }
    if text.count > limit { text.removeSubrange(limit...) }
    return text
  }

  private mutating func change(_ text: inout [UInt8]) {
    switch below(10) {
    case 0: text.removeSubrange(piece(of: text))
    case 1: text.replaceSubrange(piece(of: text), with: pick(Mutator.strange))
    case 2: text.insert(contentsOf: pick(Mutator.strange), at: below(text.count + 1))
    case 3: text.insert(contentsOf: pick(words), at: below(text.count + 1))
    case 4: text.replaceSubrange(piece(of: text), with: pick(words))
    case 5:
      // From here to there once more, somewhere.
      let copied = Array(text[piece(of: text)])
      text.insert(contentsOf: copied, at: below(text.count + 1))
    case 6:
      // Of another text.
      let other = pick(corpus)
      text.insert(contentsOf: other[piece(of: other)], at: below(text.count + 1))
    case 7:
      // Many times the same: depth and length.
      let part = Array((below(2) == 0 ? pick(words) : pick(Mutator.strange)).prefix(40))
      let times = pick([2, 10, 200, 2_000])
      text.insert(contentsOf: repeatElement(part, count: times).joined(), at: below(text.count + 1))
    case 8:
      guard !text.isEmpty else { return }
      text[below(text.count)] = UInt8(below(256))
    default:
      // Another number.
      let number = pick(["0", "-1", "999999999999999999999999999999999999", "1e6144", "0.1", "2147483648", "1e-6176"])
      let digits = text.indices.filter { (0x30...0x39).contains(text[$0]) }
      guard !digits.isEmpty else { return }
      let place = pick(digits)
      text.replaceSubrange(place...place, with: number.utf8)
    }
  }

  /// Mostly short.
  private mutating func piece(of text: [UInt8]) -> Range<Int> {
    let start = below(text.count + 1)
    let length = below(4) == 0 ? below(text.count + 1) : below(12)
    return start..<min(text.count, start + length)
  }
}
