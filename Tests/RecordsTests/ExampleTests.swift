import Diagnostics
import Foundation
import Records
import Rules
import Testing

/// The examples of the repository against the forms of their rule files.
@Suite struct ExampleTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// `2025/红星工匠` and the like.
  static let awards: [String] = {
    let years = ["2025", "2026"]
    return years.flatMap { year in
      let folder = root.appending(path: "examples/\(year)").path(percentEncoded: false)
      return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().map { "\(year)/\($0)" }
    }
  }()

  @Test(arguments: awards)
  func 示例没有错处_各种写法事实相同(_ award: String) throws {
    var log = DiagnosticLog()
    let rules = try #require(RuleSet.read("rules/\(award).yaml", log: &log) { Self.source($0) })
    var fingerprints: Set<[String]> = []
    for format in RecordFormat.allCases {
      guard let source = Self.source("examples/\(award)/records.\(format.rawValue)") else { continue }
      log = DiagnosticLog()
      let batch = RecordBatch.read(source, as: format, rules.schema, log: &log)
      let renderer = DiagnosticRenderer(language: .zh)
      #expect(renderer.render(log.diagnostics.filter { $0.severity == .error }) == "")
      #expect(!batch.records.isEmpty)
      fingerprints.insert(batch.records.map(\.fingerprint))
    }
    #expect(fingerprints.count == 1)
  }

  private static func source(_ path: String) -> Source? {
    let url = root.appending(path: path).standardizedFileURL
    return (try? Data(contentsOf: url)).map { Source(name: path, bytes: Array($0)) }
  }
}
