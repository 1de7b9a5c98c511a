import Diagnostics
import FEEL
import Workflow

/// A condition of a workflow, evaluated over a case's data (the machine itself evaluates nothing).
struct Guard {
  private let fragment: Fragment

  init(_ fragment: Fragment) { self.fragment = fragment }

  func answer(_ question: GuardQuestion) -> GuardAnswer {
    var layout = Layout()
    var values: [(FEEL.Slot, Value)] = []
    let counts = ["approvals": question.approvals, "rejections": question.rejections, "pending": question.pending]
    for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
      values.append((layout.declare(name, .number), Value.number(count)))
    }
    for (name, datum) in question.data.sorted(by: { $0.key < $1.key }) {
      values.append((layout.declare(name, .any), datum.untyped))
    }
    var log = DiagnosticLog()
    guard let program = Expression.parse(fragment, in: layout, log: &log)?.compiled(in: layout, log: &log) else {
      // A name that the data do not have is the only thing that load could not have found.
      return .unknown(name: log.diagnostics.first?.arguments["name"] ?? fragment.text)
    }
    let frame = Frame(layout)
    for (slot, value) in values { frame.set(slot, value) }
    switch program.evaluate(frame) {
    case .boolean(true): return .holds
    case .boolean(false): return .fails
    default: return .unknown(name: program.reads.names.first ?? fragment.text)
    }
  }
}

extension Datum {
  /// As FEEL sees it without a declared type.
  fileprivate var untyped: Value {
    switch self {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .number(let text): Decimal(text).map(Value.number) ?? .null
    case .text(let text): .string(text)
    case .list(let data): .list(data.map(\.untyped))
    case .record(let members):
      .context(Context(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.untyped) }))
    }
  }
}
