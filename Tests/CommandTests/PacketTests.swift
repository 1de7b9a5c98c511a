import Foundation
import TestSupport
import Testing

@Suite("评审包：一个网页文件，断网可用")
struct PacketTests {
  private static let award = "党员示范企业"
  private static let arguments = [
    "report", "packet", "--rules", "rules/2026/\(award).yaml", "--records", "examples/2026/\(award)/records.yaml",
    "--last-rules", "rules/2025/\(award).yaml", "--last-records", "examples/2025/\(award)/records.yaml",
  ]

  private func packet(in scratch: Scratch, _ more: String...) throws -> (path: String, html: String) {
    let path = scratch.folder.appendingPathComponent("评审包.html").path
    let result = try Program.run(Self.arguments + ["-o", path] + more)
    // One record of the example is refused on purpose.
    #expect(result.code == 1 && result.complaints.contains("PX4038"), "\(result.complaints)")
    return (path, try String(contentsOfFile: path, encoding: .utf8))
  }

  /// What the page holds for its script.
  private func data(_ html: String, _ id: String) throws -> [String: Any] {
    let start = try #require(html.range(of: "<script type=\"application/json\" id=\"\(id)\">"))
    let end = try #require(html.range(of: "</script>", range: start.upperBound..<html.endIndex))
    let json = try JSONSerialization.jsonObject(with: Data(html[start.upperBound..<end.lowerBound].utf8))
    return try #require(json as? [String: Any])
  }

  @Test("每名对象一行，与评审结果相同；理由逐句都在；不引用任何外面的东西；身份信息照样遮盖")
  func contents() throws {
    let scratch = try Scratch()
    let (_, html) = try packet(in: scratch)
    let rows = try #require(try data(html, "packet")["rows"] as? [[String: Any]])
    let evaluated = try Program.run(
      "evaluate", "--rules", "rules/2026/\(Self.award).yaml", "--records", "examples/2026/\(Self.award)/records.yaml",
      "--format", "csv"
    ).output.split(separator: "\r\n").dropFirst()
    #expect(rows.count == evaluated.count && rows.count == 28)
    for (row, line) in zip(rows, evaluated) {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      #expect(row["id"] as? String == String(cells[1]) && row["told"] as? String == String(cells[3]), "\(line)")
    }
    let explained = try Program.run(
      "explain", "--rules", "rules/2026/\(Self.award).yaml", "--records", "examples/2026/\(Self.award)/records.yaml",
      "--id", "QY-2026-020"
    ).output
    let texts = try #require(try data(html, "d0")["s"] as? [String])
    for line in explained.split(separator: "\n").dropFirst() {
      let words = line.trimmingCharacters(in: .whitespaces).split(separator: "　")
      #expect(words.isEmpty || texts.contains { text in words.contains { text.contains($0) } }, "\(line)")
    }
    #expect(!html.contains("src=") && !html.contains("@import") && !html.contains("fetch("))
    #expect(html.matches(of: /https?:\/\/(?!www\.w3\.org\/2000\/svg)/).isEmpty)
    // Eighteen digits, and not in a fingerprint: an identity number.
    #expect(html.matches(of: /[^0-9a-f]\d{17}[\dX][^0-9a-f]/).isEmpty)
  }

  @Test("与上年相比：同一代码才是同一家，编号不算；标准改了什么") func changes() throws {
    let scratch = try Scratch()
    let (_, html) = try packet(in: scratch)
    let page = try data(html, "packet")
    let rows = try #require(page["rows"] as? [[String: Any]])
    let stars = try #require(rows.first { $0["title"] as? String == "星辰航空部件有限公司" })
    let change = try #require(stars["change"] as? [String: Any])
    #expect(change["total"] as? String == "82.34" && change["outcome"] as? String == "入围")
    #expect(rows.contains { ($0["change"] as? [String: Any])?["isNew"] as? Bool == true })
    let criteria = try #require((page["changes"] as? [String: Any])?["criteria"] as? [String])
    #expect(criteria.contains { $0.hasPrefix("参数 基准日：由 2025-12-01 改为 2026-12-01") }, "\(criteria)")
  }

