import Diagnostics
import Foundation
import Testing
import YAML

@testable import Workflow

/// The three awards' own workflow files.
enum Awards {
  static let names = ["党员示范企业", "党员先锋班组", "红星工匠"]

  static func definition(_ name: String) throws -> WorkflowDefinition {
    var log = DiagnosticLog()
    let node = try #require(
      try SharedFiles.node(SharedFiles.checkout.appending(path: "workflows/\(name).yaml"), log: &log))
    let definition = try #require(WorkflowDefinition.read(node, log: &log))
    #expect(log.diagnostics.isEmpty, "\(log.diagnostics.map { "\($0.text(.zh)) \($0.span?.description ?? "")" })")
    return definition
  }
}

@Suite("三个奖项的流程文件")
struct AwardFilesTests {
  @Test("读得通，没有一处毛病", arguments: Awards.names)
  func files(_ name: String) throws {
    let definition = try Awards.definition(name)
    #expect(definition.name == name)
    #expect(definition.findings().isEmpty)
  }

  @Test(
    "环节次序",
    arguments: [
      (
        "党员示范企业",
        "notice apply nominate steward intake joint visit autoscore expert rank panel recheck_vote vote recheck_public public objection recheck_name name archive manage"
      ),
      (
        "党员先锋班组",
        "notice apply appraisal nominate workshop intake joint_fan joint quality joint_done clearance visit autoscore expert rank panel recheck_vote vote recheck_public public objection recheck_name name archive manage"
      ),
      (
        "红星工匠",
        "notice apply nominate apprentices intake joint_fan joint quality joint_done clearance visit autoscore expert rank panel recheck_vote vote recheck_public public objection recheck_name name archive manage"
      ),
    ])
  func order(_ name: String, _ expected: String) throws {
    #expect(try Awards.definition(name).stages.map(\.id.rawValue).joined(separator: " ") == expected)
  }

  @Test("每个办理环节都有名称，写明依据条款", arguments: Awards.names)
  func clauses(_ name: String) throws {
    for stage in try Awards.definition(name).stages {
      #expect(stage.name != nil, "\(stage.id)")
      if case .join = stage.kind { continue }
      #expect(stage.basis?.hasPrefix("第") == true, "\(stage.id)")
    }
  }
}
