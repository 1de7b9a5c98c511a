import Diagnostics
import Foundation

/// Why a file cannot be read or written.
public enum FileFault: Error, Sendable, Hashable {
  case absent, folderAbsent, isFolder, isNoFolder, noPermission, readOnly, full, closed
  /// Anything else, with the number that the system gives it.
  case other(Int32)

  /// What an `errno` says.
  public init(_ code: Int32) {
    self =
      switch code {
      case ENOENT: .absent
      case EISDIR: .isFolder
      case ENOTDIR, EEXIST: .isNoFolder
      case EACCES, EPERM: .noPermission
      case EROFS: .readOnly
      case ENOSPC, EDQUOT, EFBIG: .full
      case EBADF, EPIPE: .closed
      default: .other(code)
      }
  }

  /// Why the file under a path could not be read.
  init(reading path: String) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      self = .isFolder
      return
    }
    let descriptor = open(path, O_RDONLY)
    self = descriptor < 0 ? FileFault(errno) : .other(EIO)
    if descriptor >= 0 { close(descriptor) }
  }

  /// For messages: `cause_zh` and `cause_en`.
  public var arguments: [String: String] {
    var number: [String: String] = [:]
    if case .other(let code) = self { number["number"] = "\(code)" }
    return ["cause_zh": phrase.text(.zh, number), "cause_en": phrase.text(.en, number)]
  }

  private var phrase: Phrase {
    switch self {
    case .absent: .fileAbsent
    case .folderAbsent: .folderAbsent
    case .isFolder: .fileIsFolder
    case .isNoFolder: .fileIsNoFolder
    case .noPermission: .fileForbidden
    case .readOnly: .fileReadOnly
    case .full: .fileFull
    case .closed: .fileClosed
    case .other: .fileOther
    }
  }
}
