import Foundation
import Testing

@Suite("说给人听的话：每条都有代码和中英两种说法")
struct CatalogueTests {
  /// The codes that a module may use: what they begin with.
  static let ranges = [
    "YAML": ["PX1"], "FEEL": ["PX2"], "DMN": ["PX25"], "Rules": ["PX3"], "Records": ["PX4"], "Workflow": ["PX5"],
    "Evaluation": ["PX6"], "Certificates": ["PX65"], "Casework": ["PX7"], "Store": ["PX8"], "pingxuan": ["PX9"],
  ]

  @Test("代码不重复")
  func codesAreUnique() {
    let messages = DeclaredMessage.all()
    for (code, group) in Dictionary(grouping: messages, by: \.code) where group.count > 1 {
      Issue.record("\(code) is declared \(group.count) times: \(group.map(\.place).joined(separator: ", "))")
    }
  }

  @Test("代码落在本模块的号段里")
  func codesAreInRange() {
    for message in DeclaredMessage.all() {
      guard let prefixes = Self.ranges[message.module] else {
        Issue.record("\(message.place): \(message.module) has no range of codes")
        continue
      }
      #expect(prefixes.contains { message.code.hasPrefix($0) }, "\(message.place): \(message.code)")
      #expect(message.module != "FEEL" || !message.code.hasPrefix("PX25"), "\(message.place): \(message.code) is DMN's")
      #expect(message.code.contains(#/^PX\d{4}$/#), "\(message.place): \(message.code)")
    }
  }

  @Test("两种语言都不空，占位符相同")
  func bothLanguagesSayTheSame() {
    for message in DeclaredMessage.all() {
      #expect(!message.zh.isEmpty && !message.en.isEmpty, "\(message.place): \(message.code) lacks a language")
      #expect(
        placeholders(message.zh, "_zh") == placeholders(message.en, "_en"),
        "\(message.place): \(message.code) has different placeholders: \(message.zh) / \(message.en)")
      #expect(message.zh.contains(#/\p{Han}/#), "\(message.place): \(message.code) has no Chinese in its Chinese")
      #expect(
        !message.en.contains(#/[。，；：！？、‘]/#),
        "\(message.place): \(message.code) has Chinese stops or other quotes in English")
    }
  }

  @Test("登记在册：每条都在 all…Messages 里")
  func everyMessageIsListed() {
    for message in DeclaredMessage.all() {
      #expect(message.isListed, "\(message.place): \(message.name) is not in its module's all…Messages")
    }
  }

  @Test("这些检查读得懂源码里的写法")
  func readsDeclarations() throws {
    let sample = """
      extension Message {
        static let a = Message("PX1001", .error, zh: "一“{x}”", en: "one \\"{x}\\"")
        static let b = Message(
          "PX1002", .hint,
          zh: "二" + "三 end:二",
          en: "two "
            + "three")
        static let allYAMLMessages: [Message] = [
          .a
        ]
      }
      """
    let messages = DeclaredMessage.declared(in: SourceText(path: "Sources/YAML/Diagnostics.swift", text: sample))
    #expect(messages.map(\.code) == ["PX1001", "PX1002"])
    #expect(messages.map(\.zh) == ["一“{x}”", "二三 end:二"])
    #expect(messages.map(\.en) == ["one \\\"{x}\\\"", "two three"])
    #expect(messages.map(\.isListed) == [true, false])
    #expect(messages.map(\.place) == ["Sources/YAML/Diagnostics.swift:2", "Sources/YAML/Diagnostics.swift:3"])
    #expect(messages.map(\.module) == ["YAML", "YAML"])
  }

  /// `{kind_zh}` in the one language and `{kind_en}` in the other are one placeholder.
  private func placeholders(_ text: String, _ suffix: String) -> Set<String> {
    Set(
      text.matches(of: #/\{(\w+)\}/#).map { match in
        match.1.hasSuffix(suffix) ? String(match.1.dropLast(suffix.count)) : String(match.1)
      })
  }
}
