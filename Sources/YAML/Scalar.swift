public import Diagnostics

/// A text of YAML: what is meant, how it was written, and where each character of it stands.
public struct Scalar: Sendable {
  public enum Style: Sendable, Hashable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  /// Without quotes, escapes, indentation and folded line breaks.
  public let text: String
  public let style: Style
  /// The scalar with its quotes or its `|` or `>`.
  public let span: Span
  /// What an explicit tag of the core schema makes of it; `nil` where none is written.
  let forced: CoreTag?

  public init(_ text: String, _ style: Style, at span: Span) {
    self.init(text, style, at: span, forced: nil)
  }

  init(_ text: String, _ style: Style, at span: Span, forced: CoreTag?) {
    self.text = text
    self.style = style
    self.span = span
    self.forced = forced
  }

  /// The text with the places of its characters, read anew from the source at each call.
  ///
  /// Exact in all five styles: an escape, a folded line break or a quote doubled in single quotes is one piece.
  public var fragment: Fragment { ScalarDecoder.fragment(of: self) }
}
