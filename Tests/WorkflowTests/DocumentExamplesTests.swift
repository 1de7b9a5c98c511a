import Diagnostics
import Foundation
import Testing
import YAML

@testable import Workflow

@Suite("文档里的例子都读得通")
struct DocumentExamplesTests {
  @Test("docs/workflows.md")
  func examples() throws {
    let page = SharedFiles.checkout.appending(path: "docs/workflows.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let blocks = text.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(blocks.count == 3)
    for block in blocks {
      var log = DiagnosticLog()
      let node = try #require(Node.read(Source(name: "docs/workflows.md", text: block), log: &log))
      if node["stages"] != nil {
        #expect(WorkflowDefinition.read(node, log: &log) != nil)
      } else {
        #expect(ActsFile.read(node, log: &log) != nil)
      }
      #expect(log.diagnostics.isEmpty, "\(log.diagnostics.map { $0.text(.zh) })")
    }
  }
}
