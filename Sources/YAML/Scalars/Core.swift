/// What the core schema makes of a scalar (YAML 1.2.2 §10.3.2).
public enum Core: Sendable, Hashable {
  case null
  case boolean(Bool)
  /// As written; octal and hexadecimal ones in decimal if they fit into 64 bits.
  case integer(String)
  /// As written, such as `1.50`, `1e3`, `.inf`, `-.INF` or `.nan`.
  case float(String)
  case text
}

extension Scalar {
  /// Quoted and block scalars are always text; so `no`, `on` and `2026-01-01` are, which YAML 1.1 took for other things.
  public var core: Core {
    switch forced {
    case .text: .text
    case .null, .boolean, .integer, .float: Core(plain: text)
    case nil: style == .plain ? Core(plain: text) : .text
    }
  }
}

/// The tags of the core schema that a scalar may bear.
enum CoreTag: Sendable, Hashable {
  case text, null, boolean, integer, float

  init?(_ tag: String) {
    switch tag {
    case "!", "tag:yaml.org,2002:str": self = .text
    case "tag:yaml.org,2002:null": self = .null
    case "tag:yaml.org,2002:bool": self = .boolean
    case "tag:yaml.org,2002:int": self = .integer
    case "tag:yaml.org,2002:float": self = .float
    default: return nil
    }
  }

  /// Whether a text can be read as this tag says.
  func accepts(_ text: String) -> Bool {
    switch (self, Core(plain: text)) {
    case (.text, _), (.null, .null), (.boolean, .boolean), (.integer, .integer), (.float, .float),
      (.float, .integer):
      true
    default: false
    }
  }
}

extension Core {
  /// What the core schema makes of a plain text.
  init(plain text: String) {
    // The words have at most five letters.
    guard text.utf8.count <= 5 else {
      self = Core.number(text) ?? .text
      return
    }
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .boolean(true)
    case "false", "False", "FALSE": self = .boolean(false)
    default: self = Core.number(text) ?? .text
    }
  }

  private static func number(_ text: String) -> Core? {
    guard let first = text.utf8.first, first < 0x3A else { return nil }
    return decimal(text) ?? based(text, "0o", radix: 8) ?? based(text, "0x", radix: 16) ?? special(text)
  }

  private static func based(_ text: String, _ prefix: String, radix: Int) -> Core? {
    guard text.hasPrefix(prefix) else { return nil }
    let digits = text.dropFirst(2)
    guard !digits.isEmpty, digits.utf8.allSatisfy({ isDigit($0, radix) }) else { return nil }
    return .integer(UInt64(digits, radix: radix).map { String($0) } ?? text)
  }

  private static func isDigit(_ byte: UInt8, _ radix: Int) -> Bool {
    switch byte {
    case 0x30...0x37: true
    case 0x38...0x39, 0x41...0x46, 0x61...0x66: radix == 16
    default: false
    }
  }

  private static func special(_ text: String) -> Core? {
    switch text {
    case ".nan", ".NaN", ".NAN": return .float(text)
    default:
      let unsigned = text.hasPrefix("+") || text.hasPrefix("-") ? text.dropFirst() : text[...]
      return [".inf", ".Inf", ".INF"].contains(unsigned) ? .float(text) : nil
    }
  }

  /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
  private static func decimal(_ text: String) -> Core? {
    var rest = text.utf8[...]
    func take(_ accepted: (UInt8) -> Bool) -> Int {
      let count = rest.prefix(while: accepted).count
      rest = rest.dropFirst(count)
      return count
    }
    func takeOne(_ accepted: UInt8...) -> Bool {
      guard let first = rest.first, accepted.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    let isDecimalDigit = { (byte: UInt8) in byte >= 0x30 && byte <= 0x39 }
    _ = takeOne(0x2B, 0x2D)
    let whole = take(isDecimalDigit)
    if whole > 0, rest.isEmpty { return .integer(text) }
    let hasPoint = takeOne(0x2E)
    let fraction = hasPoint ? take(isDecimalDigit) : 0
    guard whole + fraction > 0 else { return nil }
    if takeOne(0x65, 0x45) {
      _ = takeOne(0x2B, 0x2D)
      guard take(isDecimalDigit) > 0 else { return nil }
    }
    return rest.isEmpty ? .float(text) : nil
  }
}
