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

  static func end(_ code: Int32) -> Never { exit(code) }
}
