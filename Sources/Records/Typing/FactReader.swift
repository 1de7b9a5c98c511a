import Diagnostics
import FEEL
import Rules

/// Turns one written row into typed facts, and finds out everything that is wrong with it.
struct FactReader {
  private let source: Source
  private let form: RowForm
  private(set) var diagnostics: [Diagnostic] = []
  private var missing: [FactPath] = []
  private var places: Places
  /// Values that must not be shown although no field of the form holds them.
  private var hidden: [Range<Int>] = []
  /// In a table: the row's number and the column that is being read.
  private let tableRow: Int?
  private var column: Int?
  /// In a workbook: how it counts days.
  let dateSystem: DateSystem?
  /// Whether notes are only counted, for there are too many already.
  private(set) var isMuted = false
  private var mutedNotes = 0

  /// For tests: never take the straight way.
  private let isCareful: Bool

  init(
    _ source: Source, _ form: RowForm, tableRow: Int? = nil, dateSystem: DateSystem? = nil, isCareful: Bool = false
  ) {
    self.isCareful = isCareful
    self.dateSystem = dateSystem
    self.source = source
    self.form = form
    self.tableRow = tableRow
    places = Places(source, form)
  }

  /// The record that a row makes, or why it makes none.
  mutating func outcome(_ row: some WrittenValue, ordinal: Int, log: inout DiagnosticLog) -> RecordOutcome {
    let span = Span(source, row.range)
    isMuted = log.isFullOfNotes
    defer { log.omit(notes: mutedNotes) }
    guard row.kind == .row else {
      report(.notARecord, row.range)
      return refusal(nil, nil, ordinal, span, &log)
    }
    places.further = row.furtherRanges
    var givenID: (text: String, range: Range<Int>)?
    var idCell: (nature: CellNature, mergedWith: String?) = (.typed, nil)
    let values = read(row, form, nil) { name, value in
      guard name == "编号" else { return false }
      let text = CellText.trimmed(value.text)
      if !text.isEmpty || value.nature == .covered { givenID = (text, value.range) }
      idCell = (value.nature, value.mergedWith)
      return true
    }
    if let givenID, check(idCell.nature, idCell.mergedWith, givenID.text, givenID.range, "编号") {
      _ = isClean(givenID.text, givenID.range, "编号", isProse: false)
    }
    let key = keyText(values)
    let id = givenID?.text ?? key.map { shownKey($0) } ?? "#\(ordinal + 1)"
    conceal(within: row.range)
    if diagnostics.contains(where: { $0.severity == .error }) { return refusal(id, title(values), ordinal, span, &log) }
    log.report(contentsOf: diagnostics)
    return .taken(
      Record(
        id: id, title: title(values) ?? id, ordinal: ordinal, values: values, missing: missing, places: places,
        range: row.range, marks: marks(givenID, key, within: row.range)))
  }

  private func marks(
    _ number: (text: String, range: Range<Int>)?, _ key: [String]?, within row: Range<Int>
  ) -> [Record.Mark] {
    var marks = number.map { [Record.Mark(fields: ["编号"], text: $0.text, range: $0.range)] } ?? []
    if let key {
      let range = form.keys.first.flatMap { places[field: $0] } ?? row
      marks.append(
        Record.Mark(
          fields: form.keys.map { form.names[$0] }, text: key.joined(separator: "\u{1F}"), range: range))
    }
    return marks
  }

  /// What diagnostics show of the row is for every eye.
  private mutating func conceal(within range: Range<Int>) {
    guard form.hides, !diagnostics.isEmpty else { return }
    let disclosed = places.disclosed(in: range, except: hidden)
    diagnostics = diagnostics.map { $0.disclosing(disclosed) }
  }

  private func refusal(
    _ id: String?, _ title: String?, _ ordinal: Int, _ span: Span, _ log: inout DiagnosticLog
  ) -> RecordOutcome {
    log.report(contentsOf: diagnostics)
    return .refused(Refusal(id: id, title: title, ordinal: ordinal, span: span, diagnostics: diagnostics))
  }

  // MARK: - Who it is

  /// The texts of the key fields; `nil` when one is missing or there are none.
  private func keyText(_ values: [Value]) -> [String]? {
    guard !form.keys.isEmpty else { return nil }
    var texts: [String] = []
    for index in form.keys {
      guard let text = Self.text(values[index]) else { return nil }
      texts.append(text)
    }
    return texts
  }

  private func shownKey(_ texts: [String]) -> String {
    zip(form.keys, texts).map { form.fields[$0].field.shown($1) }.joined(separator: " ")
  }

