import Foundation
import Testing

/// From the register that one round writes to what the next one says of its nominees.
@Suite("往届称号在命令行上")
struct EarlierCommandTests {
  private static let award = "党员示范企业"

  /// The documents of 2025.
  private static func documents(_ scratch: Scratch) throws -> URL {
    let folder = scratch.folder.appendingPathComponent("2025/\(award)")
    let result = try Program.run(
      "run", "--workflow", "workflows/\(award).yaml", "--rules", "rules/2025/\(award).yaml", "--records",
      "examples/2025/\(award)/records.yaml", "--acts", "examples/2025/\(award)/acts.yaml", "-o", folder.path)
    #expect(result.code == 1, "\(result.complaints)")
    return folder
  }

  private static let next = ["--rules", "rules/2026/\(award).yaml", "--records", "examples/2026/\(award)/records.yaml"]

  @Test("run 写出登记册；下一年度 evaluate、explain 据以排除，指到那一条；目录和文件都行")
  func chain() throws {
    let scratch = try Scratch()
    let folder = try Self.documents(scratch)
    let register = folder.appendingPathComponent("register.json").path
    let plain = try Program.run(["evaluate"] + Self.next)
    let result = try Program.run(["evaluate"] + Self.next + ["--earlier", scratch.folder.path])
    #expect(result.code == plain.code)
    #expect(!plain.output.contains("登记册") && result.output.contains("见2025年度“党员示范企业”登记册第"), "\(result.output)")
    #expect(
      result.complaints.contains("说明[PX7260]") && result.complaints.contains("2025年度“党员示范企业”登记册"),
      "\(result.complaints)")
    let again = try Program.run(["evaluate"] + Self.next + ["--earlier", register])
    #expect(again.output == result.output)
    let line = try #require(result.output.split(separator: "\n").first { $0.contains("登记册第") })
    let id = try #require(line.firstMatch(of: /QY-2026-[0-9]+/)).0
    let page = try Program.run(
      ["explain"] + Self.next + ["--earlier", register, "--id", String(id), "--lang", "en"])
    #expect(page.output.contains("in the 2025 register of “党员示范企业”"), "\(page.output)")
  }

  @Test("案卷库开启时登记册一并存下：报告相同，重新判定相同；后到的记录也照查")
  func store() throws {
    let scratch = try Scratch()
    let register = try Self.documents(scratch).appendingPathComponent("register.json")
    let environment = ["PINGXUAN_STORE": scratch.folder.appendingPathComponent("案卷.db").path]
    let acts = "examples/2026/\(Self.award)/acts.yaml"
    let opened = try Program.run(
      ["round", "open", "--workflow", "workflows/\(Self.award).yaml", "--people", acts, "--earlier", register.path]
        + Self.next, environment: environment)
    #expect(opened.complaints.contains("PX7260"), "\(opened.complaints)")
    try FileManager.default.removeItem(at: register)
    _ = try Program.run("act", "--file", acts, environment: environment)
    let folder = scratch.folder.appendingPathComponent("2026")
    _ = try Program.run("round", "report", "-o", folder.path, environment: environment)
    let text = try String(contentsOf: folder.appendingPathComponent("not-selected.md"), encoding: .utf8)
    #expect(text.contains("见2025年度“党员示范企业”登记册第"), "\(text)")
    let manifest = try String(contentsOf: folder.appendingPathComponent("manifest.json"), encoding: .utf8)
    #expect(manifest.contains("\"earlier\": [\n    {\n      \"file\": \"\(register.path)\""))
    let replay = try Program.run("audit", "replay", environment: environment)
    #expect(replay.code == 0 && replay.output.contains("逐字节相同"), "\(replay.output)")
    #expect(try Program.run("audit", "verify", environment: environment).code == 0)
  }

  @Test("读不懂的登记册、没有登记册的目录，都不能算数")
  func refused() throws {
    let scratch = try Scratch()
    let broken = try scratch.file("register.json", "{\"award\": \"党员示范企业\", \"edition\": 2025, \"entries\": 3}")
    let result = try Program.run(["evaluate"] + Self.next + ["--earlier", broken.path])
    #expect(result.code == 2 && result.complaints.contains("PX7252"), "\(result.complaints)")
    let empty = scratch.folder.appendingPathComponent("空")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    let none = try Program.run(["evaluate"] + Self.next + ["--earlier", empty.path, "--lang", "en"])
    #expect(none.code == 2 && none.complaints.contains("PX7250"), "\(none.complaints)")
    #expect(try Program.run(["evaluate"] + Self.next + ["--earlier", "没有.json"]).code == 2)
    let packet = try Program.run("report", "packet", "--earlier", broken.path, "-o", "x.html")
    #expect(packet.code == 2 && packet.complaints.contains("PX9060"), "\(packet.complaints)")
  }

  @Test("材料还没有交上去的重新递交，逐项列出改动，敏感的遮盖")
  func resubmission() throws {
    let scratch = try Scratch()
    let environment = try StoreCommandTests.opened(scratch).environment
    let text = try String(
      contentsOf: Program.root.appendingPathComponent("examples/2025/\(Self.award)/records.yaml"), encoding: .utf8)
    let own = try #require(text.components(separatedBy: "\n- 编号: ").first { $0.hasPrefix("QY-2025-003") })
    let times = try #require(own.firstMatch(of: /主题党日次数: ([0-9]+)/)).1
    let changed = try scratch.file(
      "again.yaml", "- 编号: " + own.replacing("主题党日次数: \(times)", with: "主题党日次数: 19") + "\n")
    let result = try Program.run(
      "round", "import", "--records", changed.path, "--as", "评选办经办人", environment: environment)
    #expect(result.code == 0, "\(result.complaints)")
    #expect(result.output.contains("重新递交，以后一份为准；改动：主题党日次数 \(times) → 19"), "\(result.output)")
  }
}
