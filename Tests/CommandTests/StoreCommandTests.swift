import Foundation
import TestSupport
import Testing

@Suite("案卷库：开启、办理、核对")
struct StoreCommandTests {
  static let award = "党员示范企业"
  static let example = "examples/2025/\(award)"
  static let acts = "\(example)/acts.yaml"

  static func open(_ store: String) throws -> Program.Result {
    try Program.run(
      "round", "open", "--workflow", "workflows/\(award).yaml", "--rules", "rules/2025/\(award).yaml", "--records",
      "\(example)/records.yaml", "--people", acts, environment: ["PINGXUAN_STORE": store])
  }

  /// A store in a folder of its own, opened.
  static func opened(_ scratch: Scratch) throws -> (path: String, environment: [String: String]) {
    let path = scratch.folder.appendingPathComponent("案卷.db").path
    let opened = try open(path)
    #expect(opened.code == 1, "the examples hold records that are refused: \(opened.complaints)")
    return (path, ["PINGXUAN_STORE": path])
  }

  @Test("从开启到命名：与不经案卷库直接走完的文书逐字节相同；核对完好；重新判定相同，换时区换语言也一样")
  func wholeRound() throws {
    let scratch = try Scratch()
    let (_, environment) = try Self.opened(scratch)
    let again = try Program.run("round", "list", environment: environment)
    #expect(again.output.contains("2025-\(Self.award)"))
    let done = try Program.run("act", "--file", Self.acts, environment: environment)
    #expect(done.code == 1 && done.complaints.contains("未被接受"), "\(done.complaints)")
    let repeated = try Program.run("act", "--file", Self.acts, environment: environment)
    #expect(repeated.complaints.contains("办理 0 个动作"), "\(repeated.complaints)")

    let (stored, direct) = (scratch.folder.appendingPathComponent("a"), scratch.folder.appendingPathComponent("b"))
    _ = try Program.run("round", "report", "-o", stored.path, environment: environment)
    _ = try Program.run(
      "run", "--workflow", "workflows/\(Self.award).yaml", "--rules", "rules/2025/\(Self.award).yaml", "--records",
      "\(Self.example)/records.yaml", "--acts", Self.acts, "-o", direct.path)
    var compared = 0
    for name in try FileManager.default.subpathsOfDirectory(atPath: direct.path) where name.contains(".") {
      // The one names the acts file, the other the log; refused acts are kept nowhere.
      if ["manifest.json", "refused.md"].contains(name) { continue }
      let texts = try [stored, direct].map { try Data(contentsOf: $0.appendingPathComponent(name)) }
      #expect(texts[0] == texts[1], "\(name)")
      compared += 1
    }
    #expect(compared > 50)

    let verified = try Program.run("audit", "verify", environment: environment)
    #expect(verified.code == 0 && verified.output.hasPrefix("完好："), "\(verified.output)")
    let replays = try [
      [:], ["TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8"], ["TZ": "Pacific/Kiritimati", "LC_ALL": "C"],
    ].map { try Program.run("audit", "replay", environment: environment.merging($0) { $1 }) }
    #expect(replays.allSatisfy { $0.code == 0 && $0.output == replays[0].output }, "\(replays)")
    #expect(replays[0].output.contains("逐字节相同"))

    let closed = try Program.run("round", "close", "--as", "评选办经办人", environment: environment)
    #expect(closed.code == 0, "\(closed.complaints)")
    let late = try Program.run("act", "urge", "--as", "评选办经办人", environment: environment)
    #expect(late.code == 1 && late.complaints.contains("PX7203"), "\(late.complaints)")
    // Titles are reviewed in years whose calendar comes later.
    let later = try scratch.file(
      "中国-2027.yaml", "year: 2027\nzone: Asia/Shanghai\nholidays: []\nworkdays: []\n"
    ).path
    let added = try Program.run(
      "round", "amend", "--calendars", later, "--as", "评选办经办人", environment: environment)
    #expect(added.code == 0, "\(added.complaints)")
    try titlesLiveOn(environment)
    try listsAreHeldAgainstTheLog(environment)
  }

