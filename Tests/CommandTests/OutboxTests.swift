import Foundation
import TestSupport
import Testing

/// A small award with a workflow that has listeners and a secret ballot, in a folder of its own.
struct SmallRound {
  let scratch: Scratch
  var environment: [String: String] { ["PINGXUAN_STORE": path("案卷.db")] }

  init() throws {
    scratch = try Scratch()
    _ = try scratch.file(
      "规则.yaml",
      """
      award: 小奖
      edition: 2026
      subject: enterprise
      regulation: {title: 小奖办法, short: 小奖办法, number: 小〔2026〕1号, approval_number: none}
      parameters:
        基准日: {value: 2026-05-01, type: date, basis: 第一条}
      record:
        编号: {type: string, required: true, key: true}
        名称: {type: string, required: true, title: true}
        次数: {type: integer, range: "[0..60]", required: true}
      eligibility:
        - {id: T1, name: 有一次, require: 次数 >= 1, basis: 第二条}

      """)
    _ = try scratch.file("记录.yaml", "records:\n  - {编号: X-1, 名称: 甲厂, 次数: 3}\n  - {编号: X-2, 名称: 乙厂, 次数: 2}\n")
    _ = try scratch.file("流程.yaml", Self.workflow(1))
    _ = try scratch.file("流程2.yaml", Self.workflow(2))
    _ = try scratch.file(
      "人员.yaml",
      """
      org:
        people: {经办: {name: 某经办, title: 经办人}, 管理员: {name: 某管理, title: 系统管理员}, 甲: {name: 某甲}, 乙: {name: 某乙}, 计票: {name: 某计票},
          m1: {}, m2: {}, m3: {}, m4: {}, m5: {}, m6: {}, m7: {}, m8: {}, m9: {}}
        roles: {office: [经办], administrator: [管理员], 委员: [m1, m2, m3, m4, m5, m6, m7, m8, m9]}
      nominations:
        X-1: {by: 甲}
        X-2: {by: 乙}
      steps: []

      """)
  }

  private static func workflow(_ version: Int) -> String {
    """
    name: 小奖
    version: \(version)
    listeners: [{event: stage_entered, call: sms}]
    stages:
      - {id: apply, name: 申报, type: form, who: [{initiator: true}], next: vote}
      - id: vote
        name: 票决
        type: vote
        secret: true
        who: [{role: 委员}]
        teller: 计票
        attendance: {at_least: 2/3, of: eligible}
        rule: {more_than: 1/2, of: eligible}
        next: approved
        on_reject: end

    """
  }

  func path(_ name: String) -> String { scratch.folder.appendingPathComponent(name).path }

  func open() throws -> Program.Result {
    try Program.run(
      "round", "open", "--workflow", path("流程.yaml"), "--rules", path("规则.yaml"), "--records", path("记录.yaml"),
      "--people", path("人员.yaml"), "--as", "经办", "--at", "2026-05-11T09:00", environment: environment)
  }

  func act(_ words: String...) throws -> Program.Result { try act(words) }

  func act(_ words: [String]) throws -> Program.Result {
    try Program.run(["act"] + words + ["--at", "2026-05-11T10:00"], environment: environment)
  }
}

