import Diagnostics
import Foundation
import Records
import Rules
import TestSupport
import Testing

/// The examples of the repository against the forms of their rule files.
@Suite struct ExampleTests {
  static let root = Checkout.root

  /// `2025/红星工匠` and the like.
  static let awards: [String] = {
    let years = ["2025", "2026"]
    return years.flatMap { year in
      let folder = root.appending(path: "examples/\(year)").path(percentEncoded: false)
      return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().map { "\(year)/\($0)" }
    }
  }()

  /// Some examples hold records that are to be refused; whatever the format, the same ones for the same reasons.
  @Test(arguments: awards)
  func 各种写法事实相同(_ award: String) throws {
    var log = DiagnosticLog()
    let rules = try #require(RuleSet.read("rules/\(award).yaml", log: &log) { Self.source($0) })
    var taken: Set<[String]> = []
    var refused: Set<[String]> = []
    for format in RecordFormat.allCases {
      guard let source = Self.source("examples/\(award)/records.\(format.rawValue)") else { continue }
      let batch = RecordBatch.read(source, as: format, rules.schema, log: &log)
      #expect(!batch.records.isEmpty)
      taken.insert(batch.records.map(\.fingerprint))
      refused.insert(
        batch.refused.map { refusal in
          "\(refusal.ordinal) \(refusal.diagnostics.filter { $0.severity > .note }.map(\.code).sorted())"
        })
    }
    #expect(taken.count == 1)
    #expect(refused.count == 1)
  }

  private static func source(_ path: String) -> Source? {
    let url = root.appending(path: path).standardizedFileURL
    return (try? Data(contentsOf: url)).map { Source(name: path, bytes: Array($0)) }
  }
}
