public import Diagnostics
import FEEL

extension RuleSet {
  /// Types, programs and tables of the rule set.
  ///
  /// - Returns: `nil` when something is wrong; everything that is wrong stands in the log.
  public func compiled(log: inout DiagnosticLog) -> CompiledRuleSet? {
    let before = log.errorCount
    var compiler = RuleCompiler(self)
    let compiled = compiler.compile(log: &log)
    return log.errorCount == before ? compiled : nil
  }
}
