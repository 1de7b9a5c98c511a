import Diagnostics
import Foundation
import Rules
import TestSupport
import Testing

/// Whatever single character is lost from a shipped file, somebody is told what is wrong, or nothing is.
@Suite struct DeletionTests {
  private static let root = Checkout.root

  /// A debug build compiles some forty files a second: here every 97th character, at night all of them.
  private static let stride = Patience.hasTheNight ? 1 : 97

  @Test(arguments: [
    "2025/党员示范企业", "2025/党员先锋班组", "2025/红星工匠", "2026/党员示范企业", "2026/党员先锋班组", "2026/红星工匠",
    "2025/党建品牌", "2025/双培双带", "2025/坚强堡垒模范支部",
  ]) func 少一个字符(_ name: String) throws {
    let path = "rules/\(name).yaml"
    let sources = SourceCache(root: Self.root)
    let text = try #require(sources[path]).text
    for index in Swift.stride(from: name.utf8.count % Self.stride, to: text.unicodeScalars.count, by: Self.stride) {
      var scalars = text.unicodeScalars
      scalars.remove(at: scalars.index(scalars.startIndex, offsetBy: index))
      let damaged = Source(name: path, text: String(scalars))
      var log = DiagnosticLog()
      let rules = RuleSet.read(path, log: &log) { $0 == path ? damaged : sources[$0] }
      let compiled = rules?.compiled(log: &log)
      #expect((compiled == nil) == log.hasErrors, "character \(index)")
      // Whatever it is, it can be shown.
      _ = DiagnosticRenderer(language: .zh).render(log.sorted)
    }
  }
}

/// Files read once.
private struct SourceCache: Sendable {
  private let sources: [String: Source]

  init(root: URL) {
    let names = try? FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent("rules").path)
    var sources: [String: Source] = [:]
    for name in names ?? [] where name.hasSuffix(".yaml") {
      guard let data = try? Data(contentsOf: root.appendingPathComponent("rules/\(name)")) else { continue }
      sources["rules/\(name)"] = Source(name: "rules/\(name)", bytes: [UInt8](data))
    }
    self.sources = sources
  }

  subscript(path: String) -> Source? { sources[path] }
}
