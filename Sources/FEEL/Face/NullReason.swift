public import Diagnostics

/// Why a value is null: beside the value, never in it.
public struct NullReason: Sendable, Hashable {
  public let message: Message
  /// The part of the expression that first was null.
  public let span: Span
  public let arguments: [String: String]

  public var code: String { message.code }

  public func text(_ language: Language) -> String { message.phrase.text(language, arguments) }

  /// As something to show: a null is an answer, and its reason a hint.
  public var diagnostic: Diagnostic {
    Diagnostic(Message(message.code, .hint, zh: message.phrase.zh, en: message.phrase.en), at: span, arguments)
  }
}
