import Casework
import Diagnostics
import Evaluation
import Outcomes
import Records
import Rules
import Testing
import Workflow

/// The example rounds, from the notice to the archive.
@Suite("Whole rounds")
struct RoundTests {
  private func run(_ award: String, _ year: Int) throws -> RoundRun {
    let (run, log) = try ExampleRound(award, year).run()
    return try #require(run, "\(DiagnosticRenderer(language: .en).render(log.sorted))")
  }

  @Test("2025: every case ends, with its history", arguments: ["党员示范企业", "党员先锋班组", "红星工匠"])
  func complete(_ award: String) throws {
    let run = try run(award, 2025)
    #expect(run.round.state == .ended)
    for dossier in run.batch.dossiers {
      let history = try #require(dossier.history, "\(dossier.record.id) has no history")
      #expect(history.state.isFinal, "\(dossier.record.id) is still \(history.state)")
      #expect(!history.stages.isEmpty)
      #expect(history.outcome == dossier.outcome)
    }
    let outcomes = Set(run.batch.dossiers.map(\.outcome))
    #expect(
      outcomes.isSuperset(of: [
        .named, .reserve, .voteFailed, .belowLine, .capped, .belowMinimum, .ineligible, .vetoed, .notAccepted,
        .withdrawn, .cancelled,
      ]), "\(outcomes)")
    let seats = try #require(run.batch.selection?.seats)
    #expect(run.batch.dossiers.count { $0.outcome == .named } <= seats)
    let codes = Set(run.refusedActs.compactMap(\.refusal?.code))
    #expect(codes.isSuperset(of: [.reasonRequired, .notAssignee]))
  }

  @Test("2026 runs into a year without a calendar: nothing is published", arguments: ["党员示范企业", "党员先锋班组", "红星工匠"])
  func provisional(_ award: String) throws {
    let run = try run(award, 2026)
    let outcomes = Set(run.batch.dossiers.map(\.outcome))
    #expect(outcomes.contains(.selected))
    #expect(!outcomes.contains(.named))
  }

  @Test("the same acts give the same round")
  func deterministic() throws {
    let first = try run("党员示范企业", 2025)
    let second = try run("党员示范企业", 2025)
    #expect(first.events == second.events)
    #expect(Round(first.events) == first.round)
  }
}
