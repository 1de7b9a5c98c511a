import Casework
import DMN
import Diagnostics
import FEEL
import Foundation
import TestSupport
import Testing

/// The DMN conformance kit, where it is at hand. What is left out of it stands in docs/dmn-conformance.md.
@Suite("DMN conformance", .enabled(if: Kit.folder != nil, "the conformance kit (shared/tck) is not here"))
struct ConformanceTests {
  private static let now = CivilDateTime("2026-06-15T12:00:00+08:00")!

  @Test("everything passes but what the page leaves out")
  func kit() throws {
    var log = DiagnosticLog()
    let folder = try #require(Kit.folder)
    let conformance = try Desk().conformance(folder.path, now: Self.now, log: &log)
    #expect(conformance.skipped.isEmpty)
    #expect(conformance.results.count == 3_391)
    let failed = Set(conformance.results.filter { !$0.passed }.map { "\($0.suite) \($0.id)" })
    let leftOut = try Kit.leftOut()
    #expect(failed.subtracting(leftOut) == [], "fails, and does not stand on the page")
    #expect(leftOut.subtracting(failed) == [], "stands on the page, and passes")
  }

  /// A hundred suites in each of which one expected value has been altered: that case fails, and no other.
  @Test("an altered expectation is noticed, at its own case")
  func altered() throws {
    var chance = SplitMix(seed: 20_261_125)
    let suites = try Kit.suites().filter { !$0.name.hasPrefix("0076") }
    var round = 0
    while round < 100 {
      let suite = suites[Int(chance.next() % UInt64(suites.count))]
      var log = DiagnosticLog()
      let plain = try #require(ConformanceSuite.read(Source(name: suite.name, text: suite.text), log: &log))
      let ids = plain.cases.map(\.id)
      let id = ids[Int(chance.next() % UInt64(ids.count))]
      // Some cases expect nothing, or share their id.
      guard ids.count(where: { $0 == id }) == 1, let text = Alteration.alter(suite.text, caseID: id, &chance) else {
        continue
      }
      round += 1
      let changed = try #require(ConformanceSuite.read(Source(name: suite.name, text: text), log: &log))
      let read = try Desk().model(plain.modelName, in: suite.folder.path, log: &log)
      let model = try #require(read)
      let failed = changed.run(model, name: suite.name, now: Self.now).filter { !$0.passed }.map(\.id)
      #expect(failed == [id], "round \(round): \(suite.name)")
    }
  }
}

/// Where the kit lies, and what is left out of it.
private enum Kit {
  static var folder: URL? {
    let folder = Checkout.shared?.appending(path: "tck")
    return folder.flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }
  }

  /// The rows of the table: suite, case.
  static func leftOut() throws -> Set<String> {
    let page = try String(contentsOf: Checkout.root.appending(path: "docs/dmn-conformance.md"), encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| 0") || $0.hasPrefix("| 1") }
    return Set(
      rows.map { row in
        row.split(separator: "|").prefix(2).map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
      })
  }

  struct Suite {
    let name: String
    let folder: URL
    let text: String
  }

  static func suites() throws -> [Suite] {
    guard let folder else { return [] }
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xml") }
    return try paths.sorted().map { path in
      let file = folder.appending(path: path)
      return Suite(
        name: file.deletingPathExtension().lastPathComponent, folder: file.deletingLastPathComponent(),
        text: try String(contentsOf: file, encoding: .utf8))
    }
  }
}

/// Changes one expected value in the text of a suite.
private enum Alteration {
  static func alter(_ text: String, caseID: String, _ chance: inout SplitMix) -> String? {
    let pattern = "<testCase[^>]*\\bid=\"\(NSRegularExpression.escapedPattern(for: caseID))\"[\\s\\S]*?</testCase>"
    guard let whole = text.range(of: pattern, options: .regularExpression),
      let expected = text[whole].range(of: "<expected[\\s\\S]*</expected>", options: .regularExpression)
    else { return nil }
    let values = ranges(of: "<value[^>]*/>|<value[^>]*>[^<]*</value>", in: text[expected])
    guard !values.isEmpty else { return nil }
    let range = values[Int(chance.next() % UInt64(values.count))]
    return text.replacingCharacters(in: range, with: altered(String(text[range])))
  }

  private static func ranges(of pattern: String, in text: Substring) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var rest = text
    while let range = rest.range(of: pattern, options: .regularExpression) {
      found.append(range)
      rest = rest[range.upperBound...]
    }
    return found
  }

  private static func altered(_ value: String) -> String {
    func inner() -> String {
      guard let open = value.firstIndex(of: ">"), let close = value.range(of: "</") else { return "" }
      return String(value[value.index(after: open)..<close.lowerBound])
    }
    let tag = value.prefix { $0 != ">" }
    if value.contains("nil=\"true\"") { return "<value xsi:type=\"xsd:string\">altered</value>" }
    switch true {
    case tag.contains("boolean"):
      return "<value xsi:type=\"xsd:boolean\">\(inner().contains("true") ? "false" : "true")</value>"
    case tag.contains("decimal"), tag.contains("double"):
      let number = Decimal(inner().trimmingCharacters(in: .whitespacesAndNewlines)) ?? .zero
      return "<value xsi:type=\"xsd:decimal\">\(number.adding(.one) ?? .zero)</value>"
    default:
      return "<value xsi:type=\"xsd:string\">\(inner())~</value>"
    }
  }
}
