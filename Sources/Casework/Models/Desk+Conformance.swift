public import DMN
public import Diagnostics
public import FEEL
import Foundation

/// What came of a folder of suites of the DMN conformance kit.
public struct Conformance: Sendable {
  public let results: [ConformanceResult]
  /// Suites whose model could not be read, with the number of their cases.
  public let skipped: [(suite: String, count: Int)]

  public var passedCount: Int { results.count(where: \.passed) }
  public var skippedCount: Int { skipped.reduce(0) { $0 + $1.count } }
}

extension Desk {
  /// Runs every suite under a folder: a file of test cases beside the model that it names, and beside what that imports.
  public func conformance(_ path: String, now: CivilDateTime, log: inout DiagnosticLog) throws(Unreadable)
    -> Conformance
  {
    var results: [ConformanceResult] = []
    var skipped: [(suite: String, count: Int)] = []
    for file in try files(under: [path], endingIn: [".xml"]) {
      guard let suite = ConformanceSuite.read(try source(file), log: &log) else { continue }
      let folder = (file as NSString).deletingLastPathComponent
      let name = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
      var modelLog = DiagnosticLog()
      guard let model = try model(suite.modelName, in: folder, log: &modelLog) else {
        log.report(contentsOf: modelLog.diagnostics)
        skipped.append((name, suite.cases.count))
        continue
      }
      results += suite.run(model, name: name, now: now)
    }
    return Conformance(results: results, skipped: skipped)
  }

  /// A model with what it may import: every other model in its folder.
  public func model(
    _ name: String, in folder: String, log: inout DiagnosticLog
  ) throws(Unreadable) -> DecisionModel? {
    let main = (folder as NSString).appendingPathComponent(name)
    guard let definitions = Definitions.read(try source(main), log: &log) else { return nil }
    guard !definitions.imports.isEmpty else { return DecisionModel(definitions, log: &log) }
    var others: [Definitions] = []
    for file in try files(under: [folder], endingIn: [".dmn"]) where file != main {
      // What is wrong with a model that nobody imports is not asked for.
      var scratch = DiagnosticLog()
      if let other = Definitions.read(try source(file), log: &scratch) { others.append(other) }
    }
    return DecisionModel(definitions, others: others, log: &log)
  }
}
