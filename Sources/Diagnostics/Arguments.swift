/// Arguments of messages that read differently in the two languages.
extension [String: String] {
  /// With an argument that has a form in each language: `type` is `type_zh` and `type_en`.
  public func naming(_ key: String, _ phrase: Phrase) -> [String: String] {
    merging(["\(key)_zh": phrase.zh, "\(key)_en": phrase.en]) { $1 }
  }

  /// With several words, separated as each language does.
  public func naming(_ key: String, _ words: [String]) -> [String: String] {
    naming(key, Phrase(zh: words.joined(separator: "、"), en: words.joined(separator: ", ")))
  }
}
