/// The keys of one mapping, for finding one that occurs twice.
///
/// Swift compares texts by canonical equivalence, which is slow for Chinese ones; but texts of ASCII and Chinese
/// characters alone are equivalent only when their bytes are the same, so that they are told apart by a hash of these.
struct KeyIndex {
  private var hashes: [UInt64] = []
  private var table: [UInt64: Int] = [:]

  /// Few keys are looked through one by one.
  private static let few = 32

  /// The number of the first key that is probably the same as `text`.
  func firstLike(_ text: String) -> Int? {
    let hash = Self.hash(text)
    return hashes.count <= Self.few ? hashes.firstIndex(of: hash) : table[hash]
  }

  /// Adds a key; they are numbered from 0.
  mutating func add(_ text: String) {
    hashes.append(Self.hash(text))
    guard hashes.count > Self.few else { return }
    let unlisted = table.isEmpty ? 0 : hashes.count - 1
    for index in unlisted..<hashes.count where table[hashes[index]] == nil { table[hashes[index]] = index }
  }

  /// FNV-1a over the bytes; of a text with other than ASCII and Chinese characters the hash of its canonical form.
  private static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isPlain = true
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      isPlain = isPlain && (byte < 0xC0 || (0xE4...0xE9).contains(byte))
    }
    return isPlain ? hash : UInt64(bitPattern: Int64(text.hashValue))
  }
}
