import Evaluation
import FEEL
import Outcomes
import Records
import Rules
import Testing
import YAML

/// For every condition and veto of the rule files: one fact changed makes it the only reason, and the same fact taken
/// away is exactly what is asked for. The list of clauses is the rule files' own, so a new one without its facts fails.
@Suite("Clauses of the three awards")
struct ClauseTests {
  struct Edition: Sendable, CustomTestStringConvertible {
    let award: String
    let year: Int
    var testDescription: String { "\(award) \(year)" }
  }

  static let editions = [2025, 2026].flatMap { year in
    ["党员示范企业", "党员先锋班组", "红星工匠"].map { Edition(award: $0, year: year) }
  }

  @Test("a nominee in good order passes everything", arguments: editions)
  func base(_ edition: Edition) throws {
    let file = try ClauseFile(edition.award, edition.year)
    let assessment = try #require(file.assess(file.record([]), Assessor(file.rules)))
    #expect(assessment.citedClauses.isEmpty)
    #expect(assessment.missing.isEmpty)
    #expect(assessment.conditions.allSatisfy { $0.answer == .yes })
    #expect(assessment.vetoes.allSatisfy { $0.answer == .no })
  }

  @Test("each clause has its one deciding fact", arguments: editions)
  func clauses(_ edition: Edition) throws {
    let file = try ClauseFile(edition.award, edition.year)
    let assessor = Assessor(file.rules)
    let ids = (file.rules.eligibility + file.rules.vetoes).map(\.id)
    #expect(Set(file.clauses.map(\.id)) == Set(ids), "clauses of the rules and of the tests")
    for (id, entry) in file.clauses {
      let change = (entry["fails"]?.mapping ?? []).map { ($0.keyText, $0.value) }
      #expect(change.count == 1, "\(id): exactly one fact differs")
      let also = (entry["also"]?.sequence ?? []).compactMap { $0.scalar?.text }
      let failed = try #require(file.assess(file.record(change), assessor), "\(id) is refused")
      #expect(Set(failed.citedClauses) == Set([id] + also), "\(id)")
      let isVeto = file.rules.vetoes.contains { $0.id == id || also.contains($0.id) }
      #expect(failed.outcome == (isVeto ? .vetoed : .ineligible), "\(id)")
      let path = try #require(entry["missing"]?.scalar?.text, "\(id) names no missing fact")
      // The fact that failed it, and the one that the file names where a clause reads several.
      for path in Set([path, change[0].0]) { try checkMissing(path, file, assessor, id) }
    }
  }

  private func checkMissing(_ path: String, _ file: ClauseFile, _ assessor: Assessor, _ id: String) throws {
    let open = try #require(file.assess(file.record(without: path), assessor), "\(id) is refused without \(path)")
    let supplier = file.rules.schema[path]?.supplier
    #expect(open.outcome == (supplier == .applicant ? .incomplete : .pending), "\(id) without \(path)")
    #expect(open.missing.map(\.path.description) == [path], "\(id) without \(path)")
    let answer = (open.conditions + open.vetoes).first { $0.id == id }?.answer
    guard case .open(let paths)? = answer else {
      Issue.record("\(id) is not open without \(path), but \(String(describing: answer))")
      return
    }
    #expect(paths.map(\.description) == [path], "\(id) without \(path)")
  }

  @Test("cases with their expected outcome, points and reasons", arguments: editions)
  func cases(_ edition: Edition) throws {
    let file = try ClauseFile(edition.award, edition.year)
    let assessor = Assessor(file.rules)
    #expect(!file.cases.isEmpty)
    for item in file.cases {
      let name = item["name"]?.scalar?.text ?? "?"
      let change = (item["change"]?.mapping ?? []).map { ($0.keyText, $0.value) }
      let expect = try #require(item["expect"]?.mapping, "\(name) expects nothing")
      let assessment = file.assess(file.record(change), assessor)
      for entry in expect { check(entry.keyText, entry.value, assessment, name) }
    }
  }

  private func check(_ key: String, _ value: Node, _ assessment: Assessment?, _ name: String) {
    let texts = (value.sequence ?? []).compactMap { $0.scalar?.text }
    if key == "refused" {
      #expect((assessment == nil) == (value.scalar?.text == "true"), "\(name)")
      return
    }
    guard let assessment else {
      Issue.record("\(name): refused")
      return
    }
    switch key {
    case "outcome": #expect(assessment.outcome.rawValue == value.scalar?.text, "\(name)")
    case "total":
      #expect(assessment.score?.total?.description == value.scalar.flatMap { Decimal($0.text)?.description }, "\(name)")
    case "answers":
      for entry in value.mapping ?? [] {
        let answer = (assessment.conditions + assessment.vetoes).first { $0.id == entry.keyText }?.answer
        #expect(answer?.word == entry.value.scalar?.text, "\(name): \(entry.keyText)")
      }
    case "reasons": #expect(Set(assessment.citedClauses) == Set(texts), "\(name)")
    case "missing": #expect(assessment.missing.map(\.path.description) == texts, "\(name)")
    case "listed", "unlisted":
      let listed = (assessment.score?.items ?? []).filter { if case .missing = $0.state { true } else { false } }.map(
        \.id)
      for id in texts { #expect(listed.contains(id) == (key == "listed"), "\(name): \(id)") }
    case "items":
      for entry in value.mapping ?? [] {
        let item = assessment.score?.items.first { $0.id == entry.keyText }
        let expected = entry.value.scalar.flatMap { Decimal($0.text) }
        #expect(item?.points == expected, "\(name): \(entry.keyText)")
      }
    default: Issue.record("\(name): unknown expectation \(key)")
    }
  }
}

extension Answer {
  fileprivate var word: String {
    switch self {
    case .yes: "是"
    case .no: "否"
    case .open: "待核"
    case .notYet: "未到期"
    case .fault: "算不出"
    }
  }
}
