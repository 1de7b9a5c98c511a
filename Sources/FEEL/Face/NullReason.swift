public import Diagnostics

/// Why a value is null: beside the value, never in it.
public struct NullReason: Sendable, Hashable {
  public let message: Message
  /// The part of the expression that first was null.
  public let span: Span
  public let arguments: [String: String]

  public var code: String { message.code }

  public func text(_ language: Language) -> String { message.phrase.text(language, arguments) }
}