@Suite("消息与新版流程")
struct OutboxTests {
  @Test("送消息的程序失败：动作照样办成，消息留着；下次送到，不重复")
  func listeners() throws {
    let round = try SmallRound()
    #expect(try round.open().code == 0)
    #expect(try round.act("submit", "--case", "X-1", "--as", "甲").code == 0)
    let log = round.path("收到.txt")
    let program = try round.scratch.file("送.sh", "#!/bin/sh\n[ -e '\(round.path("坏"))' ] && exit 1\ncat >> '\(log)'\n")
      .path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    func tick() throws -> String {
      try Program.run("tick", "--at", "2026-05-11T10:00", "--deliver", program, environment: round.environment)
        .complaints
    }
    try Data().write(to: URL(fileURLWithPath: round.path("坏")))
    let failed = try tick()
    #expect(failed.contains("送出 0 条"), "\(failed)")
    #expect(
      try Program.run("case", "show", "X-1", "--at", "2026-05-11T10:00", environment: round.environment).output
        .contains("票决"))
    try FileManager.default.removeItem(atPath: round.path("坏"))
    let delivered = try tick()
    #expect(delivered.contains("0 条待发") && !delivered.contains("送出 0 条"), "\(delivered)")
    let messages = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    #expect(!messages.isEmpty && Set(messages).count == messages.count && messages[0].contains("\"listener\":\"sms\""))
    #expect(try tick().contains("送出 0 条消息，0 条待发"))
  }

  @Test("几个进程同时送：每条消息只送一次；送的进程被杀，正在送的那条下次还送")
  func deliverers() throws {
    let round = try SmallRound()
    #expect(try round.open().code == 0)
    #expect(try round.act("submit", "--case", "X-1", "--as", "甲").code == 0)
    #expect(try round.act("submit", "--case", "X-2", "--as", "乙").code == 0)
    let (log, stuck) = (round.path("收到.txt"), round.path("卡住"))
    let program = try round.scratch.file(
      "送.sh", "#!/bin/sh\ncat >> '\(log)'\nwhile [ -e '\(stuck)' ]; do sleep 0.05; done\nsleep 0.1\n"
    ).path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let tick = ["tick", "--at", "2026-05-11T10:00", "--deliver", program]
    try Data().write(to: URL(fileURLWithPath: stuck))
    let first = try Program.start(tick, environment: round.environment)
    for _ in 0..<1_500 where !FileManager.default.fileExists(atPath: log) { usleep(20_000) }
    let second = try Program.run(tick, environment: round.environment)
    #expect(second.code == 0 && second.complaints.contains("另一个进程正在送消息"), "\(second)")
    #expect(try first.kill().wasKilled)
    try FileManager.default.removeItem(atPath: stuck)
    let results = try (0..<3).map { _ in try Program.start(tick, environment: round.environment) }
      .map { try $0.result() }
    #expect(results.allSatisfy { $0.code == 0 }, "\(results)")
    let messages = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    // The one that was under way when its deliverer died arrived twice.
    #expect(messages.count == Set(messages).count + 1, "\(messages)")
    #expect(messages.filter { $0 == messages[0] }.count == 2)
    #expect(!FileManager.default.fileExists(atPath: round.path("案卷.db.delivering")))
  }

  @Test("送消息的程序跑不起来，是用法有误：期限也不生效，消息都留着")
  func noProgram() throws {
    let round = try SmallRound()
    #expect(try round.open().code == 0)
    for program in [round.path("没有.sh"), round.scratch.folder.path, round.path("记录.yaml")] {
      let answer = try Program.run(
        "tick", "--at", "2026-05-11T10:00", "--deliver", program, environment: round.environment)
      #expect(answer.code == 2 && answer.complaints.contains("PX9026"), "\(answer)")
    }
    let idle = try Program.run("tick", "--at", "2026-05-11T10:00", environment: round.environment)
    #expect(idle.code == 0 && idle.complaints == "没有到点的期限，什么也没有变\n", "\(idle)")
  }

  @Test("新版流程：管理员带理由启用；已开始的不变，转过去要逐件办")
  func versions() throws {
    let round = try SmallRound()
    #expect(try round.open().code == 0)
    func amend(_ file: String, _ words: String...) throws -> Program.Result {
      try Program.run(
        ["round", "amend", "--workflow", round.path(file), "--at", "2026-05-11T10:00"] + words,
        environment: round.environment)
    }
    #expect(try amend("流程2.yaml", "--as", "经办", "--reason", "修订").complaints.contains("NOT_ASSIGNEE"))
    #expect(try amend("流程2.yaml", "--as", "管理员").complaints.contains("REASON_REQUIRED"))
    #expect(try amend("流程.yaml", "--as", "管理员", "--reason", "修订").code == 1)
    #expect(try amend("流程2.yaml", "--as", "管理员", "--reason", "修订").code == 0)
    let moved = try round.act(
      "migrate", "--as", "管理员", "--reason", "修订", "--with", "to_version=2", "--with", "mapping={}")
    #expect(moved.code == 0, "\(moved.complaints)")
    #expect(try round.act("submit", "--case", "X-1", "--as", "甲").code == 0)
    #expect(try Program.run("audit", "verify", environment: round.environment).code == 0)
    #expect(try Program.run("audit", "replay", environment: round.environment).code == 0)
  }
}

