import Casework
import Diagnostics
import FEEL
import Records
import Rules

/// What must not stand in a document that everybody reads: identity numbers, private telephones, what the rules call
/// sensitive. It is looked for once more in what was written, whatever wrote it.
struct Disclosures {
  struct Finding {
    let phrase: Phrase
    var arguments: [String: String] = [:]
  }

  /// The field of each fact, by the fact's length and its text.
  private let facts: [Int: [String: String]]

  init(_ batches: [Batch]) {
    var facts: [Int: [String: String]] = [:]
    for batch in batches {
      for (index, field) in batch.rules.schema.fields.enumerated() where field.isSensitive {
        for text in batch.dossiers.flatMap({ Self.texts($0.record.values[index]) }) {
          facts[text.count, default: [:]][text] = field.name
        }
      }
    }
    self.facts = facts
  }

  func found(in text: String) -> [Finding] {
    var findings: [Finding] = []
    if ResidentNumber.isFound(in: text) { findings.append(Finding(phrase: .identityNumber)) }
    if Self.holdsMobile(text) { findings.append(Finding(phrase: .mobileNumber)) }
    // Facts are many and of few lengths: the text is gone through once for each length, not for each fact.
    let characters = Array(text)
    for (length, known) in facts where length <= characters.count {
      for start in 0...(characters.count - length) {
        guard let field = known[String(characters[start..<start + length])] else { continue }
        findings.append(Finding(phrase: .sensitiveFact, arguments: ["name": field]))
      }
    }
    return findings
  }

  /// Shorter texts occur in any prose.
  private static let shortest = 4

  private static func texts(_ value: Value) -> [String] {
    switch value {
    case .string(let text): text.count >= shortest ? [text] : []
    case .list(let list): list.flatMap(texts)
    default: []
    }
  }

  /// Eleven digits by themselves, of which the first is 1 and the second is none of 0, 1, 2.
  private static func holdsMobile(_ text: String) -> Bool {
    var digits: [UInt8] = []
    for byte in text.utf8 + [0] {
      if (0x30...0x39).contains(byte) {
        digits.append(byte)
        continue
      }
      if digits.count == 11, digits[0] == 0x31, digits[1] >= 0x33 { return true }
      digits = []
    }
    return false
  }
}
