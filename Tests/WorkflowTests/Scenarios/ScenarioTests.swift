import Testing

@testable import Workflow

@Suite("流程场景", .enabled(if: SharedFiles.scenarios != nil, "没有共享的场景文件 scenarios/workflow.yaml，跳过"))
struct ScenarioTests {
  /// Those that pass today. One that is listed and fails is a failure; so is one that passes and is not listed.
  static let passing: Set<String> = [
    "W001", "W002", "W004", "W005", "W006", "W007", "W008", "W009", "W010", "W011", "W012", "W013", "W014", "W015",
    "W017", "W018", "W020", "W021", "W022", "W024", "W024b", "W027", "W029", "W030", "W031", "W032", "W033", "W034",
    "W035", "W036", "W037", "W038", "W039", "W040", "W043", "W044", "W045", "W046", "W047", "W050", "W051", "W052",
    "W053", "W054", "W055", "W056", "W057", "W058", "W058b", "W059", "W061", "W062", "W063", "W064", "W064b", "W064c",
    "W064d", "W065", "W066", "W068", "W069", "W070", "W071", "W073", "W075", "W076", "W077", "W080", "W081", "W082",
    "W083", "W084", "W085", "W086", "W087", "W088", "W089", "W090", "W091", "W092", "W093", "W095", "W096", "W097",
  ]

  /// What the machine does not do yet: each scenario with what it lacks.
  static let open: [String: String] = [
    "W094": "the store's hash chain"
  ]

  @Test("清单上的场景全部通过，清单外的确实还做不到")
  func scenarios() throws {
    for scenario in try #require(try ScenarioFile.read()).scenarios {
      let failures = outcome(scenario, savesAfterEachStep: false)
      if Self.passing.contains(scenario.id) {
        #expect(failures.isEmpty, "\(scenario.id) \(scenario.title)\n\(failures.joined(separator: "\n"))")
      } else {
        #expect(Self.open[scenario.id] != nil, "\(scenario.id) is in no list")
        #expect(!failures.isEmpty, "\(scenario.id) passes now: list it")
      }
    }
  }

  @Test("每一步之后存下再读回，什么也不变")
  func savedAndRestored() throws {
    for scenario in try #require(try ScenarioFile.read()).scenarios where Self.passing.contains(scenario.id) {
      let failures = outcome(scenario, savesAfterEachStep: true)
      #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }
  }

  @Test("跑场景的程序自己会发现不符：每个期望改一处，都要报出来")
  func theRunnerNotices() throws {
    let file = try #require(try ScenarioFile.read())
    for id in ["W001", "W029", "W066", "W077", "W097"] {
      let scenario = try #require(file.scenario(id))
      var run = try ScenarioRun(scenario)
      try run.run()
      let wrong = try #require(SharedFiles.node("{state: withdrawn, active: {x: [y]}, log_count: {enter: 99}}"))
      run.check(wrong, .tooLate, 1, "wrong")
      #expect(run.failures.count == 4, "\(run.failures)")
    }
  }

  private func outcome(_ scenario: Scenario, savesAfterEachStep: Bool) -> [String] {
    do {
      var run = try ScenarioRun(scenario)
      run.savesAfterEachStep = savesAfterEachStep
      try run.run()
      return run.failures
    } catch let error as NotSupported {
      return ["\(scenario.id): not supported: \(error.what)"]
    } catch {
      return ["\(scenario.id): \(error)"]
    }
  }
}
