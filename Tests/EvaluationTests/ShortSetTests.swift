import Casework
import Diagnostics
import Evaluation
import Foundation
import Records
import Rules
import Testing

/// The stars of a branch are told twice, by field and in a list: both must say the same.
@Suite("坚强堡垒“模范”支部")
struct ShortSetTests {
  @Test(
    "each check finds what it is for",
    arguments: [
      ("基本组织得分=115", ["MF-X6"]), ("基本队伍得分=0", ["MF-X6"]), ("基本活动得分=1", ["MF-X6"]), ("基本制度得分=1", ["MF-X6"]),
      ("基本保障得分=120", ["MF-X6"]),
      ("各星得分=[{星: 作用发挥, 类别: 特色, 满分: 70, 得分: 60}]", ["MF-X4", "MF-X7"]),
      ("各星得分=[{星: 一支部一特色, 类别: 基础, 满分: 120, 得分: 60}]", ["MF-X7"]),
      ("各星得分=[{星: 基本组织, 类别: 基础, 满分: 120, 得分: 116}]", []),
      ("各星得分=[{星: 基本组织, 类别: 基础, 满分: 120, 得分: 117}]", ["MF-X6"]), ("各星得分=[]", []),
    ])
  func checks(_ change: String, _ failed: [String]) throws {
    let root = ClauseFile.root.path
    var log = DiagnosticLog()
    let rules = try #require(try Desk().rules("\(root)/rules/2025/坚强堡垒模范支部.yaml", log: &log))
    let records = try #require(
      try Desk().records("\(root)/examples/2025/坚强堡垒模范支部/records.yaml", rules: rules, log: &log))
    let record = try #require(records.records.first { $0.isKnown(as: "储能装备党支部") })
    let trial = try #require(RecordBatch.Trial(change))
    let changed = try #require(records.changing([trial], of: record, rules.schema, log: &log))
    let other = try #require(changed.records.first { $0.isKnown(as: "储能装备党支部") })
    #expect(Assessor(rules).failedChecks(other).map(\.id) == failed)
  }
}
