public import Records
public import Rules
import FEEL

extension Assessor {
  /// The cross checks that a record fails; a record that fails one takes no part.
  ///
  /// A check that reads a missing fact is not failed: the fact is asked for, not the check.
  public func failedChecks(_ record: Record) -> [CompiledCondition] {
    sheet.fill(record.values)
    return rules.checks.filter { $0.program.evaluate(sheet.frame) == .boolean(false) }
  }
}
