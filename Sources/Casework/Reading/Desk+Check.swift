public import Diagnostics
import Foundation
import Records
import Rules
import Workflow
import YAML

extension Desk {
  /// The files meant by paths: a folder stands for every file with one of the endings in it, at any depth, in the order
  /// of names.
  public func files(
    under paths: [String], endingIn endings: [String] = [".yaml", ".yml"]
  ) throws(Unreadable) -> [String] {
    var files: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw Unreadable(path: path) }
      guard isFolder.boolValue else {
        files.append(path)
        continue
      }
      // Of a link to a folder nothing would be listed.
      let folder = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      guard let found = FileManager.default.enumerator(atPath: folder) else { throw Unreadable(path: path) }
      let names = found.compactMap { $0 as? String }.filter { name in endings.contains { name.hasSuffix($0) } }
      files += names.sorted().map { (path.hasSuffix("/") ? path : path + "/") + $0 }
    }
    return files
  }

  /// Checks each file as what it is: a rule set, a shared part, a workflow, scenarios, a calendar, acts, or plain YAML.
  ///
  /// - Returns: how many were checked by half: of records and of tests it is the YAML alone.
  public func check(_ files: [String], log: inout DiagnosticLog) throws(Unreadable) -> Int {
    var shelf = CalendarShelf()
    var half = 0
    for file in files {
      if try !check(file, &shelf, log: &log) { half += 1 }
    }
    return half
  }

  private func check(
    _ path: String, _ shelf: inout CalendarShelf, log: inout DiagnosticLog
  ) throws(Unreadable) -> Bool {
    // Records are read here without the rules that say what in them is sensitive; numbers of persons always are.
    var source = try source(path)
    if ResidentNumber.occurs(in: source) { source = source.confidential }
    var found = DiagnosticLog()
    let isWhole = try check(source, path, &shelf, log: &found)
    log.report(
      contentsOf: source.isConfidential ? found.diagnostics.map(\.hidingResidentNumbers) : found.diagnostics)
    return isWhole
  }

  private func check(
    _ source: Source, _ path: String, _ shelf: inout CalendarShelf, log: inout DiagnosticLog
  ) throws(Unreadable) -> Bool {
    guard let node = Node.read(source, log: &log) else { return true }
    let kind = Kind(node)
    switch kind {
    case .rules: _ = try rules(path, log: &log)
    case .rulesPart: RuleSet.checkPart(path, log: &log) { try? self.source($0) }
    case .workflow: _ = workflow(node, log: &log)
    case .scenarios: _ = try scenarios(node, log: &log)
    case .calendar: _ = shelf.read(node, log: &log)
    case .acts: _ = ActsFile.read(node, log: &log)
    case .other: break
    }
    return kind != .other
  }

  private enum Kind {
    case rules, rulesPart, workflow, scenarios, calendar, acts, other

    init(_ node: Node) {
      let keys = Set((node.mapping ?? []).map(\.keyText))
      if keys.contains("scenarios") {
        self = .scenarios
      } else if keys.contains("stages") {
        self = .workflow
      } else if keys.contains("holidays") {
        self = .calendar
      } else if keys.contains("steps") {
        self = .acts
      } else if keys.contains("records") || keys.contains("clauses") || keys.contains("rules") {
        self = .other
      } else if keys.contains("award") || keys.contains("extends") || keys.contains("edition") {
        self = .rules
      } else if !keys.isDisjoint(with: RuleSet.partKeys) {
        self = .rulesPart
      } else {
        // What is neither is taken for a rule file with its first line missing, so that somebody says so.
        self = keys.isEmpty ? .other : .rules
      }
    }
  }
}
