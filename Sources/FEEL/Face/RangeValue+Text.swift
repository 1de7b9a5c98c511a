internal import Diagnostics

extension RangeValue {
  /// Reads a range whose ends are constants of one type, the lower first: `[18..21)`, `(>= date("2025-01-01"))`.
  public init?(_ text: String) {
    var log = DiagnosticLog()
    let layout = Layout()
    guard let expression = Expression.parse(Fragment(text), in: layout, log: &log),
      case .range(let low, _, let high, _) = expression.tree.kind, low?.isConstant ?? true, high?.isConstant ?? true,
      let program = expression.compiled(in: layout, log: &log),
      case .range(let range) = program.evaluate(Frame(layout)), range.ascends
    else { return nil }
    self = range
  }

  private var ascends: Bool {
    if low.isNull || high.isNull { return true }
    let frame = Frame(Layout())
    let order = frame.order(frame.cell(of: low), frame.cell(of: high))
    return low.type == high.type && (order == .less || order == .same)
  }
}

extension Tree {
  fileprivate var isConstant: Bool {
    switch kind {
    case .number, .string, .temporal: true
    case .negate(let operand): operand.isConstant
    case .call(_, .positional(let arguments)):
      arguments.allSatisfy { if case .string = $0.kind { true } else { false } }
    default: false
    }
  }
}
