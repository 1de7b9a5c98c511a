import Casework
import Diagnostics
import Evaluation
import FEEL
import Fingerprints
import Foundation
import Outcomes
import Records
import Rules
import TestSupport
import Testing

/// Titles of earlier rounds become facts of those nominated now; the conditions do the rest.
@Suite("往届的称号")
struct EarlierTitlesTests {
  static let award = "党员示范企业"
  /// 玉衡航电, nominated in 2026 as QY-2026-002 without a word of earlier titles.
  static let code = "91360299MAXX001541"

  /// As a round of 2024 would have written it, named in the spring of 2025.
  static func register(
    _ entries: [String], award: String = award, edition: Int = 2024, version: Int = 1
  ) -> Source {
    let text = """
      {"format_version": \(version), "engine": "x", "award": "\(award)", "edition": \(edition), "rules": "sha256:00",
       "entries": [\(entries.joined(separator: ", "))]}
      """
    return Source(name: "往届/register.json", text: text)
  }

  static func entry(
    _ number: Int, _ name: String, _ identity: String, field: String = "统一社会信用代码", named: String = "2025-03-02",
    status: String = "named", changed: String? = nil, validThrough: String? = "2028-03-01"
  ) -> String {
    func quoted(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }
    return """
      {"number": \(number), "id": "QY-2024-\(number)", "name": "\(name)", "certificate": null, "named": "\(named)",
       "status": "\(status)", "changed": \(quoted(changed)), "valid_through": \(quoted(validThrough)),
       "identities": {"\(field)": "\(Fingerprint(of: identity))"}}
      """
  }

  struct Example {
    let rules: CompiledRuleSet
    let records: RecordBatch

    /// - Parameter change: of the text of the records.
    init(_ award: String = EarlierTitlesTests.award, _ year: Int = 2026, change: (String) -> String = { $0 }) throws {
      func path(_ name: String) -> String { Checkout.root.appending(path: name).path }
      var log = DiagnosticLog()
      rules = try #require(try Desk().rules(path("rules/\(year)/\(award).yaml"), log: &log))
      let text = try String(contentsOfFile: path("examples/\(year)/\(award)/records.yaml"), encoding: .utf8)
      let source = Source(name: "records.yaml", text: change(text))
      records = RecordBatch.read(source, as: .yaml, rules.schema, settling: rules, log: &log)
    }

    func batch(_ registers: [Source]) throws -> (Batch, DiagnosticLog) {
      var log = DiagnosticLog()
      let read = registers.compactMap { Register.read($0, log: &log) }
      let titles = EarlierTitles(read, rules, log: &log)
      let earlier = try #require(titles, "\(DiagnosticRenderer(language: .zh).render(log.sorted))")
      return (Batch(earlier.adding(to: records, log: &log), rules: rules), log)
    }
  }

  private func failed(_ batch: Batch, _ id: String) throws -> [String] {
    try #require(batch.dossiers(named: id).first).assessment.failedConditions.map(\.id)
  }

  @Test("2024 年度命名、2026 年度又被推荐：近三年已获同一称号，不符合条件，理由所据的一行指到登记册那一条")
  func excluded() throws {
    let register = Self.register([Self.entry(1, "别家", "91360299MAXX00015A"), Self.entry(2, "玉衡航电", Self.code)])
    let (batch, log) = try Example().batch([register])
    let dossier = try #require(batch.dossiers(named: "QY-2026-002").first)
    #expect(dossier.outcome == .ineligible && dossier.assessment.failedConditions.map(\.id) == ["QY-T11"])
    let addition = try #require(dossier.record.additions.first)
    #expect(addition.reference == .init(award: Self.award, edition: 2024, number: 2, id: "QY-2024-2", basis: "第九条"))
    let row = try #require(dossier.record.row(of: addition))
    let place = dossier.record.place(of: FactPath("荣誉", [.row(row), .name("授予日期")]))
    #expect(place.source.name == "往届/register.json" && place.text == "\"QY-2024-2\"")
    #expect(log.diagnostics.map { $0.text(.zh) }.contains { $0.hasPrefix("2024年度“党员示范企业”登记册（2 条）里有本次申报对象 ") })
    #expect(log.diagnostics.allSatisfy { !$0.text(.zh).contains("sha256") })
  }

  @Test("同名而代码不同的不相干；E5 更名而代码不变的是同一主体")
  func names() throws {
    let namesake = Self.register([Self.entry(1, "玉衡航电系统有限公司", "91360299MAXX00999X")])
    #expect(try failed(Example().batch([namesake]).0, "QY-2026-002").isEmpty)
    let renamed = Self.register([Self.entry(1, "从前叫别的名字的公司", Self.code)])
    #expect(try failed(Example().batch([renamed]).0, "QY-2026-002") == ["QY-T11"])
  }

