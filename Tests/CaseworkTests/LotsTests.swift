import Casework
import Diagnostics
import Evaluation
import Outcomes
import Records
import Testing
import Workflow

@Suite("Lots, records by another name, and the planned day of posting")
struct LotsTests {
  @Test("the seed and the box give the lots, in whatever order the box is named")
  func lots() {
    let box = ["甲", "乙", "丙", "丁", "戊"]
    // By `printf '2025\n甲' | sha256sum` and so on: 2e0c…, aca5…, afd5…, cc82…, e65b….
    #expect(Lots(seed: "2025").draw(5, from: box) == ["戊", "丁", "甲", "乙", "丙"])
    #expect(Lots(seed: "2025").draw(2, from: box.reversed()) == ["戊", "丁"])
    #expect(Lots(seed: "2025").draw(9, from: box).count == 5 && Lots(seed: "2025").draw(0, from: box).isEmpty)
    let all = (0..<40).map { Lots(seed: "\($0)").draw(1, from: box)[0] }
    #expect(Set(all) == Set(box), "no name is favoured")
  }

  @Test("a draw with a seed is drawn again when the acts are carried out: lots that the seed does not give are refused")
  func wrongLots() throws {
    let round = try ExampleRound("党员示范企业", 2025).steps(
      """
      - {do: draw, by: 评选办经办人, stage: expert, seed: 某年, drawn: [评审专家1, 评审专家2, 评审专家3, 评审专家4, 评审专家5, 评审专家6, 评审专家7]}
      - {do: draw, by: 评选办经办人, stage: expert, seed: 某年}
      """)
    let result = try round.run()
    let run = try #require(result.run)
    let codes = run.refusedActs.compactMap { if case .facts(let said) = $0.cause { said.first?.code } else { nil } }
    #expect(codes == ["PX7145"] && run.refusedActs.count == 1)
    let draw = try #require(run.round.draws.last)
    #expect(draw.drawn.count == 7 && draw.pool.count == 15)
    #expect(draw.drawn == Lots(seed: "某年").draw(7, from: draw.pool))
  }

  @Test("a case may be about a record of another name")
  func otherNames() throws {
    let original = try ExampleRound("党员示范企业", 2025)
    // The case gets a name of its own everywhere in the acts; its record keeps its number.
    var renamed = original
    renamed.acts = original.acts.replacing("QY-2025-006申报人", with: "星辰申报人").replacing("QY-2025-006", with: "星辰")
      .replacing("  星辰: {by: 星辰申报人", with: "  星辰: {record: QY-2025-006, by: 星辰申报人")
      .replacing("seed: 星辰佐证抽查", with: "seed: QY-2025-006佐证抽查")
    let (before, after) = (try original.run().run, try renamed.run().run)
    let old = try #require(before?.batch.dossiers.first { $0.record.id == "QY-2025-006" })
    let new = try #require(after?.batch.dossiers.first { $0.record.id == "QY-2025-006" })
    #expect(new.outcome == old.outcome && new.ranked?.rank == old.ranked?.rank)
    #expect(new.history?.case == "星辰" && new.history?.stages.count == old.history?.stages.count)
    #expect(after?.refusedActs.count == before?.refusedActs.count)
  }

  @Test("a record that is nominated twice, and one that is not there, are pointed out at their own place")
  func namedWrongly() throws {
    let round = try ExampleRound("党员示范企业", 2025)
    let twice = round.replacing(
      \.acts, "  QY-2025-007: {by: QY-2025-007申报人", "  QY-2025-007: {record: QY-2025-006, by: QY-2025-007申报人")
    let said = try twice.findings()
    #expect(said.first == "PX7148 QY-2025-006" && said.dropFirst().map { $0.prefix(6) } == ["PX7131"])
    let unknown = round.replacing(
      \.acts, "  QY-2025-007: {by: QY-2025-007申报人", "  QY-2025-007: {record: QY-2025-099, by: QY-2025-007申报人")
    #expect(try unknown.findings().contains("PX7130 QY-2025-099"))
  }

  @Test("公示起日: from the plan until the notice is posted")
  func posting() throws {
    let round = try ExampleRound("党员示范企业", 2026)
    let run = try #require(try round.run().run)
    let planned = run.round.cases.values.compactMap { $0.data["公示起日"] }
    // 2026-12-01 的时间表：票决最迟 2027-02-05，公示在下一个工作日 02-08（暂定）。
    #expect(Set(planned) == [.text("2027-02-08")] && planned.count == run.round.order.count)
    let given = try #require(
      try round.replacing(\.acts, "{do: start, by: 评选办经办人,", "{do: start, by: 评选办经办人, data: {公示起日: 2027-02-19},")
        .run().run)
    #expect(Set(given.round.cases.values.compactMap { $0.data["公示起日"] }) == [.text("2027-02-19")])
  }

  @Test("a notice posted on a rest day is warned of")
  func restDay() throws {
    let round = try ExampleRound("党员示范企业", 2025)
      .replacing(
        \.acts, "publish, by: 评选办经办人, at: \"2026-02-11T09:00\"", "publish, by: 评选办经办人, at: \"2026-02-08T09:00\"")
    let said = try round.findings()
    #expect(said == ["PX7146 \"2026-02-08T09:00\""])
  }
}
