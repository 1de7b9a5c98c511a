import Diagnostics

/// How far something has come that takes longer than a second; on standard error, and only where people look at it.
final class ProgressBar {
  private let label: String
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var isShown = false
  private let isForPeople: Bool

  init(_ language: Language, zh: String, en: String) {
    label = language == .zh ? zh : en
    start = clock.now
    last = start
    isForPeople = Terminal.isWatched
  }

  /// Drawn from the second second on, ten times a second at most.
  func show(_ done: Int, of all: Int) {
    let now = clock.now
    guard isForPeople, all > 0, now - start > .seconds(1), now - last > .milliseconds(100) else { return }
    last = now
    isShown = true
    let filled = done * 30 / all
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    Terminal.complain("\r\(label) \(bar) \(done)/\(all)")
  }

  /// Takes the bar away again.
  func end() {
    if isShown { Terminal.complain("\r\u{1B}[2K") }
    isShown = false
  }
}
