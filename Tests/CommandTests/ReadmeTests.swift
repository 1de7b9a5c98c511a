import Foundation
import Testing

/// What the READMEs show is what the program says.
@Suite("READMEs")
struct ReadmeTests {
  @Test("each line of the sample stands in the justification", arguments: ["README.md", "README.zh-CN.md"])
  func sample(_ name: String) throws {
    let text = try String(contentsOf: Program.root.appendingPathComponent(name), encoding: .utf8)
    let lines = text.split(separator: "\n").filter {
      $0.hasPrefix("  ✓ ") || $0.hasPrefix("  ○ ") || $0.hasPrefix("  A2 ")
    }
    #expect(lines.count == 3)
    let result = try Program.run(
      "explain", "--rules", CommandTests.rules, "--records", CommandTests.records, "--id", "星辰航空部件有限公司")
    for line in lines {
      // The space between a sentence and its clause is the terminal's.
      let words = line.split(separator: "　").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(
        result.output.split(separator: "\n").contains { shown in words.allSatisfy { shown.contains($0) } }, "\(line)")
    }
  }

  @Test(
    "what is shown of flow runs, and ends as it says", arguments: ["README.md", "README.zh-CN.md", "docs/scenarios.md"])
  func flow(_ name: String) throws {
    let text = try String(contentsOf: Program.root.appendingPathComponent(name), encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init).filter { $0.hasPrefix(".build/debug/pingxuan flow") }
    #expect(lines.count >= 3)
    let scratch = try Scratch()
    for line in lines {
      let result = try Program.shell(
        line.replacing(".build/debug/pingxuan", with: "pingxuan").replacing(
          "-o out/", with: "-o \(scratch.folder.path)/"))
      #expect(result.code == 0, "\(line)\n\(result.complaints)\(result.output)")
      guard line.hasSuffix("flow test workflows"), let last = result.output.split(separator: "\n").last else {
        continue
      }
      #expect(text.contains("`\(last)`"), "\(last)")
    }
  }

  @Test("what is shown of the store runs", arguments: ["README.md", "README.zh-CN.md"])
  func store(_ name: String) throws {
    let text = try String(contentsOf: Program.root.appendingPathComponent(name), encoding: .utf8)
    let shown = try #require(text.components(separatedBy: "```sh\n").first { $0.hasPrefix("export PINGXUAN_STORE=") })
    let lines = (shown.components(separatedBy: "```").first ?? "").split(separator: "\n").map(String.init)
    #expect(lines.count == 7)
    let scratch = try Scratch()
    let store = scratch.folder.appendingPathComponent("试办.db").path
    for line in lines.dropFirst(2) {
      let words = line.split(separator: " ").dropFirst().map(String.init)
      let result = try Program.run(words, environment: ["PINGXUAN_STORE": store])
      // The example holds records that are wrong on purpose.
      #expect(result.code == (words.starts(with: ["round", "open"]) ? 1 : 0), "\(line)\n\(result.complaints)")
    }
  }
}
