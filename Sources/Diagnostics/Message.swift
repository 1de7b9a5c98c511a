/// How much a diagnostic matters: an error stops, a warning does not, a hint only helps, a note says what was done.
public enum Severity: String, Sendable, Hashable, Comparable {
  case note, hint, warning, error

  private var rank: Int {
    switch self {
    case .note: 0
    case .hint: 1
    case .warning: 2
    case .error: 3
    }
  }

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// The languages in which every sentence exists.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case zh, en
}

/// A sentence in both languages, with `{name}` where arguments go.
public struct Phrase: Sendable, Hashable {
  public let zh: String
  public let en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The sentence with its arguments filled in, each cut to a length that a reader bears; an argument that was not
  /// given stays as `{name}`.
  public func text(_ language: Language, _ arguments: [String: String] = [:]) -> String {
    let template = language == .zh ? zh : en
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      result += arguments[name]?.shortened(to: Self.longestArgument) ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// In characters.
  private static let longestArgument = 400

  /// The names between braces, in order.
  public func placeholders(_ language: Language) -> [String] {
    var names: [String] = []
    var rest = (language == .zh ? zh : en)[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      names.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return names
  }
}

/// One thing that a module can say: a code, declared once, with its severity and its sentence.
///
/// Codes: PX1xxx YAML, PX2xxx FEEL, PX25xx DMN, PX3xxx rules, PX4xxx records, PX5xxx workflow,
/// PX6xxx evaluation, PX65xx certificates, PX7xxx casework, PX9xxx the command line.
public struct Message: Sendable, Hashable {
  public let code: String
  public let severity: Severity
  public let phrase: Phrase

  public init(_ code: String, _ severity: Severity, zh: String, en: String) {
    self.code = code
    self.severity = severity
    phrase = Phrase(zh: zh, en: en)
  }
}
