internal import Diagnostics
internal import FEEL
import Synchronization

/// One evaluation of a model: what has been decided so far, and what was noticed.
///
/// Functions that come out of it refer to it; so it may be asked from elsewhere while somebody else is done with it.
final class Run: Sendable {
  /// What a call of a function or a service takes beside its logic, in levels of FEEL.
  private static let levelsOfCall = 10

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

  /// Runs a body some levels further down; null when that is too deep.
  ///
  /// - Parameters:
  ///   - levels: of the logic that is run.
  ///   - depth: the levels in use where it is called, if the caller knows: functions of FEEL may be among them.
  func deeper(at span: Span, levels: Int, from depth: Int = 0, _ body: () -> Value) -> Value {
    let outer = state.withLock { state in
      defer { state.depth = max(state.depth, depth) + Run.levelsOfCall + levels }
      return state.depth
    }
    defer { state.withLock { $0.depth = outer } }
    return self.depth <= Frame.callDepthLimit ? body() : null(.tooDeepCalls, at: span)
  }

  /// The levels of nested calls that are in use.
  var depth: Int { state.withLock(\.depth) }

  func frame(_ layout: Layout) -> Frame {
    let frame = Frame(layout)
    frame.now = now
    frame.outerDepth = depth
    return frame
  }
}
