internal import Diagnostics

extension RangeValue {
  /// Reads a range whose ends are constants: `[18..21)`, `(>= date("2025-01-01"))`.
  public init?(_ text: String) {
    var log = DiagnosticLog()
    let layout = Layout()
    guard let expression = Expression.parse(Fragment(text), in: layout, log: &log), case .range = expression.tree.kind,
      let program = expression.compiled(in: layout, strictly: false, log: &log), !log.hasErrors,
      case .range(let range) = program.evaluate(Frame(layout))
    else { return nil }
    self = range
  }
}