  @Test("E3 吸收合并、E5 变更代码：曾用代码的称号算存续方的；E4 分立：各有各的代码，不重复计")
  func formerCodes() throws {
    let old = "91360299MAXX00888K"
    let register = Self.register([Self.entry(1, "被合并方", old)])
    let merged = try Example { text in
      text.replacing("  统一社会信用代码: \(Self.code)\n", with: "  统一社会信用代码: \(Self.code)\n  曾用代码: [\(old)]\n")
    }
    #expect(try failed(merged.batch([register]).0, "QY-2026-002") == ["QY-T11"])
    #expect(try failed(Example().batch([register]).0, "QY-2026-002").isEmpty)
  }

  @Test("缺信用代码的待补正：认不出是谁，不凭名称猜")
  func withoutCode() throws {
    let example = try Example { $0.replacing("  统一社会信用代码: \(Self.code)\n", with: "") }
    let (batch, _) = try example.batch([Self.register([Self.entry(1, "玉衡航电系统有限公司", Self.code)])])
    let dossier = try #require(batch.dossiers(named: "QY-2026-002").first)
    #expect(dossier.outcome == .incomplete && dossier.record.additions.isEmpty)
  }

  @Test("没有填荣誉的仍是缺项：登记册里有，别的还不知道")
  func withoutList() throws {
    let example = try Example { text in
      let start = text.firstRange(of: "编号: QY-2026-002")!.upperBound
      let honours = text[start...].firstRange(of: "  荣誉:")!.lowerBound
      let end = text[honours...].dropFirst(5).firstRange(of: /\n  [^ ]/)!.lowerBound
      return String(text[..<honours]) + "  荣誉:" + String(text[end...])
    }
    let (batch, log) = try example.batch([Self.register([Self.entry(1, "玉衡", Self.code)])])
    #expect(batch.dossiers(named: "QY-2026-002").first?.outcome == .incomplete)
    #expect(log.diagnostics.contains { $0.code == "PX7263" })
  }

  @Test("近三年以外的不排除；撤销的写明撤销日期，近五年内被撤销的仍排除")
  func dates() throws {
    func failed(_ entry: String) throws -> [String] {
      try self.failed(Example().batch([Self.register([entry])]).0, "QY-2026-002")
    }
    #expect(try failed(Self.entry(1, "玉衡", Self.code, named: "2023-12-01")) == ["QY-T11"])
    #expect(try failed(Self.entry(1, "玉衡", Self.code, named: "2023-11-30")).isEmpty)
    let revoked = Self.entry(
      1, "玉衡", Self.code, named: "2019-03-01", status: "revoked", changed: "2021-12-01", validThrough: nil)
    #expect(try failed(revoked) == ["QY-T11"])
    let longAgo = Self.entry(
      1, "玉衡", Self.code, named: "2019-03-01", status: "revoked", changed: "2021-11-30", validThrough: nil)
    #expect(try failed(longAgo).isEmpty)
  }

  @Test("申报人已经填了的不重复列；填得与登记册不同的以登记册为准，并提示")
  func declared() throws {
    func example(_ status: String) throws -> Example {
      try Example { text in
        let start = text.firstRange(of: "编号: QY-2026-002")!.upperBound
        let honours = text[start...].firstRange(of: "  荣誉:")!.lowerBound
        let end = text[honours...].dropFirst(5).firstRange(of: /\n  [^ ]/)!.lowerBound
        let row = "{名称: 党员示范企业, 事项: 年度选树, 级别: 链级, 授予日期: 2019-03-01, 状态: \(status)}"
        return String(text[..<honours]) + "  荣誉: [\(row)]" + String(text[end...])
      }
    }
    let entry = Self.entry(
      1, "玉衡", Self.code, named: "2019-03-01", status: "revoked", changed: "2024-11-30", validThrough: nil)
    let (batch, log) = try example("有效").batch([Self.register([entry])])
    let record = try #require(batch.dossiers(named: "QY-2026-002").first).record
    let index = try #require(batch.rules.schema.fields.firstIndex { $0.name == "荣誉" })
    let rows = try #require(record.values[index].list)
    #expect(rows.count == 1 && rows[0].context?["状态"] == .string("已撤销"))
    let warning = try #require(log.diagnostics.first { $0.code == "PX7262" })
    #expect(warning.text(.zh).hasSuffix("登记册第1条不符：状态；以登记册为准"))
    let same = Self.entry(1, "玉衡", Self.code, named: "2019-03-01", validThrough: "2022-02-28")
    let (_, silent) = try example("已过期").batch([Self.register([same])])
    #expect(!silent.diagnostics.contains { $0.code == "PX7262" })
  }

  @Test("记录的先后、登记册的先后都不起作用；同一份登记册给两次与给一次相同")
  func order() throws {
    let entries = [Self.entry(1, "玉衡", Self.code), Self.entry(2, "北湖", "91360299MAXX00058P")]
    let other = Self.register(
      [Self.entry(1, "云岭", "91360299MAXX000310", named: "2024-03-02")], edition: 2023)
    let example = try Example()
    func outcomes(_ registers: [Source], _ example: Example) throws -> [String: Outcome] {
      Dictionary(uniqueKeysWithValues: try example.batch(registers).0.dossiers.map { ($0.record.id, $0.outcome) })
    }
    let expected = try outcomes([Self.register(entries), other], example)
    #expect(Set(expected.filter { $0.value == .ineligible }.keys).isSuperset(of: ["QY-2026-002", "QY-2026-008"]))
    #expect(try outcomes([other, Self.register(entries), Self.register(entries)], example) == expected)
    var random = SplitMix(seed: 9)
    for _ in 0..<3 {
      let shuffled = try Example { text in
        let parts = text.components(separatedBy: "\n- 编号: ")
        return ([parts[0]] + parts.dropFirst().shuffled(using: &random)).joined(separator: "\n- 编号: ")
      }
      #expect(try outcomes([Self.register(entries), other], shuffled) == expected)
    }
  }

