/// Which characters make names (DMN 1.5 §10.3.1.2, grammar rules 27–30).
enum NameCharacters {
  /// Rule 28, name start char.
  static func starts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3F: false  // `?` is the input of a unary test, alone.
    case 0x1680, 0x180E, 0xFEFF: false  // In the ranges of rule 28, but white space by rule 61.
    case 0x41...0x5A, 0x5F, 0x61...0x7A: true
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F,
      0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// Rule 29, name part char.
  static func continues(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x3F, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: starts(scalar)
    }
  }

  /// Rule 30: what may stand between the words of a name.
  static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "/", "-", "’", "'", "+", "*": true
    default: false
    }
  }

  /// Those that nobody takes for an operator: names of these need no declaration to be scanned.
  static func startsPlainly(_ scalar: Unicode.Scalar) -> Bool { starts(scalar) && Lookalike.of(scalar) == nil }

  static func continuesPlainly(_ scalar: Unicode.Scalar) -> Bool {
    continues(scalar) && scalar != "?" && Lookalike.of(scalar) == nil
  }

  /// Rule 61 and 62, white space with line breaks.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x180E, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }
}

/// Whether a text may be declared as a name: it starts like one, and is made of words, single spaces and `. / - ’ + *`.
public func isFEELName(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first, NameCharacters.starts(first), text.unicodeScalars.last != " " else {
    return false
  }
  guard Keyword(rawValue: text) == nil else { return false }
  var last: Unicode.Scalar = "_"
  for scalar in text.unicodeScalars {
    let fits = NameCharacters.continues(scalar) || NameCharacters.joins(scalar) || (scalar == " " && last != " ")
    guard fits else { return false }
    last = scalar
  }
  return true
}
