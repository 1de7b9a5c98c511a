import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Casework
@testable import Store
@testable import Workflow

/// A round of the examples in a store of its own, published; one nominee has handed in its papers.
struct OpenedExample {
  static let at = Instant("2025-12-01T09:30")!
  let docket: Docket
  let round: RoundID
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("pingxuan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func path(_ name: String) -> String { Checkout.root.appending(path: name).path }
    let award = "党员示范企业"
    var log = DiagnosticLog()
    let rules = try #require(try Desk().rules(path("rules/2025/\(award).yaml"), log: &log))
    let records = try #require(
      try Desk().records(path("examples/2025/\(award)/records.yaml"), rules: rules, log: &log))
    docket = try Docket(folder.appendingPathComponent("案卷.db").path, creating: true)
    let files = RoundFiles(
      rules: path("rules/2025/\(award).yaml"), workflow: path("workflows/\(award).yaml"),
      people: path("examples/2025/\(award)/acts.yaml"), calendars: path("calendars"))
    let answer = try docket.open(
      files, rules: rules, records: records, by: nil, at: nil, clock: Self.at, id: nil, log: &log)
    guard case .done(let receipt)? = answer else { throw StoreFault.absent }
    round = receipt.round
    guard case .done = try docket.act(Self.step("{do: publish, by: 评选办经办人}"), in: round, at: Self.at, id: "p") else {
      throw StoreFault.absent
    }
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  static func step(_ text: String) throws -> Step {
    var log = DiagnosticLog()
    return try #require(Desk().step(text, log: &log))
  }
}