  @Test("记录里的文字不会变成网页的一部分") func hostileText() throws {
    let scratch = try Scratch()
    let rules = try scratch.file(
      "规则.yaml",
      """
      award: 小奖
      edition: 2026
      subject: enterprise
      regulation: {title: 小奖办法, short: 小奖办法, number: 小〔2026〕1号, approval_number: none}
      parameters: {}
      record:
        编号: {type: string, required: true, key: true}
        名称: {type: string, required: true, title: true}
      eligibility:
        - {id: T1, name: 有名称, require: '名称 != ""', basis: 第二条}

      """
    ).path
    let records = try scratch.file(
      "记录.yaml", "records:\n  - {编号: X-1, 名称: \"</script><script>document.title='坏'</script>\"}\n"
    ).path
    let path = scratch.folder.appendingPathComponent("包.html").path
    let result = try Program.run("report", "packet", "--rules", rules, "--records", records, "-o", path)
    #expect(result.code == 0, "\(result.complaints)")
    let html = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!html.contains("<script>document.title") && html.contains("\\u003c/script>"))
    let half = try Program.run("report", "packet", "--rules", rules, "-o", path)
    #expect(half.code == 2 && half.complaints.contains("PX9037"), "\(half.complaints)")
  }

  @Test(
    "在浏览器里断网打开：检索、打开一名对象、打印成 PDF", .enabled(if: Browser.found != nil, "没有 chromium，跳过 chromium is missing: skipped"))
  func browser() throws {
    let scratch = try Scratch()
    let (path, _) = try packet(in: scratch)
    let browser = try Browser(scratch)
    let searched = try browser.page(path, "q=航空&outcome=shortlisted")
    #expect(searched.contains("data-shown=\"5\"") && searched.contains("银杏航空玻璃有限公司"), "\(searched.prefix(300))")
    #expect(!searched.contains("data-id=\"QY-2026-023\""))
    let opened = try browser.page(path, "id=QY-2026-020")
    #expect(opened.contains("id=\"nominee\" data-id=\"QY-2026-020\"") && opened.contains("QY-T1 注册在高新区且在链"))
    #expect(try browser.page(path, "tab=charts").contains("总分分布"))
    #expect(try browser.page(path, "tab=changes").contains("标准的变化"))
    let pdf = try browser.pdf(path, "id=QY-2026-020")
    #expect(pdf.starts(with: Data("%PDF".utf8)) && pdf.count > 20_000)
  }
}

/// Headless Chromium, with no name resolved, so that nothing outside can be reached.
struct Browser {
  static let found = ["chromium", "chromium-browser", "google-chrome"].lazy
    .flatMap { name in ["/usr/bin/\(name)", "/usr/local/bin/\(name)"] }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private let scratch: Scratch
  private let program: String

  init(_ scratch: Scratch) throws {
    self.scratch = scratch
    program = try #require(Self.found)
  }

  /// The page as it stands when its script has run.
  func page(_ path: String, _ state: String) throws -> String {
    String(decoding: try run(["--dump-dom", address(path, state)]), as: UTF8.self)
  }

  func pdf(_ path: String, _ state: String) throws -> Data {
    let output = scratch.folder.appendingPathComponent("页.pdf")
    _ = try run(["--no-pdf-header-footer", "--print-to-pdf=\(output.path)", address(path, state)])
    return try Data(contentsOf: output)
  }

  private func address(_ path: String, _ state: String) -> String {
    let state = state.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(["=", "&"])) ?? ""
    return URL(fileURLWithPath: path).absoluteString + "#" + state
  }

  private func run(_ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments =
      [
        "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--user-data-dir=\(scratch.folder.appendingPathComponent("浏览器").path)",
      ] + (geteuid() == 0 ? ["--no-sandbox"] : []) + arguments
    let output = scratch.folder.appendingPathComponent("页面.html")
    try Data().write(to: output)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try Data(contentsOf: output)
  }
}
