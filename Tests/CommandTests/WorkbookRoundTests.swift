import Foundation
import TestSupport
import Testing

/// A round whose records come as workbooks.
@Suite struct WorkbookRoundTests {
  @Test func 开启和收下都可以用工作簿() throws {
    let round = try SmallRound()
    let opened = try open(round, [["1", "X-1", "甲厂", "３"], ["2", "X-2", "乙厂", "2"]])
    #expect(opened.code == 0 && opened.complaints.contains("2 份案卷"), "\(opened.complaints)")
    #expect(opened.complaints.contains("名单!D2 说明[PX4101] “次数”里的全角“３”按半角“3”读"))

    let again = try receive(round, [["2", "X-2", "乙　厂", "５"]])
    #expect(again.code == 0 && again.complaints.contains("名单!D2 说明[PX4101]"), "\(again.complaints)")
    #expect(again.output.contains("“乙厂”重新递交，以后一份为准；改动：名称 乙厂 → 乙　厂；次数 2 → 5\n"), "\(again.output)")
    let same = try receive(round, [["2", "X-2", "乙　厂", "5"]])
    #expect(same.output.contains("“乙　厂”重新递交") && same.output.hasSuffix("改动：没有\n"), "\(same.output)")

    // Not one of a file with mistakes is taken.
    let wrong = try receive(round, [["2", "X-2", "乙厂", "约6"], ["1", "X-1", "甲厂", "9"]])
    #expect(wrong.code == 2 && wrong.output.isEmpty && wrong.complaints.contains("错误[PX4124]"), "\(wrong)")
    #expect(try round.act("submit", "--case", "X-2", "--as", "乙").code == 0)
    let late = try receive(round, [["2", "X-2", "乙厂", "7"]], at: "2026-05-11T10:30")
    #expect(late.code == 1 && late.complaints.contains("PX7212"), "\(late.complaints)")
    let shown = try Program.run("case", "show", "X-2", "--at", "2026-05-11T10:30", environment: round.environment)
    #expect(shown.output.contains("次数 5"), "\(shown.output)")
    #expect(try Program.run("audit", "verify", environment: round.environment).code == 0)
    #expect(try Program.run("audit", "replay", environment: round.environment).code == 0)
  }

  @Test func 几张像名单的用sheet指明_库里也记着() throws {
    let round = try SmallRound()
    #expect(try open(round, [["1", "X-1", "甲厂", "3"], ["2", "X-2", "乙厂", "2"]]).code == 0)
    let rows = [["编号", "名称", "次数"], ["X-2", "乙厂", "7"]].map { $0.map { WorkbookMaker.Cell.shared($0) } }
    let other = [["编号", "名称", "次数"], ["X-2", "乙厂", "8"]].map { $0.map { WorkbookMaker.Cell.shared($0) } }
    let path = round.path("两张.xlsx")
    let book = WorkbookMaker([.init(name: "一", rows: rows), .init(name: "二", rows: other)])
    try Data(book.bytes).write(to: URL(fileURLWithPath: path))
    func receive(_ more: String...) throws -> Program.Result {
      try Program.run(
        ["round", "import", "--records", path, "--as", "经办", "--at", "2026-05-11T09:40"] + more,
        environment: round.environment)
    }
    let unsaid = try receive()
    #expect(unsaid.code == 2 && unsaid.complaints.contains("PX4161") && unsaid.complaints.contains("--sheet"))
    #expect(try receive("--sheet", "三").complaints.contains("“\(path)”里没有名为“三”的工作表，有的是：一、二"))
    let said = try receive("--sheet", "二")
    #expect(said.code == 0 && said.output.contains("改动：次数 2 → 8\n"), "\(said)")
    #expect(try Program.run("audit", "verify", environment: round.environment).code == 0)
    let shown = try Program.run("case", "show", "X-2", "--at", "2026-05-11T09:50", environment: round.environment)
    #expect(shown.output.contains("次数 8"), "\(shown.output)")
    let checked = try Program.run("check", "--rules", round.path("规则.yaml"), path, "--sheet", "一")
    #expect(checked.code == 0 && checked.complaints.contains("1 份记录，都能收"), "\(checked)")
    let table = try Program.run("check", "--rules", round.path("规则.yaml"), round.path("记录.csv"), "--sheet", "一")
    #expect(table.code == 2, "\(table)")
  }

  // MARK: -

  private func write(_ round: SmallRound, _ rows: [[String]], _ name: String) throws -> String {
    let path = round.path(name)
    let maker = WorkbookMaker([["序号", "编号", "名称", "次数"]] + rows)
    try Data(maker.bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func open(_ round: SmallRound, _ rows: [[String]]) throws -> Program.Result {
    try Program.run(
      "round", "open", "--workflow", round.path("流程.yaml"), "--rules", round.path("规则.yaml"), "--records",
      try write(round, rows, "名单.xlsx"), "--people", round.path("人员.yaml"), "--as", "经办", "--at", "2026-05-11T09:00",
      environment: round.environment)
  }

  private func receive(
    _ round: SmallRound, _ rows: [[String]], at time: String = "2026-05-11T09:30"
  ) throws -> Program.Result {
    try Program.run(
      "round", "import", "--records", try write(round, rows, "重交.xlsx"), "--as", "经办", "--at", time,
      environment: round.environment)
  }
}
