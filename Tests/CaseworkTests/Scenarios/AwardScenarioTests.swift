import Casework
import Diagnostics
import Foundation
import TestSupport
import Testing
import YAML

/// The scenarios that lie beside the workflows, for those who change them.
@Suite("三个奖项的流程场景")
struct AwardScenarioTests {
  static let awards = ["党员示范企业", "党员先锋班组", "红星工匠"]

  private func path(_ award: String) -> String {
    Checkout.root.appending(path: "workflows/\(award).scenarios.yaml").path
  }

  @Test("全部通过，存下再读回也通过", arguments: awards)
  func pass(_ award: String) throws {
    var log = DiagnosticLog()
    let files = try Desk().scenarioFiles([path(award)], log: &log)
    #expect(log.diagnostics.isEmpty, "\(log.diagnostics.map { $0.text(.zh) })")
    for saving in [false, true] {
      let results = try files.flatMap { try ScenarioSession($0, savesAfterEachStep: saving).run() }
      #expect(results.count > 2)
      let complaints = SharedScenarios.complaints(results)
      #expect(complaints.isEmpty, "\(complaints)")
    }
  }

  @Test("改错任何一个期望，都在那一步报出来", arguments: awards)
  func notice(_ award: String) throws {
    let text = try String(contentsOfFile: path(award), encoding: .utf8)
    // The copies lie elsewhere, and name the same files.
    let placed = text.replacing("workflow: ", with: "workflow: \(Checkout.root.path)/workflows/")
      .replacing("../calendars", with: "\(Checkout.root.path)/calendars")
    let copies = try ScenarioCopies(placed, somebody: "路人", stages: ["archive", "apply"])
    #expect(copies.alterations.count > 50)
    for alteration in copies.alterations {
      var log = DiagnosticLog()
      let file = try #require(
        try SharedScenarios.read(copies.copy(with: alteration), log: &log))
      let place = "\(alteration.scenario) step \(alteration.step) \(alteration.kind): \(alteration.replacement)"
      #expect(log.diagnostics.isEmpty, "\(place) \(log.diagnostics.map { $0.text(.en) })")
      let failures = try ScenarioSession(file).run(only: [alteration.scenario]).flatMap(\.failures)
      #expect(!failures.isEmpty, "\(place) passes")
      #expect(failures.allSatisfy { ($0.step ?? 0) == alteration.step }, "\(place) fails elsewhere")
    }
  }
}