  private func title(_ values: [Value]) -> String? {
    guard let index = form.title, let text = Self.text(values[index]) else { return nil }
    return form.fields[index].field.shown(text)
  }

  private static func text(_ value: Value) -> String? {
    switch value {
    case .string(let text): text
    case .number(let number): number.description
    case .date(let date): date.description
    default: nil
    }
  }

  // MARK: - Rows

  /// The values of a row in the order of its form. `takesUnknown` may claim a field that the form does not have.
  private mutating func read<Written: WrittenValue>(
    _ row: Written, _ form: RowForm, _ path: FactPath?,
    takesUnknown: (String, Written) -> Bool = { _, _ in false }
  ) -> [Value] {
    var values = [Value](repeating: .unknown, count: form.fields.count)
    var isRead = [Bool](repeating: false, count: form.fields.count)
    let outer = missing
    missing = []
    var missingWithin: [Int: [FactPath]] = [:]
    row.forEachField(in: form) { name, nameRange, value in
      switch name {
      case .known(let index):
        if isRead[index] {
          hidden.append(value.range)
          return report(.duplicateField, nameRange, ["name": form.names[index]])
        }
        isRead[index] = true
        values[index] = read(value, of: index, form, path)
        if missing.isEmpty { return }
        missingWithin[index] = missing
        missing = []
      case .unknown(let name):
        if takesUnknown(name, value) { return }
        hidden.append(value.range)
        reportUnknown(name, nameRange, form, path, value.fixes)
      }
    }
    missing = outer
    for index in values.indices {
      if !missingWithin.isEmpty, let within = missingWithin[index] { missing += within }
      if !isRead[index] { values[index] = absent(form.fields[index].field, place(index, form, path)) }
    }
    return values
  }

  private mutating func read(
    _ value: some WrittenValue, of index: Int, _ form: RowForm, _ path: FactPath?
  ) -> Value {
    let prepared = form.fields[index]
    if path == nil {
      column = index
      places.set(field: index, value.range)
    } else {
      places.set(place(index, form, path), value.range)
    }
    if !isCareful, let plain = value.plainFact(prepared) { return plain.value }
    let place = place(index, form, path)
    if isMissing(value) {
      noteNothing(value, place)
      return absent(prepared.field, place)
    }
    // A faulty value is unknown, but not missing: its fault has been reported.
    return read(value, as: prepared.field.shape, prepared.field, prepared.inner, place) ?? .unknown
  }

  private mutating func absent(_ field: Field, _ path: FactPath) -> Value {
    if let value = field.defaultValue { return value }
    missing.append(path)
    return .unknown
  }

  private func place(_ index: Int, _ form: RowForm, _ path: FactPath?) -> FactPath {
    path?.appending(.name(form.names[index])) ?? FactPath(form.names[index])
  }

  // MARK: - Values

  /// `nil` when the value is missing or faulty.
  private mutating func read(
    _ value: some WrittenValue, as shape: Shape, _ field: Field, _ inner: RowForm?, _ path: FactPath
  ) -> Value? {
    if isMissing(value) { return nil }
    if case .broken(let message) = value.kind {
      report(message, value.range, ["text": field.shown(value.text)])
      return nil
    }
    if value.kind == .cell, !isReadable(value, field, path) { return nil }
    switch shape {
    case .list(let element): return list(value, element, field, inner, path)
    case .record: return row(value, field, inner, path)
    case .string, .boolean, .integer, .number, .date:
      return scalar(value, shape, field, path)
    }
  }

  /// `null`, nothing, blanks; in a table also the dashes that stand for nothing. `无` is something.
  private func isMissing(_ value: some WrittenValue) -> Bool {
    switch value.kind {
    case .missing: true
    case .plain, .text: CellText.trimmed(value.text).isEmpty
    case .cell:
      switch value.nature {
      case .covered, .uncomputed, .error, .scaled: false
      default: CellText.meansNothing(CellText.trimmed(value.text))
      }
    case .number, .boolean, .list, .row, .broken: false
    }
  }

  private func saysNone(_ value: some WrittenValue) -> Bool {
    switch value.kind {
    case .plain, .text, .cell: CellText.trimmed(value.text) == "无"
    default: false
    }
  }

  private mutating func list(
    _ value: some WrittenValue, _ element: Shape.Element, _ field: Field, _ inner: RowForm?, _ path: FactPath
  ) -> Value? {
    if saysNone(value) { return .list([]) }
    if value.kind == .cell {
      return inCell(value, .listInCell, path) { $0.list($1, element, field, inner, path) }
    }
    guard value.kind == .list else { return wrongKind(value, .list(element), path) }
    var values: [Value] = []
    for (index, written) in value.elements.enumerated() {
      let path = path.appending(.row(index))
      places.set(path, written.range)
      switch element {
      case .row: values.append(row(written, field, inner, path) ?? .unknown)
      case .plain(let shape):
        if isMissing(written) { missing.append(path) }
        values.append(read(written, as: shape, field, inner, path) ?? .unknown)
      }
    }
    return .list(values)
  }

