internal import Diagnostics
internal import FEEL
import Synchronization

/// One evaluation of a model: what has been decided so far, and what was noticed.
///
/// Functions that come out of it refer to it; so it may be asked from elsewhere while somebody else is done with it.
final class Run: Sendable {
  /// Calls of functions, services and decisions within each other.
  static let deepest = 96

  let model: DecisionModel
  let now: CivilDateTime?
  private let state = Mutex(State())

  private struct State {
    var depth = 0
    var isExplaining = false
    var diagnostics: [Diagnostic] = []
  }

  init(_ model: DecisionModel, now: CivilDateTime?) {
    self.model = model
    self.now = now
  }

  var diagnostics: [Diagnostic] { state.withLock(\.diagnostics) }

  func report(_ diagnostic: Diagnostic) {
    state.withLock { state in
      if !state.isExplaining, state.diagnostics.count < 1_000 { state.diagnostics.append(diagnostic) }
    }
  }

  /// Why a program gave null. Finding out evaluates it again; what it calls has said its reasons the first time, and is
  /// not asked for them again: each level of calls would double the work.
  func nullReason(_ program: Program, _ frame: Frame) -> NullReason? {
    let isFirst = state.withLock { state in
      defer { state.isExplaining = true }
      return !state.isExplaining
    }
    guard isFirst else { return nil }
    defer { state.withLock { $0.isExplaining = false } }
    return program.nullReason(frame)
  }

  /// Null, and why.
  func null(_ message: Message, at span: Span, _ arguments: [String: String] = [:]) -> Value {
    report(Diagnostic(message, at: span, arguments))
    return .null
  }

  /// Runs a body one level further down; null when that is too deep.
  func deeper(at span: Span, _ body: () -> Value) -> Value {
    let isFine = state.withLock { state in
      state.depth += 1
      return state.depth <= Run.deepest
    }
    defer { state.withLock { $0.depth -= 1 } }
    return isFine ? body() : null(.tooDeepCalls, at: span)
  }

  func frame(_ layout: Layout) -> Frame {
    let frame = Frame(layout)
    frame.now = now
    return frame
  }
}
