import Diagnostics
import Rules
import Testing

/// Caps, floors and seats that cannot hold together: the fewest that stand against each other are named.
@Suite("Conflicting quotas")
struct ConflictTests {
  private static func diagnostics(seats: Int = 10, caps: String = "", floors: String = "") -> [Diagnostic] {
    let text = """
      award: 试选
      edition: 2025
      record:
        名称: {type: string, required: true, key: true}
        得分: {type: number, required: true}
        类别: {type: string, required: true, one of: [一线职工, 专业技术人员, 管理人员]}
        所有制: {type: string, required: true, one of: [国有, 民营, 外资]}
        女: {type: boolean, required: true}
      definitions:
        非公: 所有制 in ("民营", "外资")
      scoring: {max: 100, dimensions: [{id: A, name: 甲, max: 100, items: [{id: A1, name: 甲, max: 100, score: 得分, basis: 一}]}]}
      selection:
        seats: \(seats)
        candidates: seats plus 20%
        at most: [\(caps)]
        at least: [\(floors)]
      """
    var log = DiagnosticLog()
    _ = RuleSet.read("试选.yaml", log: &log) { Source(name: $0, text: text) }?.compiled(log: &log)
    return log.diagnostics
  }

  private static func quota(_ name: String, _ condition: String, _ amount: String) -> String {
    "{name: \(name), where: '\(condition)', \(amount)}"
  }

  private static let frontline = "类别 = \"一线职工\""
  private static let technicians = "类别 = \"专业技术人员\""

  @Test("a floor against a cap of the same group, in other words")
  func sameGroup() {
    let found = Self.diagnostics(
      caps: Self.quota("一线", Self.frontline, "share: 30%") + "," + Self.quota("女", "女", "seats: 9"),
      floors: Self.quota("非管理", "not(类别 in (\"专业技术人员\", \"管理人员\"))", "share: 70%"))
    #expect(found.map(\.code) == ["PX3042"])
    #expect(found.first?.text(.zh) == "这几条不能同时满足：“一线”至多 3、“非管理”至少 7")
    #expect(found.first?.notes.count == 1)
  }

  @Test("floors of groups that share nobody add up")
  func floors() {
    let found = Self.diagnostics(
      floors: Self.quota("一线", Self.frontline, "seats: 7") + "," + Self.quota("专技", Self.technicians, "seats: 4") + ","
        + Self.quota("女", "女", "seats: 5"))
    #expect(found.first?.text(.en) == "these cannot hold together: 10 seats, “一线” at least 7, “专技” at least 4")
  }

  @Test("floors whose groups may share nominees do not")
  func shared() {
    #expect(
      Self.diagnostics(
        floors: Self.quota("一线", Self.frontline, "seats: 7") + "," + Self.quota("非公", "非公", "seats: 7") + ","
          + Self.quota("高分", "得分 > 90", "seats: 9")
      ).isEmpty)
  }

  @Test("three rules of which any two can hold")
  func three() {
    let found = Self.diagnostics(
      caps: Self.quota("国有", "所有制 = \"国有\"", "seats: 3") + ","
        + Self.quota("非公一线", "非公 and \(Self.frontline)", "seats: 3"),
      floors: Self.quota("一线", Self.frontline, "seats: 7"))
    #expect(found.first?.text(.zh) == "这几条不能同时满足：“国有”至多 3、“非公一线”至多 3、“一线”至少 7")
  }

  @Test("caps that leave seats empty whoever applies are a warning")
  func unfillable() {
    let found = Self.diagnostics(
      caps: Self.quota("国有", "所有制 = \"国有\"", "seats: 3") + "," + Self.quota("非公", "非公", "seats: 4"))
    #expect(found.map(\.code) == ["PX3043"])
    #expect(found.first?.text(.zh) == "名额给不满：名额 10 全部给出、“国有”至多 3、“非公”至多 4，不能同时满足")
  }

  @Test("a floor above the seats stands against the seats alone, and a soft one against nothing")
  func alone() {
    #expect(Self.diagnostics(floors: Self.quota("女", "女", "seats: 11")).map(\.code) == ["PX3023"])
    #expect(
      Self.diagnostics(
        caps: Self.quota("女", "女", "seats: 2"), floors: "{name: 女, where: 女, seats: 3, soft: true}"
      ).isEmpty)
  }
}