  @Test("工匠按身份号码，班组按企业代码和班组名称；E45 只有企业相同的班组不相干")
  func otherAwards() throws {
    let craftsmen = try Example("红星工匠")
    let person = try #require(craftsmen.records.records.first { $0.id == "GJ-2026-001" })
    let index = try #require(craftsmen.rules.schema.fields.firstIndex { $0.name == "公民身份号码" })
    let number = try #require(person.values[index].string)
    let entry = Self.entry(1, person.title, number, field: "公民身份号码")
    let (batch, log) = try craftsmen.batch([Self.register([entry], award: "红星工匠")])
    #expect(try failed(batch, "GJ-2026-001").contains("GJ-T9"))
    #expect(log.diagnostics.allSatisfy { !$0.text(.zh).contains(number) && !$0.text(.en).contains(number) })

    let teams = try Example("党员先锋班组")
    let team = try #require(teams.records.records.first)
    let codeIndex = try #require(teams.rules.schema.fields.firstIndex { $0.name == "企业信用代码" })
    let code = try #require(team.values[codeIndex].string)
    func holders(_ name: String) throws -> [String] {
      let entry = Self.entry(1, name, code, field: "企业信用代码").replacing(
        "\"identities\": {", with: "\"identities\": {\"班组名称\": \"\(Fingerprint(of: name))\", ")
      let (batch, _) = try teams.batch([Self.register([entry], award: "党员先锋班组")])
      return batch.dossiers.filter { !$0.record.additions.isEmpty }.map(\.record.id)
    }
    #expect(try holders(team.title) == [team.id])
    #expect(try holders("另一个班").isEmpty)
  }

  @Test(
    "读不懂、用不上的登记册一律不用，指到原处",
    arguments: [
      ("PX7251", "{\"award\": 1}"), ("PX7252", "\"format_version\": 2"), ("PX7253", "\"status\": \"given\""),
      ("PX7253", "\"named\": \"2025年3月\""), ("PX7253", "\"identities\": {\"统一社会信用代码\": \"91360299MAXX001541\"}"),
      ("PX7254", "\"number\": 2"), ("PX7253", "\"status\": \"revoked\""), ("PX7256", "\"edition\": 2026"),
      ("PX7257", "信用编码"), ("PX1", "\"entries\": [[["),
    ])
  func refused(_ code: String, _ change: String) throws {
    var text = Self.register([Self.entry(1, "甲", Self.code), Self.entry(2, "乙", "91360299MAXX00058P")]).text
    if change.hasPrefix("{") {
      text = change
    } else if change == "信用编码" {
      text = text.replacing("统一社会信用代码", with: change)
    } else if let colon = change.firstIndex(of: ":") {
      let key = change[..<colon]
      let start = try #require(text.firstRange(of: key)).lowerBound
      let value = /: (\{[^}]*\}|\[|"[^"]*"|[0-9]+|null)/
      let end = try #require(text[start...].firstMatch(of: value)).range.upperBound
      text = String(text[..<start]) + change + String(text[end...])
    }
    let rules = try Example().rules
    var log = DiagnosticLog()
    let register = Register.read(Source(name: "register.json", text: text), log: &log)
    let titles = register.flatMap { EarlierTitles([$0], rules, log: &log) }
    #expect(titles == nil)
    let found = try #require(log.diagnostics.first { $0.severity == .error })
    #expect(found.code.hasPrefix(code), "\(found.code) \(found.text(.zh))")
    #expect(found.span != nil)
  }

  @Test("有人把身份号码本身写进登记册：拒收，而且号码不露出来")
  func concealed() {
    let text = Self.register([Self.entry(1, "张航", "x", field: "公民身份号码")], award: "红星工匠").text
      .replacing("\(Fingerprint(of: "x"))", with: "36029919880229003X")
    var log = DiagnosticLog()
    #expect(Register.read(Source(name: "register.json", text: text), log: &log) == nil)
    let shown = DiagnosticRenderer(language: .zh).render(log.sorted)
    #expect(shown.contains("PX7253") && !shown.contains("19880229"), "\(shown)")
  }

  @Test("同一年度两份不同的登记册，不替人挑")
  func twice() throws {
    let rules = try Example().rules
    var log = DiagnosticLog()
    let one = Register.read(Self.register([Self.entry(1, "甲", Self.code)]), log: &log)
    let two = Register.read(
      Source(name: "新/register.json", text: Self.register([]).text), log: &log)
    #expect(EarlierTitles([one, two].compactMap(\.self), rules, log: &log) == nil)
    #expect(log.diagnostics.map(\.code) == ["PX7255"])
  }
}
