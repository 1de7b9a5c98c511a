import CZipSys

/// A zip archive in memory, read by libzip. What a bomb needs is refused before anything is inflated.
final class ZipArchive {
  enum Fault: Error, Equatable {
    /// No zip archive at all.
    case notZip
    case damaged(String)
    case encrypted
    case tooManyParts(limit: Int)
    /// Inflated it would be larger than this, in MiB.
    case tooLarge(String, limit: Int)
    /// Inflated it would be so many times as large.
    case tooDense(String, ratio: Int, limit: Int)
  }

  struct Part {
    let index: UInt64
    let size: UInt64
    let packed: UInt64
    let isEncrypted: Bool
  }

  static let mostParts = 4096
  static let largestPart = 1 << 30
  /// Sheets of a hundred thousand rows that are all alike come to a hundred.
  static let highestRatio = 250
  /// Smaller parts may be packed as tightly as they like.
  private static let smallPart = 16 << 20

  private let archive: OpaquePointer
  private(set) var parts: [String: Part] = [:]

  /// - Parameter bytes: must outlive the archive.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, nil) else {
      throw .notZip
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      throw .notZip
    }
    self.archive = archive
    let count = Int(zip_get_num_entries(archive, 0))
    guard count <= Self.mostParts else { throw .tooManyParts(limit: Self.mostParts) }
    for index in 0..<UInt64(max(0, count)) {
      var stat = zip_stat_t()
      zip_stat_init(&stat)
      guard zip_stat_index(archive, index, 0, &stat) == 0, let name = stat.name else { throw .damaged("#\(index)") }
      let part = Part(
        index: index, size: stat.size, packed: stat.comp_size, isEncrypted: stat.encryption_method != 0)
      // Which of two would be read is not for us to say.
      guard parts.updateValue(part, forKey: String(cString: name)) == nil else {
        throw .damaged(String(cString: name))
      }
    }
  }

  deinit { zip_discard(archive) }

  /// Inflates a part piece by piece; `body` says whether it wants more.
  func read(_ name: String, _ body: (UnsafeBufferPointer<UInt8>, _ isLast: Bool) -> Bool) throws(Fault) {
    guard let part = parts[name] else { throw .damaged(name) }
    try check(part, name)
    guard let file = zip_fopen_index(archive, part.index, 0) else { throw .damaged(name) }
    defer { zip_fclose(file) }
    let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { room.deallocate() }
    var total: UInt64 = 0
    while true {
      let count = zip_fread(file, room.baseAddress!, UInt64(room.count))
      guard count >= 0 else { throw .damaged(name) }
      total += UInt64(count)
      // What a part declares of itself need not be so.
      guard total <= part.size else { throw .damaged(name) }
      let isLast = count == 0
      if !body(UnsafeBufferPointer(rebasing: room[..<Int(count)]), isLast) || isLast { return }
    }
  }

  private func check(_ part: Part, _ name: String) throws(Fault) {
    if part.isEncrypted { throw .encrypted }
    guard part.size <= UInt64(Self.largestPart) else { throw .tooLarge(name, limit: Self.largestPart >> 20) }
    let ratio = part.size / max(1, part.packed)
    guard part.size <= UInt64(Self.smallPart) || ratio <= UInt64(Self.highestRatio) else {
      throw .tooDense(name, ratio: Int(ratio), limit: Self.highestRatio)
    }
  }
}