@Suite("填入的事实、写错的时间、别的奖项的文件")
struct MistakeTests {
  @Test("什么也没有填的补录、没有写角色的调整人员，不办；没有到点的期限，直说没有什么可办")
  func nothing() throws {
    let round = try SmallRound()
    #expect(try round.open().code == 0)
    let before = try Program.run("audit", "verify", environment: round.environment).output
    let filled = try round.act("set_data", "--case", "X-1", "--as", "经办")
    #expect(filled.code == 2 && filled.complaints.contains("缺少“data”"), "\(filled)")
    let changed = try round.act("org_change", "--as", "管理员")
    #expect(changed.code == 2 && changed.complaints.contains("缺少“roles”"), "\(changed)")
    let ticked = try round.act("tick", "--as", "经办")
    #expect(ticked.code == 0 && ticked.output.hasPrefix("没有什么可办的，什么也没有记下\n"), "\(ticked)")
    #expect(try Program.run("audit", "verify", environment: round.environment).output == before)
  }

  @Test("不予办理的，JSON 里也有代码和说法；动作文件里的，说出在哪一行、谁对哪一件做什么")
  func refusals() throws {
    let round = try SmallRound()
    #expect(try round.open().code == 0)
    let single = try round.act("submit", "--case", "X-1", "--as", "乙", "--format", "json")
    #expect(single.code == 1 && single.output.contains("\"code\": \"NOT_ASSIGNEE\""), "\(single)")
    #expect(single.output.contains("\"text\": \"这里没有等您办理的事项\""), "\(single)")
    let fact = try round.act("submit", "--case", "X-1", "--as", "甲", "--set", "次数=500", "--format", "json")
    #expect(fact.code == 1 && fact.output.contains("\"code\": \"PX4"), "\(fact)")
    let file = try round.scratch.file(
      "动作.yaml",
      """
      org: {people: {甲: {}, 乙: {}}}
      nominations: {X-1: {by: 甲}, X-2: {by: 乙}}
      steps:
        - {do: submit, by: 甲, case: X-1, at: "2026-05-11T10:00"}
        - {do: submit, by: 甲, case: X-2, at: "2026-05-11T10:01"}

      """
    ).path
    let done = try Program.run("act", "--file", file, "--format", "json", environment: round.environment)
    #expect(done.code == 1 && done.complaints.contains("第 2 个动作未被接受（\(file):5，X-2 甲 提交）："), "\(done)")
    let lines = done.output.split(separator: "\n")
    #expect(
      lines.count == 2 && lines[1].hasPrefix("{\"step\":2,") && lines[1].contains("\"do\":\"submit\",\"case\":\"X-2\""),
      "\(done)")
    #expect(lines[1].contains("\"code\":\"NOT_ASSIGNEE\""))
    let again = try Program.run("act", "--file", file, "--lang", "en", environment: round.environment)
    #expect(again.complaints.contains("act 2 was refused (\(file):5, X-2 甲 submit):"), "\(again)")
  }

  @Test("办理中的案卷，JSON 里没有结论；案卷库的文书直说没有留下未被接受的动作")
  func underWay() throws {
    let round = try SmallRound()
    #expect(try round.open().code == 0)
    #expect(try round.act("submit", "--case", "X-1", "--as", "乙").code == 1)
    let shown = try Program.run("case", "show", "X-1", "--format", "json", environment: round.environment)
    #expect(
      shown.output.contains("\"outcome\": null") && shown.output.contains("\"outcome_text\": \"办理中\""), "\(shown)")
    let folder = round.path("文书")
    #expect(try Program.run("round", "report", "-o", folder, environment: round.environment).code == 0)
    let refused = try String(contentsOfFile: folder + "/refused.md", encoding: .utf8)
    #expect(refused.contains("案卷库只记办成的动作"), "\(refused)")
  }

  @Test("填入的事实照记录的规矩读；没有的案卷直说没有；还没到的时间不记")
  func facts() throws {
    let round = try SmallRound()
    #expect(try round.open().code == 0)
    for fact in ["次数=500", "次数=很多", "没有的字段=1"] {
      let answer = try round.act("submit", "--case", "X-1", "--as", "甲", "--set", fact)
      #expect(answer.code == 1 && answer.complaints.contains("PX4"), "\(fact): \(answer.complaints)")
    }
    let unknown = try round.act("submit", "--case", "X-9", "--as", "甲", "--round", "2026-小奖")
    #expect(unknown.code == 1 && unknown.complaints.contains("PX7215"), "\(unknown.complaints)")
    let future = try Program.run("tick", "--at", "2099-01-01", environment: round.environment)
    #expect(future.code == 2 && future.complaints.contains("PX9025"), "\(future.complaints)")
  }

  @Test("动作文件续写之后再办：已办的不重复；别的奖项的文件不办；别的奖项的流程不启用")
  func files() throws {
    let round = try SmallRound()
    #expect(try round.open().code == 0)
    let steps = "award: 小奖\nsteps:\n  - {do: submit, by: 甲, case: X-1, at: \"2026-05-11T10:00\"}\n"
    let head = "org: {people: {甲: {}, 乙: {}}}\nnominations: {X-1: {by: 甲}, X-2: {by: 乙}}\n"
    func act(_ text: String) throws -> Program.Result {
      let file = try round.scratch.file("动作.yaml", head + text).path
      return try Program.run("act", "--file", file, environment: round.environment)
    }
    #expect(try act(steps).complaints.contains("办理 1 个动作"))
    let more = try act(steps + "  - {do: submit, by: 乙, case: X-2}\n")
    #expect(more.complaints.contains("办理 1 个动作，此前已办 1 个"), "\(more.complaints)")
    let other = try act(steps.replacing("award: 小奖", with: "award: 大奖"))
    #expect(other.code == 2 && other.complaints.contains("PX7008"), "\(other.complaints)")
    let workflow = try String(contentsOfFile: round.path("流程2.yaml"), encoding: .utf8)
    let wrong = try round.scratch.file("别的.yaml", workflow.replacing("name: 小奖", with: "name: 大奖")).path
    let amended = try Program.run(
      "round", "amend", "--workflow", wrong, "--as", "管理员", "--reason", "修订", "--at", "2026-05-11T10:00",
      environment: round.environment)
    #expect(amended.code == 2 && amended.complaints.contains("PX7120"), "\(amended.complaints)")
  }
}

