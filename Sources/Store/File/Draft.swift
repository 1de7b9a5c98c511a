import Foundation

/// A store that is being made: beside its place, where it is put only once something stands in it. What fails leaves nothing behind,
/// and nobody finds one that is half made.
public struct Draft: Sendable {
  public let path: String
  private let place: String

  public init(for place: String) {
    self.place = place
    path = "\(place).new-\(getpid())"
    discard()
  }

  /// Puts it at its place. It must have been closed.
  ///
  /// - Returns: `false` when somebody else has put one there meanwhile; then this one is gone.
  public func settle() throws(StoreFault) -> Bool {
    defer { discard() }
    let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
    guard (log ?? 0) == 0 else { throw .unfinished }
    // A file system without hard links has only a move, which would overwrite what is there.
    if link(path, place) != 0 {
      if errno == EEXIST { return false }
      guard !FileManager.default.fileExists(atPath: place) else { return false }
      guard rename(path, place) == 0 else { throw errno == ENOSPC ? .full : .noPlace }
    }
    let folder = open(URL(fileURLWithPath: place).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
    return true
  }

  public func discard() { for end in ["", "-wal", "-shm", ".keys"] { unlink(path + end) } }
}
