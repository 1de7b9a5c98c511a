import Diagnostics

/// Writes SVG 1.1; every text and every value is escaped.
struct SVG {
  private(set) var text = ""
  private var depth = 0

  /// An element with what stands in it.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, _ body: (inout SVG) -> Void
  ) {
    text += "\(indent)<\(name)\(SVG.written(attributes))>\n"
    depth += 1
    body(&self)
    depth -= 1
    text += "\(indent)</\(name)>\n"
  }

  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    text += "\(indent)<\(name)\(SVG.written(attributes))/>\n"
  }

  /// An element that holds a text.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, text content: String) {
    text += "\(indent)<\(name)\(SVG.written(attributes))>\(SVG.escaped(content))</\(name)>\n"
  }

  private var indent: String { String(repeating: "  ", count: depth) }

  private static func written(_ attributes: KeyValuePairs<String, String>) -> String {
    attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
  }

  /// XML 1.0 knows no other control characters than tab and line breaks, and no U+FFFE or U+FFFF.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n": escaped += "\n"
      case _ where scalar.picture != nil || scalar.value & 0xFFFE == 0xFFFE:
        escaped += scalar.picture ?? "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
