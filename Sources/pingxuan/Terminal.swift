import Foundation

/// Data go to standard output, everything else to standard error.
enum Terminal {
  static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  static func complain(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  static var showsColor: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }

  static func end(_ code: Int32) -> Never { exit(code) }
}
