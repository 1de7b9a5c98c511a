import Diagnostics

/// Says in our words, at the right place, what libyaml says of a text that is no YAML.
struct SyntaxFault {
  let diagnostic: Diagnostic

  init(_ failure: EventStream.Failure, in text: CheckedText) {
    let place = Place(failure, in: text)
    diagnostic = Self.diagnostic(failure, place)
  }

  private static func diagnostic(_ failure: EventStream.Failure, _ place: Place) -> Diagnostic {
    if failure.isInternal { return Diagnostic(.readerFailed, at: nil) }
    switch failure.problem {
    case "could not find expected ':'":
      return colon(place) ?? Diagnostic(.missingColon, at: place.contextLine)
    case "mapping values are not allowed in this context":
      return colon(place) ?? Diagnostic(.colonInText, at: place.problem)
    case "found character that cannot start any token":
      return unexpectedCharacter(place)
    case "found unexpected end of stream":
      return Diagnostic(.unclosedQuote, at: place.context)
    case "found unexpected document indicator":
      return Diagnostic(.documentMarkInQuotes, at: place.problem, notes: [Note(.openedHere, at: place.context)])
    case "found unknown escape character":
      return unknownEscape(place)
    case "did not find expected comment or line break" where failure.context.contains("directive"):
      return Diagnostic(.badDirective, at: place.problemLine)
    default:
      return plain(failure, place)
    }
  }

  /// Those of which there is nothing to say but one sentence.
  private static func plain(_ failure: EventStream.Failure, _ place: Place) -> Diagnostic {
    let message = messages[failure.problem] ?? byContext(failure)
    if message == .badDirective { return Diagnostic(.badDirective, at: place.problemLine) }
    let arguments = message == .otherSyntax ? ["problem": failure.problem] : [:]
    let opens: Set<Message> = [.flowSequenceEnd, .flowMappingEnd]
    let notes = opens.contains(message) ? [Note(.openedHere, at: place.context)] : []
    return Diagnostic(message, at: place.problem, arguments, notes: notes)
  }

  private static func byContext(_ failure: EventStream.Failure) -> Message {
    if failure.context.contains("directive") { return .badDirective }
    return failure.context.contains("tag") ? .badTag : .otherSyntax
  }

  private static let messages: [String: Message] = [
    "found a tab character where an indentation space is expected": .tabIndentation,
    "found a tab character that violates indentation": .tabIndentation,
    "did not find expected alphabetic or numeric character": .anchorName,
    "block sequence entries are not allowed in this context": .entryNotAllowed,
    "mapping keys are not allowed in this context": .keyNotAllowed,
    "did not find expected ',' or ']'": .flowSequenceEnd,
    "did not find expected ',' or '}'": .flowMappingEnd,
    "did not find expected key": .expectedKey,
    "did not find expected '-' indicator": .expectedEntry,
    "did not find expected node content": .expectedValue,
    "did not find expected hexdecimal number": .hexadecimalEscape,
    "found invalid Unicode character escape code": .escapedCodePoint,
    "found an indentation indicator equal to 0": .blockHeader,
    "did not find expected comment or line break": .blockHeader,
    "found undefined tag handle": .badTag,
    "found incompatible YAML document": .badDirective,
    "found duplicate %YAML directive": .badDirective,
    "found duplicate %TAG directive": .badDirective,
    "did not find expected <document start>": .contentAfterEnd,
  ]

  // MARK: - Those that need a second look

  private static func unexpectedCharacter(_ place: Place) -> Diagnostic {
    if place.problem.text == "\t" { return Diagnostic(.tabIndentation, at: place.problem) }
    return Diagnostic(.reservedCharacter, at: place.problem, ["character": place.problem.text])
  }

  /// libyaml marks the beginning of the text for the context and the backslash or the letter for the problem.
  private static func unknownEscape(_ place: Place) -> Diagnostic {
    let source = place.problem.source
    let backslash = place.problem.range.lowerBound
    let letter = Place.character(source, at: backslash + 1)
    return Diagnostic(
      .unknownEscape, at: Span(source, backslash..<letter.range.upperBound), ["character": letter.text])
  }

  /// A key whose colon is full-width, or not followed by a space, in the line of the fault or the one before it.
  private static func colon(_ place: Place) -> Diagnostic? {
    let lines = Set([place.context.start.line, place.problem.start.line - 1, place.problem.start.line])
    for line in lines.sorted() where line >= 1 {
      guard let written = KeyLine(place.problem.source, line: line) else { continue }
      if let colon = written.fullWidthColon {
        return Diagnostic(.fullWidthColon, at: colon, fixIts: [FixIt(replace: colon, with: ": ", .unsafe)])
      }
      if let colon = written.tightColon {
        return Diagnostic(.spaceAfterColon, at: colon, fixIts: [FixIt(replace: colon, with: ": ", .unsafe)])
      }
    }
    return nil
  }
}

/// Where a fault is, and where the thing began in which it is.
private struct Place {
  let problem: Span
  let context: Span

  init(_ failure: EventStream.Failure, in text: CheckedText) {
    problem = Self.character(text.source, at: text.byteOffset(failure.problemAt))
    context = Self.character(text.source, at: text.byteOffset(failure.contextAt))
  }

  /// From the context to the end of its line.
  var contextLine: Span {
    Span(context.source, context.range.lowerBound..<max(line(context).upperBound, context.range.upperBound))
  }

  /// The whole line in which the fault is.
  var problemLine: Span { Span(problem.source, line(problem)) }

  private func line(_ span: Span) -> Range<Int> {
    let line = span.start.line
    let start = span.source.start(ofLine: line)
    return start..<start + span.source.line(line).count
  }

  static func character(_ source: Source, at offset: Int) -> Span {
    guard offset < source.bytes.count else { return Span(source, offset..<offset) }
    return Span(source, offset..<offset + utf8Width(leading: source.bytes[offset]))
  }
}

/// A line that looks as if it were to begin with a plain key, but has no `: ` behind it.
private struct KeyLine {
  let fullWidthColon: Span?
  let tightColon: Span?

  init?(_ source: Source, line: Int) {
    let bytes = source.line(line)
    guard line <= source.lineCount, let first = bytes.first(where: { $0 != 0x20 && $0 != 0x2D }),
      !"\"'#[{|>&*!%@`".utf8.contains(first)
    else { return nil }
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let behind = bytes[(offset + 1)...].first
      if bytes[offset] == UInt8(ascii: ":"), behind != UInt8(ascii: "/") {
        guard let behind, behind != 0x20 else { return nil }
        fullWidthColon = nil
        tightColon = Span(source, offset..<offset + 1)
        return
      }
      if bytes[offset...].starts(with: "：".utf8) {
        fullWidthColon = Span(source, offset..<offset + 3)
        tightColon = nil
        return
      }
      offset += 1
    }
    return nil
  }
}
