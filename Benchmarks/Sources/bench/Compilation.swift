import Diagnostics
import FEEL

/// From a text to a program.
enum Compilation {
  /// Sixty characters.
  private static let text = "党龄年 >= 1 and 年龄 in [18..60] and 技能等级 in (\"高级技师\", \"技师\") or 专利数 > 3"

  /// Reading, checking and compiling one expression: the best of several rounds.
  static func microseconds(rounds: Int = 7, times: Int = 2_000) -> Double {
    var layout = Layout()
    for field in Criteria.fields { layout.declare(field.name, field.type) }
    precondition(text.count >= 60)
    let best = (0..<rounds).map { _ in
      ContinuousClock().measure {
        for _ in 0..<times {
          var log = DiagnosticLog()
          let program = Expression.parse(Fragment(text), in: layout, log: &log)?.compiled(in: layout, log: &log)
          precondition(program != nil)
        }
      }.seconds
    }.min()
    return ((best ?? 0) * 1e7 / Double(times)).rounded() / 10
  }
}