@Suite("后来公布的日历")
struct LaterCalendarTests {
  @Test("开启时没有的年份，期限暂定；补上日历就算准；已有的年份不换；重新读取，结果相同")
  func later() throws {
    let round = try SmallRound()
    let workflow = try String(contentsOfFile: round.path("流程.yaml"), encoding: .utf8)
      .replacing("next: vote}", with: "due: 3 working days, next: vote}")
    _ = try round.scratch.file("流程.yaml", workflow)
    func run(_ words: String..., at: String) throws -> Program.Result {
      try Program.run(words + ["--at", at], environment: round.environment)
    }
    let opened = try run(
      "round", "open", "--workflow", round.path("流程.yaml"), "--rules", round.path("规则.yaml"), "--records",
      round.path("记录.yaml"), "--people", round.path("人员.yaml"), "--as", "经办", "--calendars", "calendars/中国-2025.yaml",
      at: "2025-12-30T09:00")
    #expect(opened.code == 0, "\(opened.complaints)")
    func amend(_ path: String, by actor: String = "经办") throws -> Program.Result {
      try run("round", "amend", "--calendars", path, "--as", actor, at: "2025-12-30T10:00")
    }
    let before = try run("case", "show", "X-1", at: "2025-12-30T10:00").output
    #expect(before.contains("暂定"), "\(before)")
    #expect(try amend("calendars/中国-2026.yaml", by: "甲").complaints.contains("PX7210"))
    #expect(try amend("calendars/中国-2025.yaml").complaints.contains("PX7219"))
    let other = try round.scratch.file("另一份.yaml", "year: 2025\nzone: Asia/Shanghai\nholidays: []\nworkdays: []\n").path
    #expect(try amend(other).complaints.contains("PX7218"))
    let done = try amend("calendars/中国-2026.yaml")
    #expect(done.code == 0, "\(done.complaints)")
    #expect(try run("tick", at: "2025-12-30T10:30").code == 0)
    // 12 月 31 日一个，元旦放假到 1 月 3 日，4 日上班，5 日是第三个。
    let after = try run("case", "show", "X-1", at: "2025-12-30T10:30").output
    #expect(after.contains("2026-01-05") && !after.contains("暂定"), "\(after)")
    let replayed = try Program.run("audit", "replay", environment: round.environment)
    #expect(replayed.code == 0, "\(replayed.complaints)")
    #expect(try Program.run("audit", "verify", environment: round.environment).code == 0)
    let history = try run("case", "history", "X-1", at: "2025-12-30T10:30").output
    #expect(!history.contains("新版流程"), "\(history)")
    let both = try run(
      "round", "amend", "--calendars", "calendars", "--workflow", round.path("流程2.yaml"), "--as", "经办",
      at: "2025-12-30T10:40")
    #expect(both.code == 2 && both.complaints.contains("PX9036"), "\(both.complaints)")
  }
}

