import FEEL
import Casework
import Foundation

/// Data go to standard output, everything else to standard error.
enum Terminal {
  static func write(_ text: String) throws(FileFault) { try TextWriting.write(text, to: STDOUT_FILENO) }

  /// Where even that cannot be said, there is nobody to say it to.
  static func complain(_ text: String) {
    do {
      try TextWriting.write(text, to: STDERR_FILENO)
    } catch {}
  }

  /// All of standard input; nothing when it is closed.
  static func read() -> String {
    let data = try? FileHandle.standardInput.readToEnd()
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  static var showsColor: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }

  /// Whether somebody looks at standard error, who sees a line that changes.
  static var isWatched: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// The one place that knows a clock: local time with its offset.
  static var now: CivilDateTime {
    let date = Date()
    let offset = TimeZone.current.secondsFromGMT(for: date)
    let zone = CivilZone(offsetSeconds: offset) ?? .utc
    let seconds = date.timeIntervalSince1970
    let whole = Int64(seconds.rounded(.down))
    return CivilDateTime(
      epochSeconds: whole, nanosecond: Int((seconds - Double(whole)) * 1_000_000) * 1_000, zone: zone)
      ?? CivilDateTime(date: CivilDate(epochDays: 0)!, time: .midnight)
  }

  /// Whether a file may be run as a program; if it is a script, what it is run with is not looked at.
  static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: path)
  }

  /// Runs a program with one argument and something to read; whether it ended well.
  static func run(_ program: String, _ argument: String, input: String) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [argument]
    let pipe = Pipe()
    process.standardInput = pipe
    // Somebody who does not read what is written to him must not end us.
    signal(SIGPIPE, SIG_IGN)
    do {
      try process.run()
    } catch {
      throw UsageError(.notAProgram, ["name": program])
    }
    try? pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try? pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus == 0 && process.terminationReason == .exit
  }

  static func end(_ code: Int32) -> Never { exit(code) }
}
