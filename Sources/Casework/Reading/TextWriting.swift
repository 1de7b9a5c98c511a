import Foundation

/// Writes texts; what goes wrong has its cause.
public enum TextWriting {
  /// Writes a file anew.
  public static func write(_ text: String, to path: String) throws(FileFault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw errno == ENOENT ? .folderAbsent : FileFault(errno) }
    defer { close(descriptor) }
    try write(text, to: descriptor)
  }

  /// Writes to an open file.
  public static func write(_ text: String, to descriptor: Int32) throws(FileFault) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileFault(errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Makes a folder with those around it, unless it is there.
  static func makeFolder(_ path: String) throws(FileFault) {
    var folder = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      folder += "\(part)/"
      if mkdir(folder, 0o755) == 0 || errno == EEXIST && isFolder(folder) { continue }
      throw FileFault(errno)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
