public import Diagnostics
import GRDB

/// Why the store did not do what it was asked: nothing of it has happened.
public enum StoreFault: Error, Sendable, Hashable {
  /// There is no store at this place, and none was to be made.
  case absent
  /// No file can be made at this place: there is no such folder, or no permission.
  case noPlace
  /// There is something that cannot be read: a folder, or without permission.
  case unreadable
  /// The file is something else.
  case foreign
  /// Written by a later version of the program.
  case newer(format: Int)
  /// Somebody else was writing for too long.
  case busy
  case full
  case readOnly
  /// It is to be read only, but what was written last has not been put into it yet, which takes a permission to write.
  case unfinished
  /// The file cannot be read as what it was written as.
  case damaged
  /// It is a store, but nothing of it can be read.
  case ruined
  /// A file that was stored, by its name, is gone or is another.
  case document(String)
  /// A command id that has been used before, by another act.
  case commandReused(String)
  /// A content with this key values has been registered before: one nominee, one award, one year.
  case claimed
  /// The key of a sealed box is gone, so that nobody can open it.
  case keyLost
  /// Anything else that SQLite or the system says, by its number.
  case other(code: Int)

  /// Why a store could not even be opened.
  init(opening error: any Error) {
    let fault = StoreFault(error)
    self = fault == .damaged ? .ruined : fault
  }

  init(_ error: any Error) {
    if case let fault as StoreFault = error {
      self = fault
      return
    }
    guard case let error as DatabaseError = error else {
      self = .other(code: 0)
      return
    }
    self =
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      case .SQLITE_FULL: .full
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
      case .SQLITE_CORRUPT: .damaged
      case .SQLITE_NOTADB: .foreign
      case .SQLITE_CANTOPEN: .unreadable
      // The file that SQLite shares between processes could not be made as large as it has to be.
      case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: .full
      default: .other(code: Int(error.extendedResultCode.rawValue))
      }
  }

  /// The sentence for command line, page and API.
  ///
  /// - Parameter isReading: whether nothing was to be recorded.
  public func diagnostic(path: String, isReading: Bool = false) -> Diagnostic {
    let arguments = ["path": path]
    switch self {
    case .busy where isReading: return Diagnostic(.storeBusyForReaders, at: nil, arguments)
    case .readOnly where isReading: return Diagnostic(.storeUnfinished, at: nil, arguments)
    case .unfinished: return Diagnostic(.storeUnfinished, at: nil, arguments)
    case .other(let code) where isReading:
      return Diagnostic(.storeUnreadableNow, at: nil, ["path": path, "code": "\(code)"])
    case .absent: return Diagnostic(.storeAbsent, at: nil, arguments)
    case .noPlace: return Diagnostic(.storeNoPlace, at: nil, arguments)
    case .unreadable: return Diagnostic(.storeUnreadable, at: nil, arguments)
    case .foreign: return Diagnostic(.storeForeign, at: nil, arguments)
    case .newer(let format):
      return Diagnostic(.storeNewer, at: nil, ["path": path, "format": "\(format)", "own": "\(Ledger.format)"])
    case .busy: return Diagnostic(.storeBusy, at: nil, arguments)
    case .full: return Diagnostic(.storeFull, at: nil, arguments)
    case .readOnly: return Diagnostic(.storeReadOnly, at: nil, arguments)
    case .damaged: return Diagnostic(.storeDamaged, at: nil, arguments)
    case .ruined: return Diagnostic(.storeRuined, at: nil, arguments)
    case .document(let name): return Diagnostic(.documentDamaged, at: nil, ["path": path, "name": name])
    case .commandReused(let id): return Diagnostic(.commandReused, at: nil, ["id": id])
    case .claimed: return Diagnostic(.alreadyClaimed, at: nil)
    case .keyLost: return Diagnostic(.boxKeyLost, at: nil, arguments)
    case .other(let code): return Diagnostic(.storeOther, at: nil, ["path": path, "code": "\(code)"])
    }
  }
}
