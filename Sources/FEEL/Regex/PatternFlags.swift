/// How a regular expression is read (XPath F&O 3.1 §5.6.2): any of `s`, `m`, `i`, `x`, `q`.
struct PatternFlags: OptionSet, Hashable {
  let rawValue: UInt8

  /// The dot takes line breaks, too.
  static let dotAll = PatternFlags(rawValue: 1)
  /// `^` and `$` at each line.
  static let multiline = PatternFlags(rawValue: 2)
  static let caseless = PatternFlags(rawValue: 4)
  /// White space outside of classes counts for nothing.
  static let extended = PatternFlags(rawValue: 8)
  /// Every character stands for itself.
  static let quoted = PatternFlags(rawValue: 16)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// `nil` for a letter that is no flag.
  init?(_ text: String) {
    self = []
    for letter in text.unicodeScalars {
      switch letter {
      case "s": insert(.dotAll)
      case "m": insert(.multiline)
      case "i": insert(.caseless)
      case "x": insert(.extended)
      case "q": insert(.quoted)
      default: return nil
      }
    }
  }
}
