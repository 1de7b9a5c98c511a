import Diagnostics

/// How far something has come that takes longer than a second; on standard error, and only where people look at it.
final class ProgressBar {
  private let label: String
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var isShown = false
  private let isForPeople: Bool

  init(_ label: String, isQuiet: Bool) {
    self.label = label
    start = clock.now
    last = start
    isForPeople = !isQuiet && Terminal.isWatched
  }

  /// Drawn from the second second on, ten times a second at most.
  func show(_ done: Int, of all: Int) {
    guard isForPeople, all > 0 else { return }
    let now = clock.now
    guard now - start > .seconds(1), now - last > .milliseconds(100) else { return }
    last = now
    isShown = true
    let part = min(max(0, done), all)
    let filled = part * 30 / all
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    Terminal.complain("\r\(label) \(bar) \(part * 100 / all)%")
  }

  /// Takes the bar away again.
  func end() {
    if isShown { Terminal.complain("\r\u{1B}[2K") }
    isShown = false
  }
}

extension SharedOptions {
  /// Does something that may take its time, and shows how far it has come; the bar is gone before anything else is said.
  func withProgress<Value>(
    zh: String, en: String, _ body: ((Int, Int) -> Void) throws -> Value
  ) rethrows -> Value {
    let bar = ProgressBar(language == .zh ? zh : en, isQuiet: isQuiet)
    defer { bar.end() }
    return try body { bar.show($0, of: $1) }
  }
}