@Suite("后到的记录和提名")
struct ImportTests {
  @Test("新提名加入；未交材料的可重新递交，以最后一份为准；交上去的不换；各版都留着")
  func late() throws {
    let round = try SmallRound()
    #expect(try round.open().code == 0)
    func take(_ records: String, _ people: String? = nil, by actor: String = "经办") throws -> Program.Result {
      let file = try round.scratch.file("后到.yaml", records).path
      let extra = try people.map { ["--people", try round.scratch.file("后来的人.yaml", $0).path] } ?? []
      return try Program.run(
        ["round", "import", "--records", file, "--as", actor, "--at", "2026-05-11T10:00"] + extra,
        environment: round.environment)
    }
    #expect(try take("records:\n  - {编号: X-1, 名称: 甲厂, 次数: 9}\n", by: "甲").complaints.contains("PX7210"))
    #expect(try take("records:\n  - {编号: X-1, 名称: 甲机械厂, 次数: 9}\n").code == 0)
    let joined = try take(
      "records:\n  - {编号: X-3, 名称: 丙厂, 次数: 1}\n",
      "org: {people: {丙: {name: 某丙}}}\nnominations:\n  X-3: {by: 丙}\nsteps: []\n")
    #expect(joined.code == 0, "\(joined.complaints)")
    let list = try Program.run("case", "list", environment: round.environment).output
    #expect(list.contains("甲机械厂") && list.contains("丙厂"), "\(list)")
    #expect(try round.act("submit", "--case", "X-3", "--as", "丙").code == 0)
    let late = try take("records:\n  - {编号: X-3, 名称: 丙厂, 次数: 7}\n")
    #expect(
      late.code == 1 && late.complaints.contains("PX7212") && late.complaints.contains("X-3"), "\(late.complaints)")
    let again = try take(
      "records:\n  - {编号: X-4, 名称: 丁厂, 次数: 1}\n",
      "org: {people: {丙: {name: 某丙}}}\nnominations:\n  X-5: {by: 丙}\nsteps: []\n")
    #expect(again.code == 1, "a nomination without a record begins nothing: \(again.complaints)")
    #expect(try !Program.run("case", "list", environment: round.environment).output.contains("丁厂"))
    #expect(try Program.run("case", "history", environment: round.environment).output.contains("人员名单有增加"))
    #expect(try Program.run("audit", "verify", environment: round.environment).code == 0)
    #expect(try Program.run("audit", "replay", environment: round.environment).code == 0)
  }
}

