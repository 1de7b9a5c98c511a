import Foundation
import Testing

@Suite("Output that cannot be written, files that cannot be read")
struct OutputTests {
  private static let batch = "--rules rules/2025/党建品牌.yaml --records examples/2025/党建品牌/records.yaml"

  @Test(
    "a failed write is one sentence and exit code 2",
    arguments: [
      "evaluate \(batch)", "evaluate \(batch) --format json", "explain \(batch) --id 储能装备有限公司", "feel '1 + 1'",
      "--help",
      "--version",
    ], ["> /dev/full", ">&-"])
  func full(_ arguments: String, _ redirection: String) throws {
    let result = try Program.shell("pingxuan \(arguments) \(redirection)")
    #expect(result.code == 2)
    #expect(result.complaints.split(separator: "\n").count { $0.contains("PX9002") } == 1, "\(result.complaints)")
    #expect(result.complaints.contains(redirection == ">&-" ? "输出已经关闭" : "磁盘已满"))
    #expect(!result.complaints.contains("Fatal"))
  }

  @Test("a reader that goes away ends the program quietly")
  func pipe() throws {
    let result = try Program.shell("pingxuan evaluate \(Self.batch) --format json | head -1; exit ${PIPESTATUS[1]}")
    #expect(result.code == 0 && result.output == "{\n" && !result.complaints.contains("Fatal"))
  }

  @Test("nobody to complain to is no reason to trap")
  func noComplaints() throws {
    #expect(try Program.shell("pingxuan feel '1 +' 2>&-").code == 2)
    #expect(try Program.shell("pingxuan feel '1 + 1' >&- 2>&-").code == 2)
  }

  @Test(
    "why a file cannot be read",
    arguments: [
      ("rules", "这是一个文件夹"), ("rules/没有.yaml", "不存在"), ("README.md/甲.yaml", "路径中有一段不是文件夹"),
    ])
  func unreadable(_ path: String, _ why: String) throws {
    let records = "examples/2025/党建品牌/records.yaml"
    for arguments in [
      ["evaluate", "--rules", path, "--records", records], ["feel", "1", "--context", path],
    ] {
      let result = try Program.run(arguments)
      #expect(result.code == 2)
      #expect(result.complaints == "错误[PX7002] 无法读取“\(path)”：\(why)\n")
    }
  }

  @Test(
    "why a file cannot be written",
    arguments: [("Sources", "这是一个文件夹"), ("没有/甲.md", "所在的文件夹不存在"), ("README.md/甲.md", "路径中有一段不是文件夹")])
  func unwritable(_ path: String, _ why: String) throws {
    let result = try Program.shell("pingxuan evaluate \(Self.batch) -o \(path)")
    #expect(result.code == 2)
    #expect(result.complaints.contains("错误[PX9001] 无法写入“\(path)”：\(why)\n"))
  }

  @Test("a round writes into a folder that it makes, not into a file")
  func folders() throws {
    let scratch = try Scratch()
    let file = try scratch.file("文件", "")
    let example = "--records examples/2025/红星工匠/records.yaml --acts examples/2025/红星工匠/acts.yaml"
    let run = "pingxuan run --workflow workflows/红星工匠.yaml --rules rules/2025/红星工匠.yaml \(example) -o "
    let failed = try Program.shell(run + file.path)
    #expect(failed.code == 2 && failed.complaints.contains("PX9001"))
    let made = try Program.shell(run + scratch.folder.path + "/甲/乙")
    #expect(made.code == 1)
    #expect(FileManager.default.fileExists(atPath: scratch.folder.path + "/甲/乙/manifest.json"))
  }
}
