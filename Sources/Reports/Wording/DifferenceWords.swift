import FEEL
import Records

/// What is not the same in two copies of a nomination, field by field; what is sensitive is masked.
struct DifferenceWords {
  private let values: ValueText

  init(_ values: ValueText) { self.values = values }

  /// On one line; nothing where nothing differs.
  func text(_ differences: [Difference]) -> String {
    differences.map(text).joined(separator: values.word(zh: "；", en: "; "))
  }

  private func text(_ difference: Difference) -> String {
    "\(difference.field) \(shown(difference.before, difference.field)) → \(shown(difference.after, difference.field))"
  }

  private func shown(_ value: Value, _ field: String) -> String {
    if value.isUnknown { return values.word(zh: "（没有填）", en: "(not filled in)") }
    return values.text(value, of: field).shortened
  }
}

extension String {
  /// A long list is known again by its beginning.
  fileprivate var shortened: String { count <= 60 ? self : "\(prefix(59))…" }
}
