public import Diagnostics
public import Records
public import Rules
import FEEL
import Foundation
import Workflow
import YAML

extension Desk {
  /// Carries a batch through its workflow with the acts of a file.
  ///
  /// - Parameter calendars: a folder of calendar files, or one such file.
  /// - Returns: `nil` when a file is wrong; the log says what.
  public func run(
    workflow: String, acts: String, calendars: String, rules: CompiledRuleSet, records: RecordBatch,
    log: inout DiagnosticLog
  ) throws -> (RoundRun, Manifest)? {
    let before = log.errorCount
    let workflowSource = try source(workflow)
    let actsSource = try source(acts)
    let workflowNode = Node.read(workflowSource, log: &log)
    let definition = workflowNode.flatMap { self.workflow($0, rules: rules, log: &log) }
    let actsFile = Node.read(actsSource, log: &log).flatMap { ActsFile.read($0, log: &log) }
    let (calendar, calendarSources) = try calendar(calendars, log: &log)
    var check = RoundCheck(rules)
    if let workflowNode { check.check(workflow: workflowNode) }
    if let actsFile { check.check(actsFile, records) }
    log.report(contentsOf: check.log.diagnostics)
    guard log.errorCount == before, let definition, let actsFile, let calendar else { return nil }
    var runner = RoundRunner(
      definition, calendar: calendar, organization: actsFile.organization, rules: rules, records: records)
    let run = try runner.carryOut(actsFile.steps)
    if let year = run.batch.course?.provisionalAfter {
      log.report(Diagnostic(.beyondCalendars, at: nil, ["year": "\(year)"]))
    }
    return (
      run,
      Manifest(workflow: workflowSource, records: records.source, acts: actsSource, calendars: calendarSources)
    )
  }

}
