import Diagnostics

extension Diagnostic {
  /// The same about a row of which only so much may be shown; resident numbers in what it quotes are masked.
  func disclosing(_ disclosed: [Range<Int>]) -> Diagnostic {
    let place: (Span) -> Span = { $0.disclosing(disclosed) }
    return Diagnostic(
      message, at: span.map(place), arguments.mapValues(ResidentNumber.concealed),
      notes: notes.map {
        Note($0.phrase, at: $0.span.map(place), $0.arguments.mapValues(ResidentNumber.concealed))
      },
      fixIts: fixIts.filter { ResidentNumber.concealed(in: $0.replacement) == $0.replacement })
  }

  /// The same about a text that could not be read, so that nobody knows what in it is sensitive: the names of fields
  /// alone may be shown, and no word of the text is quoted.
  func disclosingNames(of form: RowForm) -> Diagnostic {
    func place(_ span: Span) -> Span { span.disclosing(form.placesOfNames(near: span)) }
    return Diagnostic(
      message, at: span.map(place),
      arguments.merging(arguments["text"].map { ["text": String(repeating: "*", count: $0.count)] } ?? [:]) { $1 }
        .mapValues(ResidentNumber.concealed),
      notes: notes.map { Note($0.phrase, at: $0.span.map(place), $0.arguments.mapValues(ResidentNumber.concealed)) },
      fixIts: fixIts.filter { !$0.replacement.contains(where: \.isWholeNumber) })
  }

  /// As it may be shown of a form's file, if nothing has been said about that yet.
  func concealed(_ form: RowForm) -> Diagnostic {
    guard form.hides, span?.disclosed.isEmpty != false else { return self }
    return disclosingNames(of: form)
  }
}

extension RecordOutcome {
  func concealed(_ form: RowForm) -> RecordOutcome {
    guard form.hides, case .refused(let refusal) = self else { return self }
    return .refused(
      Refusal(
        id: refusal.id.map(ResidentNumber.concealed), title: refusal.title.map(ResidentNumber.concealed),
        ordinal: refusal.ordinal, span: refusal.span,
        diagnostics: refusal.diagnostics.map { $0.concealed(form) }))
  }
}

extension RowForm {
  /// Where near a place the names of fields stand, in order.
  fileprivate func placesOfNames(near span: Span) -> [Range<Int>] {
    let bytes = span.source.bytes
    let names = Dictionary(grouping: allNames.map { Array($0.utf8) }, by: \.first)
    let end = min(bytes.count, span.range.lowerBound + Self.reach)
    var places: [Range<Int>] = []
    var offset = max(0, span.range.lowerBound - Self.reach)
    while offset < end {
      let beginsWord = offset == 0 || Self.beforeWords.contains(bytes[offset - 1])
      let name = beginsWord ? names[bytes[offset]]?.first { bytes[offset...].starts(with: $0) } : nil
      if let name { places.append(offset..<offset + name.count) }
      offset += max(1, name?.count ?? 1)
    }
    return places
  }

  /// Farther than an excerpt reaches.
  private static let reach = 1000
  private static let beforeWords = Set("\n\r\t ,{\"'-".utf8)

  private var allNames: [String] { names + fields.flatMap { $0.inner?.allNames ?? [] } }
}
