import Foundation
import Testing

@testable import Workflow

@Suite("人员名单存下再读回")
struct OrganizationCodingTests {
  @Test("有关系表之前存下的，读作没有关系；没有关系的照旧写")
  func before() throws {
    let old = #"{"people":{"甲":{"name":"甲某","isAutomatic":false}},"superiors":{},"roles":{"评选办":["甲"]},"proxies":[]}"#
    let organization = try JSONDecoder().decode(Organization.self, from: Data(old.utf8))
    #expect(organization.relations.isEmpty && organization.groups.isEmpty && organization.knows("甲"))
    let written = String(decoding: try JSONEncoder().encode(organization), as: UTF8.self)
    #expect(!written.contains("relations") && !written.contains("groups"))
  }

  @Test("关系和集团也存得住")
  func relations() throws {
    let organization = Organization(
      people: ["甲": Person()],
      relations: [
        Relation("甲", .kin, .person("乙")), Relation("甲", .shares, .company("晨曦航材"), until: Day("2024-06-30")),
        Relation("甲", .mentor, .nominee("c1")),
      ], groups: ["晨曦集团": ["晨曦航材", "晨曦精工"]])
    let data = try JSONEncoder().encode(organization)
    #expect(try JSONDecoder().decode(Organization.self, from: data) == organization)
  }
}
