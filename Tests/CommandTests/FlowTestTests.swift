import Foundation
import Testing

@Suite("flow test and flow diagram")
struct FlowTestTests {
  /// Two scenarios, the second of which expects what does not happen.
  static let scenarios = """
    org: {people: {甲: {}, 乙: {}}, roles: {office: [乙]}}
    calendars: {历: {holidays: [], workdays: [], covers: [2026]}}
    scenarios:
    - id: S1
      title: 通过
      def: {stages: [{id: apply, type: form, who: [甲], next: review}, {id: review, type: approve, who: [乙], next: approved}]}
      steps:
      - {do: submit, by: 甲, expect: {active: {review: [乙]}}}
    - id: S2
      title: 不通过
      def: {same_as: S1}
      steps:
      - {do: submit, by: 甲, expect: {active: {review: [甲]}, state: approved}}
      - {do: approve, by: 甲}

    """

  @Test("each failed step with its place, what was expected and what there was; the last line counts")
  func failed() throws {
    let scratch = try Scratch()
    let file = try scratch.file("场景.yaml", Self.scenarios)
    let result = try Program.run("flow", "test", file.path)
    #expect(result.code == 1 && result.complaints.isEmpty)
    #expect(
      result.output == """
        ✗ S2 不通过
          第 1 步 submit 甲  \(file.path):13:10
            state 应为 approved，实际是 running
            active 应为 {review: [甲]}，实际是 {review: [乙]}
          第 2 步 approve 甲  \(file.path):14:10
            refused 应为 无，实际是 NOT_ASSIGNEE（这里没有等您办理的事项）
        1 passed, 1 failed

        """)
    let english = try Program.run("flow", "test", file.path, "--lang", "en", "--save-restore")
    #expect(english.code == 1)
    #expect(
      english.output.contains("  step 1 submit 甲  \(file.path):13:10\n    state should be approved, but is running\n"))
    #expect(english.output.hasSuffix("\n1 passed, 1 failed\n"))
  }

  @Test("--only runs one; a folder's other files are left alone")
  func only() throws {
    let scratch = try Scratch()
    _ = try scratch.file("场景.yaml", Self.scenarios)
    _ = try scratch.file("流程.yaml", "stages: [{id: a, type: nonsense}]\n")
    let result = try Program.run("flow", "test", scratch.folder.path, "--only", "S1")
    #expect(result.code == 0 && result.complaints.isEmpty && result.output == "1 passed, 0 failed\n")
    let unknown = try Program.run("flow", "test", scratch.folder.path, "--only", "S3")
    #expect(unknown.code == 2 && unknown.complaints.contains("PX9051"))
  }

  @Test("what cannot be read is said at its place, and has not passed")
  func misspelt() throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "场景.yaml", Self.scenarios.replacing("{active: {review: [乙]}}", with: "{actve: {review: [乙]}}"))
    let result = try Program.run("flow", "test", file.path, "--only", "S1")
    #expect(result.code == 1 && result.complaints.contains("PX5001") && result.complaints.contains("场景.yaml:8:34"))
    #expect(result.output.hasSuffix("0 passed, 1 failed\n"))
    #expect(try Program.run("check", file.path).code == 1)
    #expect(try Program.run("flow", "check", file.path).code == 1)
  }

  @Test("what cannot run is exit code 2")
  func couldNotRun() throws {
    #expect(try Program.run("flow", "test", "没有.yaml").code == 2)
    let none = try Program.run("flow", "test", "docs")
    #expect(none.code == 2 && none.complaints.contains("PX9050"))
    let scratch = try Scratch()
    let broken = try scratch.file("坏.yaml", "scenarios: [\n")
    #expect(try Program.run("flow", "test", broken.path).code == 2)
    let absent = try scratch.file("缺.yaml", "workflow: 没有.yaml\nscenarios: []\n")
    let result = try Program.run("flow", "test", absent.path)
    #expect(result.code == 2 && result.complaints.contains("PX7002") && result.complaints.contains("没有.yaml"))
  }

  @Test("a picture goes to standard output or to a file; a workflow with errors is not drawn")
  func diagram() throws {
    let scratch = try Scratch()
    let shown = try Program.run("flow", "diagram", "workflows/红星工匠.yaml")
    #expect(shown.code == 0 && shown.complaints.isEmpty && shown.output.hasPrefix("<svg xmlns="))
    let path = scratch.folder.appendingPathComponent("图.svg")
    #expect(try Program.run("flow", "diagram", "workflows/红星工匠.yaml", "-o", path.path).output.isEmpty)
    #expect(try String(contentsOf: path, encoding: .utf8) == shown.output)
    let english = try Program.run("flow", "diagram", "workflows/红星工匠.yaml", "--lang", "en")
    #expect(english.output.contains(">secret vote</text>") && english.output != shown.output)
    let broken = try scratch.file("坏.yaml", "stages: [{id: a, type: form, who: [x], next: b}]\n")
    let refused = try Program.run("flow", "diagram", broken.path)
    #expect(refused.code == 2 && refused.output.isEmpty && refused.complaints.contains("PX5031"))
  }
}
