public import Diagnostics

extension Node {
  /// Reads the one document of a text.
  ///
  /// Gives back what could be read; `nil` when the text is empty, is no YAML, or asks for more than `limits` allow,
  /// which is reported. Of keys that occur twice the first counts.
  public static func read(_ source: Source, limits: Limits = .default, log: inout DiagnosticLog) -> Node? {
    guard let text = CheckedText(source, limits: limits, log: &log) else { return nil }
    guard text.start < source.bytes.count else {
      log.report(Diagnostic(.emptyDocument, at: Span(source, text.start..<text.start)))
      return nil
    }
    return EventStream.withEvents(source.bytes[text.start...]) { events in
      var builder = TreeBuilder(text, limits)
      while !builder.isFinished, let event = events.next() { builder.take(event, &log) }
      if let failure = events.failure {
        log.report(SyntaxFault(failure, in: text).diagnostic)
        return nil
      }
      return builder.document(&log)
    }
  }
}
