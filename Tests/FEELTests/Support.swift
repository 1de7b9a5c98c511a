import Diagnostics
import FEEL
import Testing

/// Names with values, as a layout and a frame.
struct World {
  var layout = Layout()
  private var values: [(Slot, Value)] = []

  init(_ values: [(String, Value)] = []) {
    for (name, value) in values { declare(name, value.type, value) }
  }

  mutating func declare(_ name: String, _ type: Type, _ value: Value = .null) {
    values.append((layout.declare(name, type), value))
  }

  var frame: Frame {
    let frame = Frame(layout)
    for (slot, value) in values { frame.set(slot, value) }
    return frame
  }

  /// The program, or what was said instead.
  func program(
    _ text: String, expecting: Type? = nil, input: Type? = nil, tests: Bool = false, strictly: Bool = true
  ) -> (Program?, DiagnosticLog) {
    var log = DiagnosticLog()
    let fragment = Fragment(text)
    let expression =
      tests
      ? Expression.parseUnaryTests(fragment, in: layout, log: &log)
      : Expression.parse(fragment, in: layout, log: &log)
    let program = expression?.compiled(
      in: layout, expecting: expecting, input: input, strictly: strictly, log: &log)
    return (program, log)
  }

  /// The value, by plain running and by explaining, which must agree.
  func value(
    _ text: String, strictly: Bool = true, _ location: SourceLocation = #_sourceLocation
  ) -> Value? {
    let (program, log) = program(text, strictly: strictly)
    guard let program else {
      Issue.record("\(text): \(log.described)", sourceLocation: location)
      return nil
    }
    let frame = frame
    let value = program.evaluate(frame)
    let explained = program.explain(frame).value
    #expect(value == explained, "\(text): evaluate and explain differ", sourceLocation: location)
    return value
  }
}

extension DiagnosticLog {
  /// `PX2104 "text" sentence` for each.
  var described: String {
    diagnostics.map { "\($0.code) “\($0.span?.text ?? "")” \($0.text(.zh))" }.joined(separator: "; ")
  }

  /// `PX2104 text` for each.
  var marks: [String] { diagnostics.map { "\($0.code) \($0.span?.text ?? "")" } }
}
