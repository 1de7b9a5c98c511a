/// Shows diagnostics to people on a terminal: place, line, carets, notes and fixes.
public struct DiagnosticRenderer: Sendable {
  public let language: Language
  public let usesColor: Bool

  public init(language: Language, usesColor: Bool = false) {
    self.language = language
    self.usesColor = usesColor
  }

  /// One diagnostic, several lines, ending with a line break.
  public func render(_ diagnostic: Diagnostic) -> String {
    var text = heading(diagnostic) + "\n"
    if let span = diagnostic.span { text += excerpt(span, hint: hint(diagnostic)) }
    for note in diagnostic.notes {
      text += "  = \(note.text(language).printable)\n"
      if let span = note.span { text += excerpt(span, hint: "") }
    }
    return text
  }

  /// One diagnostic on one line: place, code, sentence.
  public func brief(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.span.map { $0.description.printable + " " } ?? ""
    return "\(place)\(heading(diagnostic))\n"
  }

  public func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.map(render).joined(separator: "\n")
  }

  /// How many errors and warnings there are, in one sentence; empty when there are none.
  public func summary(errors: Int, warnings: Int) -> String {
    switch (language, errors, warnings) {
    case (_, 0, 0): ""
    case (.zh, _, 0): "共 \(errors) 处错误"
    case (.zh, 0, _): "共 \(warnings) 处警告"
    case (.zh, _, _): "共 \(errors) 处错误、\(warnings) 处警告"
    case (.en, _, 0): "\(counted(errors, "error"))"
    case (.en, 0, _): "\(counted(warnings, "warning"))"
    case (.en, _, _): "\(counted(errors, "error")), \(counted(warnings, "warning"))"
    }
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private func heading(_ diagnostic: Diagnostic) -> String {
    let label = "\(severity(diagnostic.severity))[\(diagnostic.code)]"
    let colored = usesColor ? "\u{1B}[1;\(colorCode(diagnostic.severity))m\(label)\u{1B}[0m" : label
    return "\(colored) \(diagnostic.text(language).printable)"
  }

  private func severity(_ severity: Severity) -> String {
    switch (severity, language) {
    case (.error, .zh): "错误"
    case (.warning, .zh): "警告"
    case (.hint, .zh): "提示"
    case (.note, .zh): "说明"
    case (.error, .en): "error"
    case (.warning, .en): "warning"
    case (.hint, .en): "hint"
    case (.note, .en): "note"
    }
  }

  private func colorCode(_ severity: Severity) -> Int {
    switch severity {
    case .error: 31
    case .warning: 33
    case .hint, .note: 36
    }
  }

  private func hint(_ diagnostic: Diagnostic) -> String {
    guard let fix = diagnostic.fixIts.first else { return "" }
    let replacement = fix.replacement.shortened(to: 60).printable
    switch language {
    case .zh: return replacement.isEmpty ? "删去这里" : "改为 \(replacement)"
    case .en: return replacement.isEmpty ? "remove this" : "write \(replacement)"
    }
  }

  private func excerpt(_ span: Span, hint: String) -> String {
    let excerpt = Excerpt(span)
    let number = String(span.cell?.row ?? span.start.line)
    let margin = String(repeating: " ", count: number.count)
    let padding = String(repeating: " ", count: excerpt.indent)
    let carets = String(repeating: "^", count: excerpt.carets)
    var text = "\(margin) ┌─ \(span.description.printable)\n"
    text += "\(number)│ \(excerpt.line)\n"
    text += "\(margin)│ \(padding)\(carets)\(hint.isEmpty ? "" : " " + hint)\n"
    return text
  }
}