  /// Whoever has the file can change it; `verify` notices.
  private func change(_ store: String, _ sql: String) throws {
    let python = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.argv[2])"
    #expect(try Program.shell("python3 -c \"\(python)\" '\(store)' \"\(sql)\"").code == 0)
  }

  private func listsAreHeldAgainstTheLog(_ environment: [String: String]) throws {
    let store = try #require(environment["PINGXUAN_STORE"])
    try change(store, "update assessment set total = '99' where subject = 'QY-2025-006'")
    let changed = try Program.run("audit", "verify", environment: environment)
    #expect(
      changed.code == 1 && changed.output.contains("评审结果清单（表 assessment）里“QY-2025-006”与记录不符"), "\(changed)")
    try change(
      store, "drop trigger entry_remains; delete from entry; delete from head; delete from assessment")
    let emptied = try Program.run("audit", "verify", environment: environment)
    #expect(emptied.code == 1 && emptied.output.contains("第 1 条有问题：这一条缺失"), "\(emptied)")
    let replayed = try Program.run("audit", "replay", environment: environment)
    #expect(replayed.code == 2 && replayed.complaints.contains("PX8007"), "\(replayed)")
  }

  @Test("坏了的案卷库：打不开的说用备份；存档的文件被改过，不据以办理；末条指纹写错，是用法有误")
  func damage() throws {
    let scratch = try Scratch()
    let (path, environment) = try Self.opened(scratch)
    let head = try Program.run("audit", "verify", "--head", "sha256:12", environment: environment)
    #expect(head.code == 2 && head.complaints.contains("PX9033"), "\(head)")
    let other = "sha256:" + String(repeating: "0", count: 64)
    let unknown = try Program.run("audit", "verify", "--head", other, environment: environment)
    #expect(unknown.code == 1 && unknown.output.hasPrefix("各条前后相接，但没有一条的指纹是另行记下的那个"), "\(unknown)")
    try change(path, "update document set content = cast(content || x'0A' as blob)")
    let act = try Program.run("act", "publish", "--as", "评选办经办人", environment: environment)
    #expect(act.code == 2 && act.complaints.contains("PX8018"), "\(act)")
    let verified = try Program.run("audit", "verify", environment: environment)
    #expect(verified.code == 1 && verified.output.contains("请用备份恢复案卷库"), "\(verified)")
    try Data("SQLite format 3\0".utf8).write(to: URL(fileURLWithPath: path))
    for words in [["audit", "verify"], ["round", "list"], ["tick"]] {
      let answer = try Program.run(words, environment: environment)
      #expect(answer.code == 2 && answer.complaints.contains("PX8017"), "\(answer)")
    }
  }

  @Test("没有开启成的评选，不留下空的案卷库；编号不能空着，--id 与 --round 不能写两样")
  func openingFails() throws {
    let round = try SmallRound()
    func open(_ words: String...) throws -> Program.Result {
      try Program.run(
        [
          "round", "open", "--workflow", round.path("流程.yaml"), "--rules", round.path("规则.yaml"), "--records",
          round.path("记录.yaml"), "--people", round.path("人员.yaml"), "--at", "2026-05-11T09:00",
        ] + words, environment: round.environment)
    }
    let before = try FileManager.default.contentsOfDirectory(atPath: round.scratch.folder.path).sorted()
    #expect(try open("--as", "甲").code == 1)
    _ = try round.scratch.file("流程.yaml", "stages: 1\n")
    #expect(try open("--as", "经办").code == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: round.scratch.folder.path).sorted() == before)
    _ = try round.scratch.file("流程.yaml", String(contentsOfFile: round.path("流程2.yaml"), encoding: .utf8))
    for id in ["", " ", "一\n二"] {
      let answer = try open("--as", "经办", "--id", id)
      #expect(answer.code == 2 && answer.complaints.contains("PX9034"), "\(answer)")
    }
    let two = try open("--as", "经办", "--id", "一", "--round", "二")
    #expect(two.code == 2 && two.complaints.contains("PX9035"), "\(two)")
    #expect(try open("--as", "经办", "--round", "二").complaints.contains("已开启评选“二”"))
    #expect(try open("--as", "甲", "--id", "三").code == 1)
    let list = try Program.run("round", "list", environment: round.environment).output
    #expect(list.contains("二") && !list.contains("三"), "\(list)")
    let files = try FileManager.default.contentsOfDirectory(atPath: round.scratch.folder.path).sorted()
    #expect(files == (before + ["案卷.db"]).sorted(), "\(files)")
  }

  @Test("还没有评选的案卷库，重新判定时直说没有")
  func emptyStore() throws {
    let scratch = try Scratch()
    let (path, environment) = try Self.opened(scratch)
    let tables = ["entry", "head", "round", "item", "record", "assessment", "command", "outbox"]
    try change(path, "drop trigger entry_remains; " + tables.map { "delete from \($0)" }.joined(separator: "; "))
    let replayed = try Program.run("audit", "replay", environment: environment)
    #expect(replayed.code == 2 && replayed.complaints.contains("PX7209"), "\(replayed)")
    #expect(try Program.run("audit", "verify", environment: environment).output.hasPrefix("完好：0 条"))
  }

  /// 评选结束以后，称号的动态管理照常；文书说得出，重新判定仍然相同。
  private func titlesLiveOn(_ environment: [String: String]) throws {
    func act(_ words: String...) throws -> Program.Result {
      try Program.run(["act"] + words, environment: environment)
    }
    let (title, loser) = ("QY-2025-006", "QY-2025-005")
    let warned = try act("warn_title", "--case", title, "--as", "纪检监督员", "--reason", "未履行宣讲义务")
    #expect(warned.code == 0, "\(warned.complaints)")
    let refused = try act("warn_title", "--case", loser, "--as", "纪检监督员", "--reason", "没有称号")
    #expect(refused.code == 1 && refused.complaints.contains("INSTANCE_CLOSED"), "\(refused.complaints)")
    #expect(try act("approve", "--case", loser, "--as", "评选办经办人").complaints.contains("PX7203"))
    let changed = try act("org_change", "--as", "系统管理员", "--with", "roles={计票员: [评选办复核人]}")
    #expect(changed.code == 0, "\(changed.complaints)")
    #expect(try act("review_title", "--case", title, "--as", "评选办经办人", "--set", "政治纪律问题=true").code == 0)
    let before = try Program.run("case", "show", title, environment: environment).output
    #expect(before.contains("触发否决（有违背党的政治纪律、政治规矩言行）") && before.contains("等待票决"), "\(before)")
    #expect(before.contains("17项均未触发"), "评选时的认定不变")
    let voted = try act(
      "decide_revocation", "--case", title, "--as", "评选办复核人", "--with", "attended=8", "--with", "count={\"yes\": 8}")
    #expect(voted.code == 0 && voted.output.contains("已撤销"), "\(voted.complaints)")
    let replayed = try Program.run("audit", "replay", environment: environment)
    #expect(replayed.code == 0 && replayed.output.contains("逐字节相同"), "\(replayed.output)")
    #expect(try Program.run("audit", "verify", environment: environment).code == 0)
  }

  @Test("一个个办：谁能办、办过没有、看的是不是旧版本，都由案卷库说")
  func singleActs() throws {
    let scratch = try Scratch()
    let (_, environment) = try Self.opened(scratch)
    func act(_ words: String...) throws -> Program.Result {
      try Program.run(["act"] + words, environment: environment)
    }
    let published = try act("publish", "--as", "评选办经办人", "--at", "2025-12-01T09:30")
    #expect(published.code == 0 && published.output.contains("已记下"), "\(published.complaints)")
    let early = try act("submit", "--case", "QY-2025-001", "--as", "QY-2025-001申报人", "--at", "2025-11-30T10:00")
    #expect(early.code == 1 && early.complaints.contains("PX7205"))
    let stranger = try act("submit", "--case", "QY-2025-001", "--as", "过路人", "--at", "2025-12-02T10:00")
    #expect(stranger.code == 1 && stranger.complaints.contains("NOT_ASSIGNEE"), "\(stranger.complaints)")
    let submit = ["submit", "--case", "QY-2025-001", "--as", "QY-2025-001申报人", "--at", "2025-12-02T10:00"]
    let once = try Program.run(
      ["act"] + submit + ["--command-id", "c-1", "--format", "json"], environment: environment)
    #expect(once.code == 0 && once.output.contains("\"repeat\": false"), "\(once.complaints)")
    let twice = try Program.run(
      ["act"] + submit + ["--command-id", "c-1", "--format", "json"], environment: environment)
    #expect(twice.code == 0 && twice.output.contains("\"repeat\": true"))
    let other = try act(
      "withdraw", "--case", "QY-2025-001", "--as", "QY-2025-001申报人", "--command-id", "c-1", "--at", "2025-12-02T11:00")
    #expect(other.code == 1 && other.complaints.contains("COMMAND_ID_REUSED"))
    let stale = try act(
      "withdraw", "--case", "QY-2025-001", "--as", "QY-2025-001申报人", "--if-version", "0", "--at", "2025-12-02T11:00")
    #expect(stale.code == 1 && stale.complaints.contains("STALE_VERSION"), "\(stale.complaints)")
    let misspelt = try act("aprove", "--as", "评选办经办人")
    #expect(misspelt.code == 2 && misspelt.complaints.contains("approve"), "\(misspelt.complaints)")
    let nobody = try act("submit", "--case", "QY-9", "--as", "甲")
    #expect(nobody.code == 1, "\(nobody.complaints)")

    let list = try Program.run("case", "list", environment: environment)
    #expect(list.output.contains("QY-2025-001"))
    let history = try Program.run("case", "history", "QY-2025-001", environment: environment)
    #expect(history.output.contains("提交"))
    let shown = try Program.run("case", "show", "QY-2025-001", "--at", "2025-12-02T12:00", environment: environment)
    #expect(shown.code == 0 && shown.output.contains("待办："), "\(shown.output)")
    let ticked = try Program.run("tick", "--at", "2026-01-31", environment: environment)
    #expect(ticked.code == 0 && ticked.complaints.contains("记下第"), "\(ticked.complaints)")
    let exported = try Program.run("audit", "export", environment: environment)
    #expect(exported.output.split(separator: "\n").count > 30)
    let file = scratch.folder.appendingPathComponent("记录.ndjson").path
    let written = try Program.run("audit", "export", "-o", file, environment: environment)
    #expect(written.complaints == "已写入 \(file)：\(exported.output.split(separator: "\n").count) 条\n", "\(written)")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == exported.output)
  }

  @Test("两个进程同时办同一件：一个办成，另一个被告知版本已变；谁的也没有覆盖谁")
  func twoProcesses() throws {
    let scratch = try Scratch()
    let (_, environment) = try Self.opened(scratch)
    _ = try Program.run("act", "publish", "--as", "评选办经办人", "--at", "2025-12-01T09:30", environment: environment)
    let results = try (0..<2).map { _ in
      try Program.start(
        [
          "act", "submit", "--case", "QY-2025-002", "--as", "QY-2025-002申报人", "--if-version", "0", "--at",
          "2025-12-02T10:00",
        ], environment: environment)
    }.map { try $0.result() }
    #expect(results.map(\.code).sorted() == [0, 1], "\(results)")
    #expect(results.contains { $0.code == 1 && $0.complaints.contains("STALE_VERSION") }, "\(results)")
    let history = try Program.run("case", "history", "QY-2025-002", environment: environment)
    #expect(history.output.split(separator: "\n").count { $0.contains("提交") } == 1, "\(history.output)")
    #expect(try Program.run("audit", "verify", environment: environment).code == 0)
  }

  @Test("没有案卷库、没有评选、写不下去，都说清楚")
  func faults() throws {
    let scratch = try Scratch()
    let path = scratch.folder.appendingPathComponent("无.db").path
    let absent = try Program.run("round", "list", environment: ["PINGXUAN_STORE": path])
    #expect(absent.code == 2 && absent.complaints.contains("PX8001"))
    let foreign = try scratch.file("别的.db", "这不是案卷库").path
    let other = try Program.run("audit", "verify", "--store", foreign)
    #expect(other.code == 2 && other.complaints.contains("PX8002"))
    let (_, environment) = try Self.opened(scratch)
    let unknown = try Program.run("case", "list", "--round", "2024", environment: environment)
    #expect(unknown.code == 2 && unknown.complaints.contains("PX7201"))
    let twice = try Self.open(environment["PINGXUAN_STORE"]!)
    #expect(twice.code == 1 && twice.complaints.contains("PX7202"), "\(twice.complaints)")
  }
}
