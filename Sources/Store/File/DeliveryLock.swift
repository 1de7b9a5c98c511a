import Foundation

/// Held by the one process that hands on the messages of a store. Whoever dies holds it no longer: a message that was under way is
/// handed on again.
public final class DeliveryLock {
  private let path: String
  private let file: Int32

  /// - Returns: `nil` while somebody else holds it.
  init?(beside store: String) throws(StoreFault) {
    path = store + ".delivering"
    while true {
      let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw [EACCES, EPERM, EROFS].contains(errno) ? .readOnly : .other(code: Int(errno)) }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        close(file)
        return nil
      }
      // Whoever held it before has taken the file away: then this one is nobody's lock.
      var (mine, there) = (stat(), stat())
      if fstat(file, &mine) == 0, stat(path, &there) == 0, mine.st_ino == there.st_ino {
        self.file = file
        return
      }
      close(file)
    }
  }

  deinit {
    unlink(path)
    close(file)
  }
}

extension Ledger {
  /// The right to hand on messages; `nil` while another process has it.
  public func deliveryLock() throws(StoreFault) -> DeliveryLock? { try DeliveryLock(beside: path) }
}
