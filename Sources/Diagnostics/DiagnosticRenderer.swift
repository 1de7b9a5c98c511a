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
      text += "  = \(note.text(language))\n"
      if let span = note.span { text += excerpt(span, hint: "") }
    }
    return text
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
    return "\(colored) \(diagnostic.text(language))"
  }

  private func severity(_ severity: Severity) -> String {
    switch (severity, language) {
    case (.error, .zh): "错误"
    case (.warning, .zh): "警告"
    case (.hint, .zh): "提示"
    case (.error, .en): "error"
    case (.warning, .en): "warning"
    case (.hint, .en): "hint"
    }
  }

  private func colorCode(_ severity: Severity) -> Int {
    switch severity {
    case .error: 31
    case .warning: 33
    case .hint: 36
    }
  }

  private func hint(_ diagnostic: Diagnostic) -> String {
    guard let fix = diagnostic.fixIts.first else { return "" }
    switch language {
    case .zh: return fix.replacement.isEmpty ? "删去这里" : "改为 \(fix.replacement)"
    case .en: return fix.replacement.isEmpty ? "remove this" : "write \(fix.replacement)"
    }
  }

  private func excerpt(_ span: Span, hint: String) -> String {
    let start = span.start
    let line = String(decoding: span.source.line(start.line), as: UTF8.self)
    let lineStart = span.source.start(ofLine: start.line)
    let lineBytes = span.source.line(start.line)
    let lower = min(span.range.lowerBound - lineStart, lineBytes.count)
    let upper = min(max(span.range.upperBound - lineStart, lower), lineBytes.count)
    let before = String(decoding: lineBytes.prefix(lower), as: UTF8.self)
    let marked = String(decoding: lineBytes.dropFirst(lower).prefix(upper - lower), as: UTF8.self)
    let number = String(start.line)
    let margin = String(repeating: " ", count: number.count)
    let padding = String(repeating: " ", count: displayWidth(before))
    let carets = String(repeating: "^", count: max(1, displayWidth(marked)))
    var text = "\(margin) ┌─ \(span.source.name):\(start.line):\(start.column)\n"
    text += "\(number)│ \(shown(line))\n"
    text += "\(margin)│ \(padding)\(carets)\(hint.isEmpty ? "" : " " + hint)\n"
    return text
  }

  /// Control characters would move the cursor: a tab takes one cell, the others show as U+FFFD.
  private func shown(_ line: String) -> String {
    String(
      String.UnicodeScalarView(
        line.unicodeScalars.map { scalar in
          if scalar == "\t" { return " " }
          return scalar.value < 0x20 || scalar.value == 0x7F ? "\u{FFFD}" : scalar
        }))
  }
}

/// How many cells of a terminal a text takes: two for the wide characters of East Asia, none for marks that combine.
public func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + cellWidth($1) }
}

private func cellWidth(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: 0
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    2
  default: 1
  }
}
