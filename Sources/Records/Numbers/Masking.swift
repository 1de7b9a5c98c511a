public import Rules

extension Field {
  /// A text of this field as it may be shown: whole, unless the field is sensitive.
  public func shown(_ text: String) -> String {
    guard isSensitive else { return text }
    if format == .residentID, text.count == 18 { return text.prefix(6) + "********" + text.suffix(4) }
    return masked(text)
  }
}

/// A text of which only so much is left that those who know it recognise it: `138****0000`, `张*`.
func masked(_ text: String) -> String {
  let (head, tail) =
    switch text.count {
    case ...1: (0, 0)
    case 2...3: (1, 0)
    case 4...7: (1, 1)
    default: (3, 4)
    }
  let stars = String(repeating: "*", count: text.count - head - tail)
  return text.prefix(head) + stars + text.suffix(tail)
}
