public import Diagnostics

/// A record that cannot be taken as it is, with every reason.
public struct Refusal: Sendable {
  /// What the nominee is called, as far as that could be read.
  public let id: String?
  /// The name that people know the nominee by, as far as that could be read.
  public let title: String?
  /// Place in the batch, from 0; refused records and records taken count together.
  public let ordinal: Int
  public let span: Span
  public let diagnostics: [Diagnostic]

  init(id: String?, title: String? = nil, ordinal: Int, span: Span, diagnostics: [Diagnostic]) {
    self.id = id
    self.title = title
    self.ordinal = ordinal
    self.span = span
    self.diagnostics = diagnostics
  }
}
