import Foundation
import TestSupport
import Testing

@Suite("文书：按案卷库写出")
struct DocumentCommandTests {
  private static let award = "红星工匠"

  /// A store with the example's round, from the notice to the archive: made once, only read.
  private static let made = Result { () throws -> (scratch: Scratch, environment: [String: String]) in
    let scratch = try Scratch()
    let environment = ["PINGXUAN_STORE": scratch.folder.appendingPathComponent("案卷.db").path]
    let example = "examples/2025/\(award)"
    let opened = try Program.run(
      "round", "open", "--workflow", "workflows/\(award).yaml", "--rules", "rules/2025/\(award).yaml",
      "--records", "\(example)/records.yaml", "--people", "\(example)/acts.yaml", environment: environment)
    #expect(opened.code == 1, "the examples hold records that are refused: \(opened.complaints)")
    let done = try Program.run("act", "--file", "\(example)/acts.yaml", environment: environment)
    #expect(done.code == 1, "\(done.complaints)")
    return (scratch, environment)
  }

  private func documents(_ environment: [String: String], to folder: URL, _ more: String...) throws -> Program.Result {
    try Program.run(["report", "documents", "-o", folder.path] + more, environment: environment)
  }

  private func names(in folder: URL) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
  }

  @Test("六种文书都写出；再写一次，上次有、这次没有的删去，改动过的不删；--only 只写那一种")
  func whole() throws {
    let scratch = try Scratch()
    let environment = try Self.made.get().environment
    let folder = scratch.folder.appendingPathComponent("文书")
    let first = try documents(environment, to: folder)
    #expect(first.code == 0 && first.complaints.contains("PX7239"), "\(first.complaints)")
    let expected: Set = [
      "manifest.json", "推荐表", "汇总表.xlsx", "评分表-红星工匠.xlsx", "公示公告.html", "公示公告.md", "公示公告（二）.html", "公示公告（二）.md",
      "命名决定.html", "命名决定.md", "命名决定（二）.html", "命名决定（二）.md", "评审报告-红星工匠.html", "评审报告-红星工匠.md",
    ]
    #expect(try names(in: folder) == expected)
    let book = try Data(contentsOf: folder.appendingPathComponent("汇总表.xlsx"))
    #expect(book.starts(with: Data("PK".utf8)))
    // In English they are called otherwise: the Chinese ones go, but not the one that somebody has worked on.
    let touched = folder.appendingPathComponent("命名决定.md")
    try Data("改过".utf8).write(to: touched)
    let second = try documents(environment, to: folder, "--lang", "en")
    #expect(second.code == 0, "\(second.complaints)")
    let now = try names(in: folder)
    #expect(now.contains("notice.html") && now.contains("命名决定.md") && !now.contains("公示公告.html"), "\(now)")
    let third = try documents(environment, to: folder, "--only", "公示公告", "--only", "scores")
    #expect(third.code == 0 && third.complaints.contains("3 份文书"), "\(third.complaints)")
    #expect(try names(in: folder).isSuperset(of: ["notice.html", "公示公告.html", "评分表-红星工匠.xlsx"]))
  }

  @Test("同样的案卷库，同样的文书，逐字节相同") func sameBytes() throws {
    let scratch = try Scratch()
    let environment = try Self.made.get().environment
    let folders = ["一", "二"].map { scratch.folder.appendingPathComponent($0) }
    for (folder, more) in zip(folders, [[:], ["TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8"]]) {
      let result = try Program.run(
        ["report", "documents", "-o", folder.path]
          + ["summary", "scores", "notice", "decision", "report"].flatMap { ["--only", $0] },
        environment: environment.merging(more) { $1 })
      #expect(result.code == 0, "\(result.complaints)")
    }
    for name in try names(in: folders[0]) where name.contains(".") {
      let both = try folders.map { try Data(contentsOf: $0.appendingPathComponent(name)) }
      #expect(both[0] == both[1], "\(name)")
    }
  }

  @Test("只有规则和记录：表和报告照写，公示和命名要有过程；有记录被拒收以 1 收场；写错的说明白")
  func withoutStore() throws {
    let scratch = try Scratch()
    let files = ["--rules", "rules/2025/\(Self.award).yaml", "--records", "examples/2025/\(Self.award)/records.yaml"]
    let folder = scratch.folder.appendingPathComponent("文书")
    let result = try Program.run(["report", "documents", "-o", folder.path] + files)
    #expect(result.code == 1 && result.complaints.contains("PX7236") && result.complaints.contains("PX7237"))
    let now = try names(in: folder)
    #expect(now.contains("汇总表.xlsx") && !now.contains { $0.hasPrefix("公示公告") }, "\(now)")
    let half = try Program.run("report", "documents", "-o", folder.path, "--rules", files[1])
    #expect(half.code == 2 && half.complaints.contains("PX9037"), "\(half.complaints)")
    let kind = try Program.run(["report", "documents", "-o", folder.path, "--only", "奖状"] + files)
    #expect(kind.code == 2 && kind.complaints.contains("奖状"), "\(kind.complaints)")
    let lost = try Program.run(["report", "documents", "-o", folder.path, "--settings", "没有.yaml"] + files)
    #expect(lost.code == 2 && lost.complaints.contains("PX7002"), "\(lost.complaints)")
  }

  @Test(
    "公示公告在浏览器里断网打开，印成 PDF：A4，名单都在，没有身份号码",
    .enabled(if: Browser.found != nil, "没有 chromium，跳过 chromium is missing: skipped"))
  func browser() throws {
    let scratch = try Scratch()
    let environment = try Self.made.get().environment
    let folder = scratch.folder.appendingPathComponent("文书")
    let result = try documents(environment, to: folder, "--only", "notice", "--only", "decision", "--pdf")
    #expect(result.code == 0, "\(result.complaints)")
    let page = folder.appendingPathComponent("公示公告.html").path
    let browser = try Browser(scratch)
    let shown = try browser.page(page, "")
    #expect(shown.contains("张航（星辰航空部件有限公司，数控铣工）") && shown.contains("2026年2月11日至2026年2月24日"))
    #expect(try browser.pdf(page, "").starts(with: Data("%PDF".utf8)))
    for name in ["公示公告", "公示公告（二）", "命名决定", "命名决定（二）"] {
      let pdf = folder.appendingPathComponent("\(name).pdf")
      #expect(try Data(contentsOf: pdf).starts(with: Data("%PDF".utf8)), "\(name)")
      guard let text = try PDFText.read(pdf) else { continue }
      #expect(text.contains("景德镇高新区航空产业链委员会") && text.matches(of: /\d{17}[\dXx]/).isEmpty, "\(text.prefix(200))")
    }
    // Where there is no browser, the pages are written all the same.
    let without = try Program.run(
      ["report", "documents", "-o", folder.path, "--only", "notice", "--pdf"],
      environment: environment.merging(["PATH": "/nowhere"]) { $1 })
    #expect(without.code == 0 && without.complaints.contains("PX7245"), "\(without.complaints)")
  }
}

/// What pdftotext finds in a file; `nil` where the program is missing.
private enum PDFText {
  static func read(_ file: URL) throws -> String? {
    let program = URL(fileURLWithPath: "/usr/bin/pdftotext")
    guard FileManager.default.isExecutableFile(atPath: program.path) else { return nil }
    let scratch = try Scratch()
    let output = scratch.folder.appendingPathComponent("text")
    let process = Process()
    process.executableURL = program
    process.arguments = [file.path, output.path]
    try process.run()
    process.waitUntilExit()
    return try String(contentsOf: output, encoding: .utf8)
  }
}
