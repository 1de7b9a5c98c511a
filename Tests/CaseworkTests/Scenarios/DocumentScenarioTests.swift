import Casework
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("docs/scenarios.md 里的例子都跑得通")
struct DocumentScenarioTests {
  @Test("每一段都读得懂，都通过")
  func examples() throws {
    let text = try String(contentsOf: Checkout.root.appending(path: "docs/scenarios.md"), encoding: .utf8)
    let blocks = text.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(blocks.count == 2)
    for block in blocks {
      var log = DiagnosticLog()
      let file = try #require(try SharedScenarios.read(block, log: &log))
      #expect(log.diagnostics.isEmpty, "\(log.diagnostics.map { $0.text(.zh) })")
      let results = try ScenarioSession(file).run()
      #expect(!results.isEmpty)
      let complaints = SharedScenarios.complaints(results)
      #expect(complaints.isEmpty, "\(complaints)")
    }
  }
}
