import Diagnostics
import Rules

/// The first row of a table, which names the fields.
struct CSVHeader {
  let columns: [FieldName?]

  /// Columns that say nothing about the nominee and may stand in any table.
  private static let ignored: Set<String> = ["序号", "备注"]

  /// `nil` when a column has no field; every such column is reported.
  init?(_ cells: [CSVCell], _ form: RowForm, _ source: Source, _ log: inout DiagnosticLog) {
    if let fault = Self.foreignSeparator(cells.range, form, source) {
      log.report(fault)
      return nil
    }
    let columns = cells.map { Self.column(CellText.trimmed($0.text), form) }
    self.columns = columns
    guard columns.contains(where: \.isKnown) || cells.count == 1 else {
      log.report(Diagnostic(.csvHeaderMissing, at: Span(source, cells.range)))
      return nil
    }
    var faults: [Diagnostic] = []
    var seen: [String: Range<Int>] = [:]
    for (cell, column) in zip(cells, columns) {
      let name = CellText.trimmed(cell.text)
      if case .unknown(let name)? = column, name != "编号" {
        let candidates = nearestName(to: name, among: form.names)
        let notes = candidates.map { [Note(.perhapsMeant, ["name": $0])] } ?? []
        faults.append(Diagnostic(.csvUnknownColumn, at: Span(source, cell.range), ["name": name], notes: notes))
      }
      guard column != nil else { continue }
      if let first = seen.updateValue(cell.range, forKey: name) {
        faults.append(
          Diagnostic(
            .csvDuplicateColumn, at: Span(source, cell.range), ["name": name],
            notes: [Note(.firstColumn, at: Span(source, first))]))
      }
    }
    // What names columns is for every eye.
    let disclosed = [cells.range].removing(ResidentNumber.births(in: source.bytes[cells.range]))
    log.report(contentsOf: faults.map { $0.disclosing(disclosed) })
    guard faults.isEmpty else { return nil }
  }

  private static let foreignSeparators: [(sign: Character, zh: String, en: String)] = [
    (";", "分号", "a semicolon"), ("；", "全角分号", "a full-width semicolon"), ("\t", "制表符", "a tab"), ("|", "竖线", "a bar"),
    ("，", "全角逗号", "a full-width comma"), ("、", "顿号", "an enumeration comma"),
  ]

  /// What is said of a first line in which another sign than a comma stands between the names of fields.
  static func foreignSeparator(_ line: Range<Int>, _ form: RowForm, _ source: Source) -> Diagnostic? {
    let text = String(decoding: source.bytes[line], as: UTF8.self)
    func names(_ separator: Character) -> Int {
      text.split(separator: separator).count { part in
        let name = CellText.trimmed(part.filter { $0 != "\"" })
        if case .known? = column(name, form) { return true }
        return false
      }
    }
    guard names(",") == 0 else { return nil }
    guard let found = foreignSeparators.first(where: { text.contains($0.sign) && names($0.sign) > 0 }) else {
      return nil
    }
    return Diagnostic(.csvSeparator, at: Span(source, line), ["sign_zh": found.zh, "sign_en": found.en])
      .disclosing([line].removing(ResidentNumber.births(in: source.bytes[line])))
  }

  /// `研发投入（万元）` names the field 研发投入, if that is its unit; `姓名*` the required field 姓名.
  private static func column(_ name: String, _ form: RowForm) -> FieldName? {
    if let index = form.index(of: name) { return .known(index) }
    if name.isEmpty || ignored.contains(name) { return nil }
    let bare = CellText.trimmed(name.filter { $0 != "*" && $0 != "＊" })
    if let index = form.index(of: bare) { return .known(index) }
    guard let open = bare.lastIndex(where: { $0 == "（" || $0 == "(" }), bare.last == "）" || bare.last == ")",
      let index = form.index(of: String(bare[..<open])),
      form.fields[index].field.unit == String(bare[bare.index(after: open)...].dropLast())
    else { return .unknown(name) }
    return .known(index)
  }
}

extension FieldName? {
  fileprivate var isKnown: Bool {
    if case .known? = self { true } else { false }
  }
}

extension [CSVCell] {
  /// From the first cell to the last.
  var range: Range<Int> { (first?.range.lowerBound ?? 0)..<(last?.range.upperBound ?? 0) }
}