@Suite("无记名票决，经案卷库")
struct SecretBallotTests {
  /// Nine members vote; each gives what the list says.
  private func vote(_ choices: [String]) throws -> SmallRound {
    let round = try SmallRound()
    #expect(try round.open().code == 0)
    #expect(try round.act("submit", "--case", "X-1", "--as", "甲", "--command-id", "s").code == 0)
    let members = (1...9).map { "m\($0)" }
    let present = try round.act(
      "check_in", "--case", "X-1", "--as", "计票", "--present", "[\(members.joined(separator: ", "))]", "--command-id",
      "p")
    #expect(present.code == 0, "\(present.complaints)")
    #expect(try round.act("open_vote", "--case", "X-1", "--as", "计票", "--command-id", "o").code == 0)
    for (member, choice) in zip(members, choices) {
      let cast = try round.act(
        "cast", "--case", "X-1", "--as", member, "--choice", choice, "--command-id", "c-\(member)")
      #expect(cast.code == 0 && !(cast.output + cast.complaints).contains(choice), "\(cast.output)\(cast.complaints)")
    }
    return round
  }

  @Test("谁投了什么，案卷库里除了密封的箱子以外一个字节也不随之而变；日志、预写日志、空闲页里都没有")
  func nothingTells() throws {
    let choices = ["yes", "no", "yes", "abstain", "yes", "no", "yes", "yes", "no"]
    let rounds = try [choices, Array(choices.reversed())].map(vote)
    func export(_ round: SmallRound) throws -> String {
      try Program.run("audit", "export", environment: round.environment).output
    }
    let logs = try rounds.map(export)
    // The two rounds lie in folders of their own, whose names stand in the log.
    let plain = zip(logs, rounds).map { log, round in
      log.replacing(round.scratch.folder.path, with: "").replacing(#/"hash":"[0-9a-f]+"/#, with: "")
    }
    #expect(plain[0] == plain[1])
    for round in rounds {
      let files = try FileManager.default.contentsOfDirectory(atPath: round.scratch.folder.path)
      for name in files where name.hasPrefix("案卷.db") && !name.hasSuffix(".keys") {
        let bytes = try Data(contentsOf: round.scratch.folder.appendingPathComponent(name))
        for word in ["abstain", "\"choice\":{", "\"yes\"}"] where bytes.range(of: Data(word.utf8)) != nil {
          // The words of a tally stand in the log of the session, and are empty there.
          let text = String(decoding: bytes, as: UTF8.self)
          #expect(!text.contains("\"choice\":{\"_0\""), "\(name) tells \(word)")
        }
      }
      let sizes = files.filter { $0.hasPrefix("案卷.db") }.sorted()
      #expect(sizes.contains { $0.hasSuffix(".keys") }, "the key of the open box lies beside the store: \(sizes)")
    }
  }

  @Test("写错的票不在屏幕上再现；写在命令行里的无记名票，提醒终端留有历史；没有写票的，说出该写什么")
  func nothingOnTheScreen() throws {
    let round = try vote([])
    for words in [
      ["--choice", "yess"], ["--choice", "[n0"], ["--marks", "{X-1: yess}"], ["--with", "choce=yess"],
      ["--names", "[yess, yess"], ["--with", "choice=yess"],
    ] {
      let cast = try round.act(["cast", "--case", "X-1", "--as", "m1"] + words)
      #expect(cast.code == 2 && cast.complaints.hasPrefix("错误[PX9029]"), "\(words): \(cast)")
      #expect(!["yess", "n0", "choce"].contains { cast.complaints.contains($0) }, "\(words): \(cast)")
    }
    let piped = try Program.shell(
      "echo yess | PINGXUAN_STORE='\(round.path("案卷.db"))' pingxuan act cast --case X-1 --as m1 --choice - --at 2026-05-11T10:00"
    )
    #expect(piped.code == 2 && !piped.complaints.contains("yess"), "\(piped)")
    let none = try round.act("cast", "--case", "X-1", "--as", "m1")
    #expect(none.code == 2 && none.complaints.contains("PX5353"), "\(none)")
    let names = try round.act("cast", "--case", "X-1", "--as", "m1", "--names", "[X-1]")
    #expect(names.code == 1 && names.complaints.contains("PX5352"), "\(names)")
    let told = try round.act("cast", "--case", "X-1", "--as", "m1", "--choice", "yes")
    #expect(told.code == 0 && told.complaints.contains("警告[PX9030]"), "\(told)")
    let silent = try Program.shell(
      "echo yes | PINGXUAN_STORE='\(round.path("案卷.db"))' pingxuan act cast --case X-1 --as m2 --choice - --at 2026-05-11T10:00"
    )
    #expect(silent.code == 0 && silent.complaints.isEmpty, "\(silent)")
  }

  @Test("票箱被动过：少了票就不计票；钥匙丢了可以休会重投；没有输入不是空白票")
  func tamperedBox() throws {
    let round = try vote(["yes", "no", "yes", "abstain", "yes", "no", "yes", "yes", "no"])
    let empty = try Program.shell(
      "PINGXUAN_STORE='\(round.path("案卷.db"))' pingxuan act cast --case X-1 --as m1 --choice - </dev/null")
    #expect(empty.code == 2 && empty.complaints.contains("PX9024"), "\(empty.complaints)")
    let python =
      "import sqlite3; c = sqlite3.connect('\(round.path("案卷.db"))'); c.execute('delete from box'); c.commit()"
    #expect(try Program.shell("python3 -c \"\(python)\"").code == 0)
    let close = try round.act("close_vote", "--case", "X-1", "--as", "计票")
    #expect(close.code == 1 && close.complaints.contains("PX7214"), "\(close.complaints)")
    let other = try vote(["yes", "no", "yes", "abstain", "yes", "no", "yes", "yes", "no"])
    try FileManager.default.removeItem(atPath: other.path("案卷.db.keys"))
    let lost = try other.act("close_vote", "--case", "X-1", "--as", "计票")
    #expect(lost.code == 2 && lost.complaints.contains("PX8010"), "\(lost.complaints)")
    let adjourned = try other.act("adjourn", "--case", "X-1", "--as", "计票")
    #expect(adjourned.code == 0, "\(adjourned.complaints)")
    #expect(try Program.run("audit", "verify", environment: other.environment).code == 0)
  }

  @Test("同一编号再投一次，是同一次；计票之后有票数，没有箱子，没有钥匙；核对和重新判定都过")
  func counting() throws {
    let round = try vote(["yes", "no", "yes", "abstain", "yes", "no", "yes", "yes", "no"])
    let again = try round.act("cast", "--case", "X-1", "--as", "m1", "--choice", "no", "--command-id", "c-m1")
    #expect(again.code == 0 && again.output.contains("不重复办理"), "\(again.output)\(again.complaints)")
    let early = try round.act("query_tally", "--case", "X-1", "--as", "计票")
    #expect(early.code == 1 && early.complaints.contains("SECRET"), "\(early.complaints)")
    #expect(try round.act("close_vote", "--case", "X-1", "--as", "计票").code == 0)
    let shown = try Program.run("case", "show", "X-1", environment: round.environment).output
    #expect(shown.contains("赞成 5，反对 3，弃权 1"), "\(shown)")
    #expect(!FileManager.default.fileExists(atPath: round.path("案卷.db.keys")))
    #expect(try Program.run("case", "history", "X-1", environment: round.environment).output.contains("清点票箱"))
    #expect(try Program.run("audit", "verify", environment: round.environment).code == 0)
    let replay = try Program.run("audit", "replay", environment: round.environment)
    #expect(replay.code == 0 && replay.output.contains("10 个涉及无记名投票"), "\(replay.output)")
  }
}
