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
    let definition = Node.read(workflowSource, log: &log).flatMap { WorkflowDefinition.read($0, log: &log) }
    let actsFile = Node.read(actsSource, log: &log).flatMap { ActsFile.read($0, log: &log) }
    let (calendar, calendarSources) = try calendar(calendars, log: &log)
    for heading in actsFile?.heading ?? [] {
      log.report(contentsOf: rules.mismatch(heading.name, heading.text, at: heading.span))
    }
    if let actsFile { checkData(of: actsFile.steps, against: rules.schema, log: &log) }
    guard log.errorCount == before, let definition, let actsFile, let calendar else { return nil }
    var runner = RoundRunner(
      definition, calendar: calendar, organization: actsFile.organization, rules: rules, records: records)
    let run = try runner.carryOut(actsFile.steps)
    return (
      run,
      Manifest(workflow: workflowSource, records: records.source, acts: actsSource, calendars: calendarSources)
    )
  }

  /// All years together.
  private func calendar(
    _ path: String, log: inout DiagnosticLog
  ) throws(Unreadable) -> (WorkCalendar?, [Source]) {
    var merged: WorkCalendar?
    var sources: [Source] = []
    for file in try files(under: [path]) {
      let source = try source(file)
      sources.append(source)
      guard let node = Node.read(source, log: &log), let year = WorkCalendar.read(node, log: &log) else { continue }
      merged = merged?.merging(year) ?? year
    }
    if sources.isEmpty { log.report(Diagnostic(.noCalendar, at: nil, ["path": path])) }
    return (merged, sources)
  }

  /// What acts say of the record must be fields of it, with values that fit.
  private func checkData(of steps: [Step], against schema: RecordSchema, log: inout DiagnosticLog) {
    for step in steps {
      for (name, datum) in step.command.data.sorted(by: { $0.key < $1.key }) {
        guard let field = schema[name] else {
          log.report(Diagnostic(.unknownField, at: step.span, ["field": name]))
          continue
        }
        if datum.value(of: field) == nil {
          log.report(Diagnostic(.badDatum, at: step.span, ["field": name, "value": "\(datum)"]))
        }
      }
    }
  }
}
