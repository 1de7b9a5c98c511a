import Synchronization

/// The texts and shapes that programs of one layout speak of, numbered once.
///
/// A text compares by its number. Frames keep a copy of the table, and numbers of their own (negative ones) for
/// texts that came with a record; those may be forgotten with it.
final class Symbols: Sendable {
  struct Table: Sendable {
    private(set) var texts: [String] = []
    private var ids: [String: Int32] = [:]
    /// Names of a context's entries, in order, as text ids.
    private(set) var shapes: [[Int32]] = []
    private var shapeIDs: [[Int32]: Int32] = [:]

    func id(of text: String) -> Int32? { ids[text] }

    func shapeID(of names: [Int32]) -> Int32? { shapeIDs[names] }

    mutating func intern(_ text: String) -> Int32 {
      if let id = ids[text] { return id }
      let id = Int32(texts.count)
      texts.append(text)
      ids[text] = id
      return id
    }

    mutating func intern(shape names: [Int32]) -> Int32 {
      if let id = shapeIDs[names] { return id }
      let id = Int32(shapes.count)
      shapes.append(names)
      shapeIDs[names] = id
      return id
    }

    /// Grows only; equal counts mean equal tables.
    var version: Int { texts.count + shapes.count }

    mutating func removeAll() {
      texts.removeAll(keepingCapacity: true)
      ids.removeAll(keepingCapacity: true)
      shapes.removeAll(keepingCapacity: true)
      shapeIDs.removeAll(keepingCapacity: true)
    }
  }

  private let table = Mutex(Table())

  var snapshot: Table { table.withLock(\.self) }

  func intern(_ text: String) -> Int32 { table.withLock { $0.intern(text.normalized) } }

  func intern(shape names: [String]) -> Int32 {
    table.withLock { table in table.intern(shape: names.map { table.intern($0.normalized) }) }
  }
}
