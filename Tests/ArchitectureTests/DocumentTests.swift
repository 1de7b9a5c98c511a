import Foundation
import Testing

@Suite("文档")
struct DocumentTests {
  static let pages = Repository.files(withSuffix: ".md").filter { !$0.hasPrefix("Tests/") }

  @Test("两份 README 的命令块逐字相同")
  func readmesShowTheSameCommands() throws {
    let english = commandBlocks(try #require(Repository.text("README.md")))
    let chinese = commandBlocks(try #require(Repository.text("README.zh-CN.md")))
    #expect(!english.isEmpty)
    #expect(english == chinese)
  }

  @Test("相对链接都指向存在的文件", arguments: pages)
  func linksLeadSomewhere(_ page: String) throws {
    let text = try #require(Repository.text(page))
    let folder = page.split(separator: "/").dropLast().joined(separator: "/")
    for match in text.matches(of: #/\]\(([^)\s]+)\)/#) {
      let target = match.1.split(separator: "#", omittingEmptySubsequences: false)[0]
      if target.isEmpty || target.contains("://") || target.hasPrefix("mailto:") { continue }
      let path = folder.isEmpty ? String(target) : "\(folder)/\(target)"
      #expect(Repository.exists(path.removingPercentEncoding ?? path), "\(page) → \(target)")
    }
  }

  @Test("文中的 make 目标都存在", arguments: pages)
  func targetsExist(_ page: String) throws {
    let makefile = try #require(Repository.text("Makefile"))
    let targets = Set(makefile.matches(of: #/(?m)^([a-z]+):/#).map { String($0.1) })
    for block in commandBlocks(try #require(Repository.text(page))) {
      for match in block.matches(of: #/(?m)^make ([a-z]+)/#) {
        #expect(targets.contains(String(match.1)), "\(page): make \(match.1)")
      }
    }
  }

  /// The blocks fenced as `sh`; outputs are fenced as `text`, since they differ by language.
  private func commandBlocks(_ text: String) -> [String] {
    var blocks: [String] = []
    var block: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let lines = block { blocks.append(lines.joined(separator: "\n")) }
        block = block == nil && line == "```sh" ? [] : nil
      } else {
        block?.append(line)
      }
    }
    return blocks
  }
}
