import Diagnostics
import Foundation
import Testing

@testable import FEEL

/// `docs/feel.md` says what is so: its examples are run, and no function is left out.
@Suite("语言手册") struct ReferencePage {
  /// A line of the page that holds `=>`.
  struct Example: CustomTestStringConvertible {
    let line: Int
    let text: String
    let expected: String

    init?(_ text: String, line: Int) {
      guard let (text, expected) = text.splitAtArrow else { return nil }
      self.line = line
      self.text = text
      self.expected = expected.replacingOccurrences(of: "待核", with: "unknown")
    }

    var testDescription: String { "\(line) \(text) => \(expected)" }
  }

  private static let page = Page()

  private static let world: World = {
    let names = World().value(page.blocks("feel").first { $0.hasPrefix("{") } ?? "{}")?.context
    var world = World(names?.entries.map { ($0.name, $0.value) } ?? [])
    world.declare("缺项", .any, .unknown)
    return world
  }()

  @Test("例子的结果", arguments: page.examples)
  func examples(_ example: Example) throws {
    let program = try #require(Self.world.program(example.text, strictly: false).0, "\(example.line): \(example.text)")
    let frame = Self.world.frame
    frame.now = CivilDateTime("2025-12-01T09:00:00+08:00")
    #expect(program.evaluate(frame).feelText == example.expected, "\(example.line): \(example.text)")
  }

  @Test("格子的例子", arguments: page.lines("cells"))
  func cells(_ example: Example) throws {
    let (input, test) = try #require(
      example.text.firstRange(of: " | ").map {
        (String(example.text[..<$0.lowerBound]), String(example.text[$0.upperBound...]))
      })
    let value = try #require(World().value(input))
    let type: Type = value.string == nil ? value.type : .enumeration(["优秀", "良好", "合格"])
    let world = World()
    let program = try #require(world.program(test, input: type, tests: true).0, "\(example.line): \(test)")
    #expect(program.evaluate(world.frame, input: value).feelText == example.expected, "\(example.line)")
  }

  @Test("规则里不允许的", arguments: page.lines("refused"))
  func refusals(_ example: Example) {
    let (program, log) = Self.world.program(example.text)
    #expect(program == nil, "\(example.line): \(example.text)")
    #expect(log.diagnostics.first?.code == example.expected, "\(example.line): \(log.described)")
  }

  @Test("每个内置函数的每种写法都写到了，各有例子", arguments: Builtin.all.map(\.name))
  func functions(_ name: String) throws {
    let builtin = try #require(Builtin.named(name))
    let written = Self.page.signatures.filter { $0.hasPrefix(name + "(") }
    let known = builtin.signatures.map { "\(name)(\($0.parameters.map(\.name).joined(separator: ", ")))" }
    #expect(Set(written) == Set(known))
    #expect(Self.page.examples.contains { $0.text.contains(name + "(") }, "\(name) has no example")
  }

  @Test("例子够多，不会一个也没有读到")
  func count() {
    #expect(Self.page.examples.count > 200)
    #expect(Self.page.lines("cells").count > 5 && Self.page.lines("refused").count > 15)
  }
}

/// The page, in lines.
private struct Page {
  private struct Block {
    let language: String
    /// Each with its number on the page.
    var lines: [(Int, String)] = []
  }

  private var all: [Block] = []
  /// Outside of blocks.
  private var prose: [(Int, String)] = []

  init() {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let url = root.deletingLastPathComponent().appending(path: "docs/feel.md")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    var open: Block?
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("```") {
        if let block = open { all.append(block) }
        open = open == nil ? Block(language: String(line.dropFirst(3))) : nil
      } else if open != nil {
        open?.lines.append((index + 1, line))
      } else {
        prose.append((index + 1, line))
      }
    }
  }

  func blocks(_ language: String) -> [String] {
    all.filter { $0.language == language }.map { $0.lines.map(\.1).joined(separator: "\n") }
  }

  /// The examples of all blocks of a kind; the block of names has none.
  func lines(_ language: String) -> [ReferencePage.Example] {
    all.filter { $0.language == language && $0.lines.first?.1 != "{" }.flatMap(\.lines).compactMap {
      ReferencePage.Example($0.1, line: $0.0)
    }
  }

  /// Those of blocks, and those between backticks.
  var examples: [ReferencePage.Example] {
    lines("feel")
      + spans.compactMap { line, span in
        span.contains(" => ") && !span.hasPrefix("表达式") ? ReferencePage.Example(span, line: line) : nil
      }
  }

  /// What stands in the rows of tables and looks like a call, without the examples.
  var signatures: [String] {
    let rows = Set(prose.filter { $0.1.hasPrefix("| `") }.map(\.0))
    return spans.filter { line, span in rows.contains(line) && !span.contains(" => ") && span.hasSuffix(")") }.map(\.1)
  }

  private var spans: [(Int, String)] {
    prose.flatMap { number, line in
      line.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map { (number, $0.element) }
    }
  }
}
