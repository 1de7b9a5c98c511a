public import Rules

extension Field {
  /// A text of this field as it may be shown: whole, unless the field is sensitive.
  public func shown(_ text: String) -> String {
    guard isSensitive else { return text }
    let (head, tail) = keeps(ofCount: text.count)
    let stars = String(repeating: "*", count: text.count - head - tail)
    return text.prefix(head) + stars + text.suffix(tail)
  }

  /// How many characters at the beginning and at the end of a sensitive text may be shown, so that those who know it
  /// recognise it: `360299********003X`, `138****0000`, `张*`.
  func keeps(ofCount count: Int) -> (head: Int, tail: Int) {
    if format == .residentID, count == 18 { return (6, 4) }
    return switch count {
    case ...1: (0, 0)
    case 2...3: (1, 0)
    case 4...7: (1, 1)
    default: (3, 4)
    }
  }
}
