import Casework
import Diagnostics
import Foundation
import Testing

@Suite("流程场景", .enabled(if: SharedScenarios.file != nil, "没有共享的场景文件 scenarios/workflow.yaml，跳过"))
struct SharedScenarioTests {
  @Test("全部通过；每一步之后存下再读回，也全部通过", arguments: [false, true])
  func all(_ saving: Bool) throws {
    let path = try #require(SharedScenarios.file).path
    var log = DiagnosticLog()
    let files = try Desk().scenarioFiles([path], log: &log)
    #expect(log.diagnostics.isEmpty, "\(log.diagnostics.map { $0.text(.en) })")
    let results = try files.flatMap { try ScenarioSession($0, savesAfterEachStep: saving).run() }
    #expect(results.count == 85)
    let complaints = SharedScenarios.complaints(results)
    #expect(complaints.isEmpty, "\(complaints)")
  }
}
