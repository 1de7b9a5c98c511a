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

  private let facts: [(text: String, field: String)]

  init(_ batches: [Batch], _ language: Language) {
    facts = batches.flatMap { batch in
      let sensitive = batch.rules.schema.fields.enumerated().filter { $0.element.isSensitive }
      return batch.dossiers.flatMap { dossier in
        sensitive.flatMap { index, field in
          Self.texts(dossier.record.values[index]).map { (text: $0, field: field.name) }
        }
      }
    }
  }

  func found(in text: String) -> [Finding] {
    var findings: [Finding] = []
    if ResidentNumber.isFound(in: text) { findings.append(Finding(phrase: .identityNumber)) }
    if Self.holdsMobile(text) { findings.append(Finding(phrase: .mobileNumber)) }
    for fact in facts where text.contains(fact.text) {
      findings.append(Finding(phrase: .sensitiveFact, arguments: ["name": fact.field]))
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
