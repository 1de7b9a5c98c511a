import Casework
import Diagnostics
import TestSupport
import Testing
import YAML

@Suite("改错一处的场景", .enabled(if: SharedScenarios.file != nil, "没有共享的场景文件 scenarios/workflow.yaml，跳过"))
struct AlteredScenarioTests {
  /// At night, all that there are.
  static let count = Patience.hasTheNight ? Int.max : 200

  /// What a copy may have altered in it; a kind that nothing is found for would prove nothing.
  static let kinds: Set<String> = [
    "accepted", "refused", "findings", "outbox", "refused_count", "log_count", "state_version", "def_version", "entry",
    "path", "log", "state", "active", "active.more", "active.less", "active.nobody", "active.nothing", "active.all",
    "closed", "closed.who", "tally", "due", "incident", "outcome", "table", "cases.state", "cases.active",
    "cases.active.more", "cases.active.nothing", "cases.active.all", "cases.closed", "cases.closed.who", "cases.due",
    "cases.outcome", "cases.stands_at",
  ]

  @Test("两百份副本各改错一个期望：份份都不通过，正是在那一步")
  func altered() throws {
    let text = try SharedScenarios.text()
    let copies = try ScenarioCopies(text, somebody: "citizen")
    let alterations = pick(copies.alterations)
    #expect(alterations.count == min(Self.count, copies.alterations.count))
    #expect(Set(alterations.map(\.kind)) == Self.kinds)
    for alteration in alterations {
      let copy = copies.copy(with: alteration)
      var log = DiagnosticLog()
      let file = try #require(try SharedScenarios.read(copy, log: &log))
      let place = "\(alteration.scenario) step \(alteration.step) \(alteration.kind): \(alteration.replacement)"
      #expect(log.diagnostics.isEmpty, "\(place) \(log.diagnostics.map { $0.text(.en) })")
      let failures = try ScenarioSession(file).run(only: [alteration.scenario]).flatMap(\.failures)
      #expect(!failures.isEmpty, "\(place) passes")
      #expect(failures.allSatisfy { ($0.step ?? 0) == alteration.step }, "\(place) fails elsewhere")
    }
  }

  /// As many of each kind as there can be, chosen in the same way each time.
  private func pick(_ all: [AlteredExpectation]) -> [AlteredExpectation] {
    var chance = SplitMix(seed: 2026)
    var byKind = Dictionary(grouping: all, by: \.kind).mapValues { $0.shuffled(using: &chance) }
    var picked: [AlteredExpectation] = []
    while picked.count < Self.count, byKind.values.contains(where: { !$0.isEmpty }) {
      for kind in byKind.keys.sorted() where picked.count < Self.count {
        if let alteration = byKind[kind]?.popLast() { picked.append(alteration) }
      }
    }
    return picked
  }
}

/// Copies of a scenario file that hold one scenario, and those that it builds on.
struct ScenarioCopies {
  private let bytes: [UInt8]
  private let head: Range<Int>
  private var places: [String: Range<Int>] = [:]
  private var bases: [String: [String]] = [:]
  let alterations: [AlteredExpectation]

  /// - Parameters:
  ///   - somebody: who is never asked anything.
  ///   - stages: of the workflow, where it stands in another file.
  init(_ text: String, somebody: String, stages: [String] = []) throws {
    bytes = Array(text.utf8)
    var log = DiagnosticLog()
    let root = try #require(Node.read(Source(name: "scenarios", text: text), log: &log))
    let scenarios = try #require(root["scenarios"]?.sequence)
    // Each begins at the hyphen of its line, and ends where the next one does.
    let starts = scenarios.map { $0.span.range.lowerBound - 2 } + [bytes.count]
    head = 0..<starts[0]
    for (index, scenario) in scenarios.enumerated() {
      let id = try #require(scenario["id"]?.scalar?.text)
      places[id] = starts[index]..<starts[index + 1]
      bases[id] = [scenario["def"]?["same_as"], scenario["after"]].compactMap { $0?.scalar?.text }
    }
    alterations = scenarios.flatMap { scenario in
      var finder = ExpectationAlterer(scenario, somebody: somebody, stages: stages)
      return finder.run()
    }
  }

  func copy(with alteration: AlteredExpectation) -> String {
    var ids = [alteration.scenario]
    var index = 0
    while index < ids.count {
      ids += (bases[ids[index]] ?? []).filter { !ids.contains($0) }
      index += 1
    }
    var text = Array(bytes[head])
    for id in ids.reversed() {
      guard let place = places[id] else { continue }
      guard id == alteration.scenario else {
        text += bytes[place]
        continue
      }
      text += bytes[place.lowerBound..<alteration.range.lowerBound]
      text += Array(alteration.replacement.utf8)
      text += bytes[alteration.range.upperBound..<place.upperBound]
    }
    return String(decoding: text, as: UTF8.self)
  }
}
