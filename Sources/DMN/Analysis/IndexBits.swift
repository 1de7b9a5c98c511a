/// A set of small numbers: rows of a table, atoms of an axis.
struct IndexBits: Hashable {
  private var words: [UInt64]

  /// Empty, with room for 0 up to `count`.
  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  /// All from 0 up to `count`.
  init(all count: Int) {
    self.init(count: count)
    for index in 0..<count { insert(index) }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  mutating func insert(_ index: Int) { words[index / 64] |= 1 << UInt64(index % 64) }

  func contains(_ index: Int) -> Bool { words[index / 64] >> UInt64(index % 64) & 1 == 1 }

  /// Of sets with the same room.
  func intersection(_ other: IndexBits) -> IndexBits {
    var result = self
    for index in words.indices { result.words[index] &= other.words[index] }
    return result
  }

  func isSuperset(of other: IndexBits) -> Bool {
    zip(words, other.words).allSatisfy { $0 & $1 == $1 }
  }

  /// The same numbers, with room for one more, which is in it or not.
  func extended(count: Int, with last: Bool) -> IndexBits {
    var result = IndexBits(count: count + 1)
    for index in indices { result.insert(index) }
    if last { result.insert(count) }
    return result
  }

  /// Ascending.
  var indices: [Int] {
    words.indices.flatMap { word in (0..<64).filter { words[word] >> UInt64($0) & 1 == 1 }.map { word * 64 + $0 } }
  }
}
