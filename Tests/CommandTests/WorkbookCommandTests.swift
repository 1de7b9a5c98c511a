import Foundation
import TestSupport
import Testing

/// Workbooks on the command line.
@Suite struct WorkbookCommandTests {
  private static let rules = "rules/2025/红星工匠.yaml"

  @Test func 申报表写出填好再评审() throws {
    let scratch = try Folder()
    let form = scratch.path("申报表.xlsx")
    let written = try Program.run(
      "template", "--rules", Self.rules, "--all", "--records", "examples/2025/红星工匠/records.yaml", "-o", form)
    // One record of the example is wrong on purpose.
    #expect(written.code == 1 && written.complaints.contains("已写入 \(form)"))
    let one = try Program.run("evaluate", "--rules", Self.rules, "--records", form, "--format", "csv")
    let other = try Program.run(
      "evaluate", "--rules", Self.rules, "--records", "examples/2025/红星工匠/records.yaml", "--format", "csv")
    #expect(one.output == other.output)
    #expect(!one.complaints.contains("说明["))
  }

  @Test func 整理过的写法指到单元格() throws {
    let scratch = try Folder()
    let rows = (1...15).map { ["张　\($0 % 2 == 0 ? "三" : "四")", "１\($0)年"] }
    let path = try scratch.write("名单.xlsx", WorkbookMaker([["姓名", "一线工龄"]] + rows).bytes)
    let some = try Program.run("check", "--rules", Self.rules, path)
    #expect(some.code == 0)
    #expect(some.complaints.contains("\(path):名单!B2 说明[PX4101] “一线工龄”里的全角“１1年”按半角“11年”读"))
    #expect(some.complaints.contains("还有 35 处写法也整理过；逐条列出请加 --notes"))
    #expect(some.complaints.contains("15 份记录，都能收"))
    let all = try Program.run("check", "--rules", Self.rules, path, "--notes", "--lang", "en")
    #expect(all.complaints.split(separator: "\n").count { $0.contains("note[PX41") } == 45)
  }

  @Test func 拒收的指到单元格() throws {
    let scratch = try Folder()
    let path = try scratch.write("名单.xlsx", WorkbookMaker([["姓名", "一线工龄"], ["甲", "约15"]]).bytes)
    for command in [["check", "--rules", Self.rules, path], ["evaluate", "--rules", Self.rules, "--records", path]] {
      let result = try Program.run(command)
      #expect(result.code == 1)
      #expect(result.complaints.contains("错误[PX4124] “一线工龄”应是一个确切的数") && result.complaints.contains("┌─ \(path):名单!B2"))
    }
    #expect(try Program.run("check", path).complaints.hasPrefix("错误[PX9045]"))
  }
}

/// A folder for a test, gone after it.
private final class Folder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }
}
