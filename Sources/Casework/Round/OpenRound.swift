public import Diagnostics
public import Records
public import Rules
import FEEL
import Foundation
public import Workflow
import YAML

/// What a round is carried out with, read and held against each other.
struct RoundKit {
  let definition: WorkflowDefinition
  let acts: ActsFile
  let calendar: WorkCalendar
  let manifest: Manifest

  /// - Parameter calendars: a folder of calendar files, or one such file.
  /// - Returns: `nil` when a file is wrong; the log says what.
  init?(
    workflow: String, acts: String, calendars: String, rules: CompiledRuleSet, records: RecordBatch,
    log: inout DiagnosticLog
  ) throws(Desk.Unreadable) {
    let before = log.errorCount
    let desk = Desk()
    let workflowSource = try desk.source(workflow)
    let actsSource = try desk.source(acts)
    let workflowNode = Node.read(workflowSource, log: &log)
    let definition = workflowNode.flatMap { desk.workflow($0, rules: rules, log: &log) }
    let actsFile = Node.read(actsSource, log: &log).flatMap { ActsFile.read($0, log: &log) }
    let (calendar, calendarSources) = try desk.calendar(calendars, log: &log)
    var check = RoundCheck(rules)
    if let workflowNode { check.check(workflow: workflowNode) }
    if let actsFile { check.check(actsFile, records) }
    log.report(contentsOf: check.log.diagnostics)
    guard log.errorCount == before, let definition, let actsFile, let calendar else { return nil }
    self.definition = definition
    self.acts = actsFile
    self.calendar = calendar
    manifest = Manifest(
      workflow: workflowSource, records: records.source, acts: actsSource, calendars: calendarSources)
  }
}

extension Desk {
  /// Carries a batch through its workflow with the acts of a file, and keeps nothing.
  ///
  /// - Parameters:
  ///   - calendars: a folder of calendar files, or one such file.
  ///   - earlier: the registers whose titles are in the records, for the manifest.
  ///   - progress: told how many acts are done, of how many.
  /// - Returns: `nil` when a file is wrong; the log says what.
  public func run(
    workflow: String, acts: String, calendars: String, rules: CompiledRuleSet, records: RecordBatch,
    earlier: EarlierTitles? = nil, log: inout DiagnosticLog, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> (RoundRun, Manifest)? {
    let kit = try RoundKit(
      workflow: workflow, acts: acts, calendars: calendars, rules: rules, records: records, log: &log)
    guard let kit else { return nil }
    var runner = RoundRunner(
      kit.definition, calendar: kit.calendar, organization: kit.acts.organization, rules: rules, records: records)
    let run = try runner.carryOut(kit.acts.steps, progress: progress)
    if let year = run.batch.course?.provisionalAfter {
      log.report(Diagnostic(.beyondCalendars, at: nil, ["year": "\(year)"]))
    }
    for step in kit.acts.steps where step.verb == .publish {
      guard let day = step.at?.day, !kit.calendar.isWorkingDay(day) else { continue }
      let next = kit.calendar.workingDay(onOrAfter: day).value
      log.report(
        Diagnostic(
          .postedOnRestDay, at: step.place(of: "at"), ["day": day.description, "next": next.description]))
    }
    var manifest = kit.manifest
    manifest.earlier = earlier?.registers.compactMap(\.source) ?? []
    return (run, manifest)
  }

  /// The acts of a file, with the text that they are named by.
  public func acts(_ path: String, log: inout DiagnosticLog) throws(Unreadable) -> (ActsFile, Source)? {
    let source = try source(path)
    return Node.read(source, log: &log).flatMap { ActsFile.read($0, log: &log) }.map { ($0, source) }
  }

  /// One step of acts, as somebody wrote it; `nil` when it cannot be read.
  public func step(_ text: String, log: inout DiagnosticLog) -> Step? {
    Node.read(Source(name: "act", bytes: Array(text.utf8)), log: &log).flatMap { Step.read($0, log: &log) }
  }
}
