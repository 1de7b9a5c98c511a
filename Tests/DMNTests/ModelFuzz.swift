import DMN
import Diagnostics
import FEEL
import Foundation
import TestSupport
import Testing

/// Damaged models: nothing may trap or hang, and whatever is found has its place in one of the files.
@Suite("模型文件乱改一气") struct ModelFuzz {
  static let seconds = Patience.seconds(usually: 1.5)
  /// The same in each run, unless time is given to look further.
  static let seed: UInt64 =
    Patience.seed ?? (seconds > 5 ? .random(in: 0..<1_000_000_000) : 20_261_125)

  @Test("样本没有改动时都读得完、算得出") func untouched() throws {
    let shared = ModelText(file: Specimens.shared)
    for file in Specimens.all {
      let text = ModelText(file: file, others: [shared])
      #expect(text.findings == [])
      for decision in text.model?.decisionNames ?? [] {
        let value = try text.value(decision, Specimens.inputs)
        #expect(!value.contains("null") || decision == "UNIQUE" || decision == "ANY", "\(decision): \(value)")
      }
    }
  }

  @Test("改字节、改标签、挪段落：读得完、算得完，指得到原处") func mutated() throws {
    var chance = SplitMix(seed: Self.seed)
    let shared = Source(name: "共用.dmn", text: Specimens.shared)
    let inputs = try #require(ModelText.context(Specimens.inputs))
    let end = Date(timeIntervalSinceNow: Self.seconds)
    var round = 0
    if Self.seconds > 5 { print("seed \(Self.seed)") }
    repeat {
      let file = Specimens.all[chance.below(Specimens.all.count)]
      let bytes = Damage.damaged(Array(file.utf8), &chance)
      // A trap says nothing of where it came from: this file is what was read last.
      if Self.seconds > 5 { try Data(bytes).write(to: Self.last) }
      let started = Date()
      check(Source(name: "例.dmn", bytes: bytes), shared, inputs, "seed \(Self.seed), round \(round)")
      #expect(Date().timeIntervalSince(started) < 10, "seed \(Self.seed), round \(round)")
      round += 1
    } while Date() < end
  }

  private static let last = FileManager.default.temporaryDirectory.appending(path: "pingxuan-model-fuzz.dmn")

  private func check(_ source: Source, _ shared: Source, _ inputs: Context, _ name: String) {
    var log = DiagnosticLog()
    let model = DecisionModel(reading: source, others: [shared], log: &log)
    #expect(model != nil || log.hasErrors, "\(name)")
    var found = log.diagnostics
    for decision in model?.decisionNames ?? [] {
      found += model?.evaluate(decision, inputs)?.diagnostics ?? []
    }
    for service in model?.definitions.services ?? [] {
      found += model?.evaluate(service: service.name, inputs)?.diagnostics ?? []
    }
    for diagnostic in found {
      let notes = diagnostic.notes.map(\.span).filter { $0 != nil } + diagnostic.fixIts.map(\.span)
      for span in [diagnostic.span] + notes {
        guard let span, [source.name, shared.name].contains(span.source.name) else {
          Issue.record("\(name): \(diagnostic.code) \(diagnostic.text(.zh)) stands nowhere")
          continue
        }
        #expect(span.range.upperBound <= span.source.bytes.count, "\(name)")
        let isCut =
          span.source.bytes.indices.contains(span.range.lowerBound)
          && span.source.bytes[span.range.lowerBound] & 0xC0 == 0x80
        #expect(!isCut || diagnostic.code == "PX2524", "\(name): \(diagnostic.code) points into the middle of a sign")
      }
    }
  }
}

/// Ways to spoil a file.
private enum Damage {
  private static let signs = Array("<>/=\"'&;#![]-?.:() 0中".unicodeScalars).map { Array(String(Character($0)).utf8) }
  private static let words = [
    "<list>", "</list>", "<text>", "</text>", "<![CDATA[", "]]>", "<!--", "-->", "<?x ?>", "&lt;", "&#x4E2D;", "&x;",
    "<for iteratorVariable='i'>", "<context>", "typeRef='t荣誉'", "typeRef='t分'", "isCollection='true'", "href='#总分'",
    "kind='Java'", "null", "[1..9]", "[-9223372036854775808..9223372036854775807]", "1e400", "-9223372036854775808",
    "function(x) x", "@\"2025-02-29\"", "\u{0}", "\r", "国家", "总分", "荣誉", "item", "partial", "?", "xmlns='urn:x'",
    "<itemDefinition name='t分'><typeRef>t荣誉表</typeRef></itemDefinition>",
  ].map { Array($0.utf8) }

  static func damaged(_ bytes: [UInt8], _ chance: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0...chance.below(4) {
      guard bytes.count > 1 else { return bytes }
      let index = chance.below(bytes.count)
      switch chance.below(12) {
      case 0: bytes[index] = UInt8(chance.below(256))
      case 1: bytes.remove(at: index)
      case 2: bytes.removeSubrange(index..<min(bytes.count, index + chance.below(40)))
      case 3: bytes = Array(bytes[..<index])
      case 4: bytes.insert(contentsOf: signs[chance.below(signs.count)], at: start(index, bytes))
      case 5: replaceText(&bytes, &chance)
      case 6, 7: exchange(&bytes, &chance) { $0 == UInt8(ascii: "\"") }
      case 8, 9: exchange(&bytes, &chance) { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
      case 10: exchange(&bytes, &chance) { $0 == 0x0A }
      default: bytes.insert(contentsOf: words[chance.below(words.count)], at: start(index, bytes))
      }
    }
    return bytes
  }

  /// Before the sign that a byte is part of.
  private static func start(_ index: Int, _ bytes: [UInt8]) -> Int {
    bytes[...index].lastIndex { $0 & 0xC0 != 0x80 } ?? 0
  }

  /// A stretch between two separators takes the place of another.
  private static func exchange(_ bytes: inout [UInt8], _ chance: inout SplitMix, _ isSeparator: (UInt8) -> Bool) {
    let ends = bytes.indices.filter { isSeparator(bytes[$0]) }
    guard ends.count > 3 else { return }
    let (from, to) = (chance.below(ends.count - 1), chance.below(ends.count - 1))
    let taken = Array(bytes[(ends[from] + 1)..<ends[from + 1]])
    bytes.replaceSubrange((ends[to] + 1)..<ends[to + 1], with: taken)
  }

  /// A word in place of what stands between two tags.
  private static func replaceText(_ bytes: inout [UInt8], _ chance: inout SplitMix) {
    let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: ">") }
    guard !ends.isEmpty else { return }
    let start = ends[chance.below(ends.count)] + 1
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    bytes.replaceSubrange(start..<end, with: words[chance.below(words.count)])
  }
}