  private mutating func row(
    _ value: some WrittenValue, _ field: Field, _ inner: RowForm?, _ path: FactPath
  ) -> Value? {
    if saysNone(value) { return .null }
    if value.kind == .cell { return inCell(value, .rowInCell, path) { $0.row($1, field, inner, path) } }
    guard value.kind == .row, let inner else { return wrongKind(value, .record([]), path) }
    let values = read(value, inner, path)
    return .context(Context(Array(zip(inner.names, values))))
  }

  /// A list or a row that is written in one cell of a table, as YAML writes it on one line.
  private mutating func inCell(
    _ value: some WrittenValue, _ message: Message, _ path: FactPath,
    _ read: (inout FactReader, YAMLValue) -> Value?
  ) -> Value? {
    let opens = CellText.trimmed(value.text).first
    guard opens == "[" || opens == "{" else {
      report(message, value.range, ["path": path.description])
      return nil
    }
    guard let cell = value.fragment else { return nil }
    var log = DiagnosticLog()
    let node = YAMLValue.read(cell, &log)
    for diagnostic in log.diagnostics { add(diagnostic) }
    guard let node, !log.hasErrors else { return nil }
    return read(&self, node)
  }

  // MARK: - Reporting

  mutating func wrongKind(
    _ value: some WrittenValue, _ shape: Shape, _ path: FactPath, fixIts: [FixIt] = []
  ) -> Value? {
    let (kind, found) = (shape.words, value.kind.words)
    report(
      .wrongKind, value.range,
      ["path": path.description, "kind_zh": kind.zh, "kind_en": kind.en, "found_zh": found.zh, "found_en": found.en],
      fixIts: fixIts)
    return nil
  }

  private mutating func reportUnknown(
    _ name: String, _ range: Range<Int>, _ form: RowForm, _ path: FactPath?, _ fixes: FixIt.Applicability
  ) {
    let span = Span(source, range)
    let fixIts = nearestName(to: name, among: form.names)
      .map { [FixIt(replace: span, with: $0, fixes == .display ? .display : .unsafe)] }
    add(
      Diagnostic(
        .unknownField, at: span,
        [
          "name": name, "where_zh": path.map { "“\($0)”里" } ?? "",
          "where_en": path.map { "“\($0)”" } ?? "the record",
        ],
        fixIts: fixIts ?? []))
  }

  /// One more note that only counts.
  mutating func countNote() { mutedNotes += 1 }

  mutating func report(
    _ message: Message, _ range: Range<Int>, _ arguments: [String: String] = [:], fixIts: [FixIt] = []
  ) {
    if isMuted, message.severity == .note { return countNote() }
    var arguments = arguments
    if let text = arguments["text"] { arguments["text"] = text.shortened(to: Self.longestQuotation) }
    add(Diagnostic(message, at: Span(source, range), arguments, fixIts: fixIts))
  }

  /// In characters: enough to know a value again.
  private static let longestQuotation = 60

  /// In a table, people look for row and column.
  private mutating func add(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    if let column, let cell = diagnostic.span?.cell {
      diagnostic.notes.append(Note(.inSheet, ["cell": "\(cell)", "column": form.names[column]]))
    } else if let tableRow, let column {
      diagnostic.notes.append(Note(.inCell, ["row": "\(tableRow)", "column": form.names[column]]))
    }
    diagnostics.append(diagnostic)
  }

  /// A change of the whole value; into a cell nobody but people may write, and a sensitive value is not repeated.
  func fix(
    _ value: some WrittenValue, _ replacement: String, _ field: Field,
    _ applicability: FixIt.Applicability = .safe
  ) -> [FixIt] {
    guard !field.isSensitive else { return [] }
    let allowed = value.fixes == .display ? FixIt.Applicability.display : applicability
    return [FixIt(replace: Span(source, value.range), with: replacement, allowed)]
  }

  /// A change to another text, in quotes where one was, or where a number was.
  func fixText(_ value: some WrittenValue, _ text: String, _ field: Field) -> [FixIt] {
    switch value.kind {
    case .text, .number, .boolean: fix(value, "\"\(text)\"", field, .unsafe)
    default: fix(value, text, field, .unsafe)
    }
  }
}
