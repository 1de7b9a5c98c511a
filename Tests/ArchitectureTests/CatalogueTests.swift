import Foundation
import Testing

@Suite("说给人听的话：每条都有代码和中英两种说法")
struct CatalogueTests {
  /// The codes that a module may use: what they begin with.
  static let ranges = [
    "YAML": ["PX1"], "FEEL": ["PX2"], "DMN": ["PX25"], "Rules": ["PX3"], "Records": ["PX4"], "Workflow": ["PX5"],
    "Evaluation": ["PX6"], "Casework": ["PX7"], "pingxuan": ["PX9"],
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
        placeholders(message.zh) == placeholders(message.en),
        "\(message.place): \(message.code) has different placeholders: \(message.zh) / \(message.en)")
      #expect(message.zh.contains(#/\p{Han}/#), "\(message.place): \(message.code) has no Chinese in its Chinese")
      #expect(!message.en.contains(#/[。，；：！？]/#), "\(message.place): \(message.code) has Chinese stops in English")
    }
  }

  @Test("登记在册：每条都在 all…Messages 里")
  func everyMessageIsListed() {
    for message in DeclaredMessage.all() {
      #expect(message.isListed, "\(message.place): \(message.name) is not in its module's all…Messages")
    }
  }

  private func placeholders(_ text: String) -> Set<String> {
    Set(text.matches(of: #/\{(\w+)\}/#).map { String($0.1) })
  }
}
