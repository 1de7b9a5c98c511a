import Foundation

/// The keys of the boxes that are in use: a file beside the store, never in it.
///
/// Each ballot seals its box anew, with a new key. Once that is on the disk the old key is overwritten: whoever keeps copies of the
/// store, its log of writes or its free pages has boxes that nobody can open.
struct KeyFile: Sendable {
  let path: String

  init(beside store: String) { path = store + ".keys" }

  private struct Shelf: Codable {
    var keys: [Item] = []

    struct Item: Codable {
      let name: String
      let key: [UInt8]
    }
  }

  func key(_ name: String) -> [UInt8]? { shelf.keys.first { $0.name == name }?.key }

  /// A new key for a box, on the disk before the box is.
  func add() throws(StoreFault) -> (name: String, key: [UInt8]) {
    guard let key = Chance.bytes(Cipher.keyLength), let name = Chance.bytes(8) else { throw .other(code: 0) }
    let item = Shelf.Item(name: name.map { String($0, radix: 36) }.joined(separator: "-"), key: key)
    var shelf = shelf
    shelf.keys.append(item)
    try write(shelf)
    return (item.name, key)
  }

  /// Forgets all keys but those of the boxes that there are.
  func keep(_ names: Set<String>) throws(StoreFault) {
    let shelf = shelf
    let kept = shelf.keys.filter { names.contains($0.name) }
    if kept.count < shelf.keys.count { try replace(with: Shelf(keys: kept)) }
  }

  private var shelf: Shelf {
    guard let data = FileManager.default.contents(atPath: path),
      let shelf = try? JSONDecoder().decode(Shelf.self, from: data)
    else { return Shelf() }
    return shelf
  }

  private func replace(with shelf: Shelf) throws(StoreFault) {
    let length = (FileManager.default.contents(atPath: path) ?? Data()).count
    let old = open(path, O_WRONLY)
    try write(shelf)
    // The file that was replaced is still open: its bytes are overwritten where they lie.
    guard old >= 0 else { return }
    defer { close(old) }
    let noise = Chance.bytes(length) ?? [UInt8](repeating: 0, count: length)
    _ = pwrite(old, noise, length, 0)
    fsync(old)
  }

  /// Whole, or not at all.
  private func write(_ shelf: Shelf) throws(StoreFault) {
    if shelf.keys.isEmpty {
      unlink(path)
      return
    }
    let temporary = path + ".new"
    guard let data = try? JSONEncoder().encode(shelf) else { throw .other(code: 0) }
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0 else { throw fault }
    defer { close(file) }
    let bytes = [UInt8](data)
    guard Foundation.write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0, rename(temporary, path) == 0
    else {
      unlink(temporary)
      throw fault
    }
  }

  private var fault: StoreFault {
    switch errno {
    case ENOSPC, EDQUOT: .full
    case EACCES, EPERM, EROFS: .readOnly
    default: .other(code: Int(errno))
    }
  }
}
