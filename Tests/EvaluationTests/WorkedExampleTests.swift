import Diagnostics
import Evaluation
import FEEL
import Rules
import Testing
import YAML

/// Two nominees worked out by hand, item by item.
@Suite struct WorkedExampleTests {
  @Test func 星辰航空部件有限公司() throws {
    let assessment = try check(
      ClauseFile("党员示范企业", 2025), conditions: 11, vetoes: 17,
      items: [
        ("A1", "5"), ("A2", "6"), ("A3", "6"), ("A4", "6"), ("A5", "4.5"), ("A6", "4.5"), ("A7", "3.5"), ("B1", "6"),
        ("B2", "4"), ("B3", "4"), ("B4", "4"), ("B5", "3"), ("C1", "5"), ("C2", "5"), ("C3", "3"), ("C4", "2"),
        ("D1", "3"), ("D2", "5.34"),
      ])
    #expect(points(of: "QY-J1", assessment) == Decimal(2))
    #expect(points(of: "QY-J3", assessment) == Decimal("0.5"))
    #expect(assessment.score?.subtotal == Decimal("79.84"))
    #expect(assessment.score?.bonus?.points == Decimal("2.5"))
    #expect(assessment.score?.total == Decimal("82.34"))
  }

  @Test func 主题党日少一次() throws {
    let file = try ClauseFile("党员示范企业", 2025)
    var log = DiagnosticLog()
    let eleven = try #require(Node.read(Source(name: "change.yaml", text: "11"), log: &log))
    let assessment = try #require(file.assess(file.record([("主题党日次数", eleven)]), Assessor(file.rules)))
    #expect(points(of: "A2", assessment) == Decimal(4))
    #expect(assessment.score?.total == Decimal("80.34"))
  }

  @Test func 复材铺层一班() throws {
    let assessment = try check(
      ClauseFile("党员先锋班组", 2025), conditions: 9, vetoes: 21,
      items: [
        ("A1", "6"), ("A2", "6"), ("A3", "6"), ("A4", "5"), ("A5", "4"), ("B1", "6"), ("B2", "8"), ("B3", "6"),
        ("B4", "3"), ("C1", "6"), ("C2", "4"), ("C3", "3"), ("C4", "2"), ("D1", "3"), ("D2", "4"), ("D3", "2"),
        ("E1", "8.966666666666666666666666666666667"),
      ])
    #expect(assessment.score?.bonus?.points == Decimal(2))
    // Numbers have 34 digits, and so has their sum.
    #expect(assessment.score?.sum == Decimal("84.96666666666666666666666666666667"))
    #expect(assessment.score?.total == Decimal("84.97"))
    guard case .panel(let panel) = assessment.score?.items.first(where: { $0.id == "E1" })?.working else {
      Issue.record("E1 is no panel")
      return
    }
    #expect(panel.aggregate == Decimal("89.66666666666666666666666666666667"))
    #expect(panel.highest == Decimal(93))
    #expect(panel.lowest == Decimal("87.5"))
  }

  private func check(
    _ file: ClauseFile, conditions: Int, vetoes: Int, items: [(String, String)]
  ) throws -> Assessment {
    let assessment = try #require(file.assess(file.record([]), Assessor(file.rules)))
    #expect(assessment.conditions.count == conditions)
    #expect(assessment.conditions.allSatisfy { $0.answer == .yes })
    #expect(assessment.vetoes.count == vetoes)
    #expect(assessment.vetoes.allSatisfy { $0.answer == .no })
    let scored = (assessment.score?.dimensions ?? []).flatMap(\.items)
    #expect(scored.map(\.id) == items.map(\.0))
    for (item, expected) in zip(scored, items) { #expect(item.points == Decimal(expected.1), "\(item.id)") }
    return assessment
  }

  private func points(of id: String, _ assessment: Assessment) -> Decimal? {
    assessment.score?.items.first { $0.id == id }?.points
  }
}
