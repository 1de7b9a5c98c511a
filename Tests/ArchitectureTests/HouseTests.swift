import Foundation
import Testing

@Suite("仓库自身的规矩")
struct HouseTests {
  /// Files that may be longer than 500 lines, each with its reason.
  static let longFiles: [String: String] = [:]

  @Test("文件不超过 500 行")
  func filesAreShort() {
    for folder in ["Sources", "Tests"] {
      for source in SourceText.all(under: folder) where Self.longFiles[source.path] == nil {
        #expect(source.lines.count <= 501, "\(source.path) has \(source.lines.count - 1) lines")
      }
    }
  }

  @Test("文件名说的是它装的东西")
  func namesSayWhatIsInside() {
    for source in SourceText.all(under: "Sources") {
      for word in ["Util", "Helper", "Manager", "Impl."] {
        #expect(!source.fileName.contains(word), "\(source.path)")
      }
    }
  }

  @Test("没有哪一台机器的路径")
  func noPathsOfOneMachine() {
    // Written apart, so that this file passes its own test.
    let forbidden = ["/wo" + "rk/", "/tmp" + "/wt", "/ho" + "me/", "/ro" + "ot/", "/Use" + "rs/"]
    for path in Repository.files() {
      guard let text = Repository.text(path) else { continue }
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        for word in forbidden where line.contains(word) {
          Issue.record("\(path):\(index + 1) holds \(word)")
        }
      }
    }
  }

  @Test("make 列得出每个目标，中英都有")
  func targetsAreDescribed() throws {
    let makefile = try #require(Repository.text("Makefile"))
    let phony = try #require(makefile.firstMatch(of: #/(?m)^\.PHONY: (.*)$/#)).1.split(separator: " ")
    for target in phony {
      let line = makefile.split(separator: "\n").first { $0.hasPrefix("\(target):") }
      let description = line?.firstRange(of: "## ").map { line?[$0.upperBound...].split(separator: "|") ?? [] } ?? []
      #expect(description.count == 2, "make \(target) lacks its description in two languages")
    }
  }
}
