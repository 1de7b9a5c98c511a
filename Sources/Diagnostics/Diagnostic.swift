/// What is wrong, where, and how to put it right.
public struct Diagnostic: Sendable, Hashable {
  public let message: Message
  /// The word, not the line. `nil` only for what has no place in a text, such as a file that cannot be read.
  public let span: Span?
  public let arguments: [String: String]
  public var notes: [Note]
  public var fixIts: [FixIt]

  public init(
    _ message: Message, at span: Span?, _ arguments: [String: String] = [:], notes: [Note] = [],
    fixIts: [FixIt] = []
  ) {
    self.message = message
    self.span = span
    self.arguments = arguments
    self.notes = notes
    self.fixIts = fixIts
  }

  public var code: String { message.code }
  public var severity: Severity { message.severity }

  /// The same, with its places and those of its notes exchanged for others, such as places that disclose more.
  public func placed(_ place: (Span) -> Span) -> Diagnostic {
    Diagnostic(
      message, at: span.map(place), arguments,
      notes: notes.map { Note($0.phrase, at: $0.span.map(place), $0.arguments) }, fixIts: fixIts)
  }

  /// The sentence, without code or place.
  public func text(_ language: Language) -> String { message.phrase.text(language, arguments) }
}

/// Something more to know about a diagnostic, with a place of its own if it has one.
public struct Note: Sendable, Hashable {
  public let phrase: Phrase
  public let span: Span?
  public let arguments: [String: String]

  public init(_ phrase: Phrase, at span: Span? = nil, _ arguments: [String: String] = [:]) {
    self.phrase = phrase
    self.span = span
    self.arguments = arguments
  }

  public func text(_ language: Language) -> String { phrase.text(language, arguments) }
}

/// A change to the text that would put it right.
public struct FixIt: Sendable, Hashable {
  /// Whether a program may apply it unasked (`safe`), only with consent (`unsafe`), or may only show it.
  public enum Applicability: String, Sendable, Hashable {
    case safe, unsafe, display
  }

  public let span: Span
  public let replacement: String
  public let applicability: Applicability

  public init(replace span: Span, with replacement: String, _ applicability: Applicability) {
    self.span = span
    self.replacement = replacement
    self.applicability = applicability
  }
}
