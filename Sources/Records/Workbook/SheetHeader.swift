import Diagnostics
import Rules

/// The row of a sheet that names the fields, or the two rows: then titles of the upper one stand over several of the lower, as
/// `荣誉` over `名称`, `级别` and `授予日期`.
struct SheetHeader {
  /// The last of its rows.
  let bottom: Int
  let range: Range<Int>
  /// For each column the cell that names it, and what it names.
  private(set) var cells: [TableCell] = []
  private(set) var columns: [TableColumn] = []
  /// Lists of which one row stands beside each other, so that a nominee may take several rows of the sheet.
  let openLists: Set<Int>
  private let faults: [Diagnostic]

  /// Found in the first rows; what stands above is a title of the form.
  ///
  /// - Parameter isLenient: whether one known title among unknown ones will do.
  init?(_ table: SheetTable, _ form: RowForm, _ source: Source, leniently isLenient: Bool) {
    for index in table.sheet.rows.prefix(20).indices {
      if let pair = HeaderPair(table, upper: index, form) {
        var resolution = HeaderResolution(pair, form, source)
        resolution.resolve()
        if resolution.groups, Self.isHeader(resolution.columns.map(\.column), isLenient) {
          bottom = index + 1
          range = pair.range
          cells = resolution.columns.map(\.cell)
          columns = resolution.columns.map(\.column)
          openLists = resolution.openLists
          faults = resolution.faults
          return
        }
      }
      let row = table.sheet.rows[index]
      let cells = table.cells(of: row, width: table.width(of: row))
      let columns = cells.map { TableTitle($0.text, form).column }
      guard Self.isHeader(zip(cells, columns).filter { !$0.0.isBlank }.map(\.1), isLenient) else { continue }
      bottom = index
      range = row.range
      self.cells = cells
      self.columns = columns
      openLists = []
      faults = []
      return
    }
    return nil
  }

  /// `nil` when a column cannot be read; every such column is reported.
  func header(_ form: RowForm, _ source: Source, _ log: inout DiagnosticLog) -> TableHeader? {
    log.report(contentsOf: faults)
    guard faults.isEmpty else { return nil }
    return TableHeader(cells, columns, within: range, openLists: openLists, form, source, &log)
  }

  private static func isHeader(_ columns: [TableColumn], _ isLenient: Bool) -> Bool {
    let known = columns.count(where: \.isKnown)
    let isAllNamed = columns.allSatisfy { if case .unknown = $0 { false } else { true } }
    return known >= 2 || known == 1 && (isAllNamed || isLenient)
  }
}

/// Two rows, one below the other, that may be a header together.
private struct HeaderPair {
  struct Column {
    /// The title above, and over how many columns it stands; empty where there is none.
    let upper: TableCell
    let span: Int
    /// Whether a merged cell says how far it goes.
    let isMerged: Bool
    let lower: TableCell
    /// Whether the lower cell belongs to the upper one.
    let isCovered: Bool
  }

  let columns: [Column]
  let range: Range<Int>

  init?(_ table: SheetTable, upper index: Int, _ form: RowForm) {
    guard index + 1 < table.sheet.rows.count else { return nil }
    let (upper, lower) = (table.sheet.rows[index], table.sheet.rows[index + 1])
    guard lower.number == upper.number + 1 else { return nil }
    range = upper.range.lowerBound..<lower.range.upperBound
    // The last title may stand over columns in which there is nothing.
    let last = table.width(of: upper) - 1
    let width = max(last + 1, table.width(of: lower), (table.merge(upper.number, last)?.columns.upperBound ?? 0) + 1)
    let above = table.cells(of: upper, width: width)
    let below = table.cells(of: lower, width: width)
    var columns: [Column] = []
    var reach: (start: Int, end: Int, isMerged: Bool)?
    for column in 0..<width {
      let merge = table.merge(upper.number, column)
      if !above[column].isBlank {
        let end = merge?.columns.upperBound ?? Self.reach(from: column, above, below, table, upper.number, form)
        reach = (column, end, merge.map { $0.columns.count > 1 } ?? false)
      }
      let isOver = reach.map { column <= $0.end } ?? false
      columns.append(
        Column(
          upper: isOver ? above[reach?.start ?? column] : above[column],
          span: isOver ? (reach.map { $0.end - $0.start + 1 } ?? 1) : 1, isMerged: isOver && reach?.isMerged == true,
          lower: below[column], isCovered: merge?.rows.contains(lower.number) ?? false))
    }
    self.columns = columns
  }

  /// How far a list’s title goes over empty cells that are not merged: as far as its components stand below.
  private static func reach(
    from start: Int, _ above: [TableCell], _ below: [TableCell], _ table: SheetTable, _ row: Int, _ form: RowForm
  ) -> Int {
    guard let group = TableGroup(above[start].text, form) else { return start }
    var end = start
    for column in start..<above.count {
      if column > start, !above[column].isBlank || table.merge(row, column) != nil { break }
      guard case .part? = group.part(below[column].text, form) else { break }
      end = column
    }
    return end
  }
}

/// A title over several: of a list or of a field that holds fields, perhaps with a number: `荣誉`, `荣誉2`, `荣誉（2）`.
struct TableGroup {
  let field: Int
  /// From 0; `nil` where it has no number.
  let row: Int?

  init?(_ title: String, _ form: RowForm) {
    let key = CellText.titleKey(title)
    if let index = form.index(titled: key) {
      self.init(index, nil, form)
    } else {
      let bare = key.filter { $0 != "(" && $0 != ")" && $0 != "." }
      let digits = String(bare.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
      guard let number = Int(digits), (1...1000).contains(number),
        let index = form.index(titled: String(bare.dropLast(digits.count)))
      else { return nil }
      self.init(index, number - 1, form)
    }
  }

  private init?(_ field: Int, _ row: Int?, _ form: RowForm) {
    switch form.fields[field].field.shape {
    case .list: break
    case .record where row == nil: break
    default: return nil
    }
    self.field = field
    self.row = row
  }

  /// What a title below it names; rows are counted by whoever asks. `nil`: nothing of it.
  func part(_ title: String, _ form: RowForm) -> TableColumn? {
    if let inner = form.fields[field].inner {
      guard case .field(let component) = TableTitle(title, inner).column else { return nil }
      return .part(field: field, row: row, component: component)
    }
    // 1, 2, 3, or 专家1, 专家2: elements, but not 平均.
    let digits = String(CellText.titleKey(title).reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    guard let number = Int(digits), (1...1000).contains(number) else { return nil }
    return .part(field: field, row: number - 1, component: nil)
  }
}

/// What the columns of two rows name together.
private struct HeaderResolution {
  private(set) var columns: [(cell: TableCell, column: TableColumn)] = []
  private(set) var faults: [Diagnostic] = []
  /// Whether the upper row says something that the lower one alone does not.
  private(set) var groups = false
  private let pair: HeaderPair
  private let form: RowForm
  private let source: Source
  private var rows: [TableColumn: Int] = [:]
  private var numbered: Set<Int> = []

  init(_ pair: HeaderPair, _ form: RowForm, _ source: Source) {
    self.pair = pair
    self.form = form
    self.source = source
  }

  /// Those with each component once, and no number.
  var openLists: Set<Int> {
    let several = rows.compactMap { column, count -> Int? in
      if case .part(let field, _, _) = column, count > 1 { field } else { nil }
    }
    let lists = rows.keys.compactMap { column -> Int? in
      guard case .part(let field, _, _) = column, case .list(.row) = form.fields[field].field.shape else { return nil }
      return field
    }
    return Set(lists).subtracting(several).subtracting(numbered)
  }

  mutating func resolve() {
    // A title of its own over one that is no part of it: the upper row is a header, and the lower one no part of it.
    let isOther = pair.columns.contains { column in
      column.span == 1 && !column.upper.isBlank && !column.lower.isBlank && !column.isCovered
        && TableGroup(column.upper.text, form)?.part(column.lower.text, form) == nil
    }
    let isOver = pair.columns.contains { column in
      !column.upper.isBlank && !column.lower.isBlank && !column.isCovered
        && (column.span > 1 || TableGroup(column.upper.text, form)?.part(column.lower.text, form) != nil)
    }
    if isOther || !isOver { return }
    for column in pair.columns { columns.append(resolve(column)) }
  }

  private mutating func resolve(_ column: HeaderPair.Column) -> (cell: TableCell, column: TableColumn) {
    if column.upper.isBlank { return (column.lower, title(column.lower)) }
    if column.lower.isBlank { return resolve(alone: column) }
    let below = title(column.lower)
    if let group = TableGroup(column.upper.text, form) {
      groups = true
      return (column.lower, part(group, column, below))
    }
    let above = title(column.upper)
    let joined = joined(column)
    if case .field(let field) = above, column.span > 1 {
      groups = true
      report(.splitField, column.lower, ["group": form.names[field], "name": CellText.trimmed(column.lower.text)])
      return (column.lower, .ignored)
    }
    guard let joined, joined != below else { return (column.lower, below) }
    groups = true
    guard case .field(let one) = joined, case .field(let other) = below else { return (column.lower, joined) }
    report(ambiguous: column, form.names[one], form.names[other])
    return (column.lower, .ignored)
  }

  /// A title of the upper row with nothing below it.
  private mutating func resolve(alone column: HeaderPair.Column) -> (cell: TableCell, column: TableColumn) {
    let above = title(column.upper)
    if column.span == 1 {
      if above != .ignored { groups = groups || above.isKnown || above == .number("编号") }
      return (column.upper, above)
    }
    if let group = TableGroup(column.upper.text, form), !column.isCovered {
      report(.untitledPart, column.upper, ["group": form.names[group.field]])
    }
    // A field over several columns stands in the first of them.
    let isFirst = columns.last.map { $0.cell.range != column.upper.range } ?? true
    return (column.upper, isFirst && column.isCovered ? above : .ignored)
  }

  private mutating func part(_ group: TableGroup, _ column: HeaderPair.Column, _ below: TableColumn) -> TableColumn {
    guard let part = group.part(column.lower.text, form) else {
      let names = form.fields[group.field].inner?.names ?? ["1", "2", "3"]
      report(
        .noSuchPart, column.lower,
        ["group": form.names[group.field], "name": CellText.trimmed(column.lower.text)].naming("names", names))
      return .ignored
    }
    guard case .part(let field, let row, let component) = part, component != nil else { return part }
    if !column.isMerged, column.span > 1, case .field(let other) = below {
      report(ambiguous: column, "\(form.names[field]).\(CellText.trimmed(column.lower.text))", form.names[other])
    }
    guard case .list = form.fields[field].field.shape else { return part }
    if row != nil {
      numbered.insert(field)
      return part
    }
    let count = rows[part, default: 0]
    rows[part] = count + 1
    return .part(field: field, row: count, component: component)
  }

  /// `营业收入` over `本年` may be 营业收入本年 or 本年营业收入; a unit goes to the end.
  private func joined(_ column: HeaderPair.Column) -> TableColumn? {
    var above = CellText.titleKey(column.upper.text)
    let below = CellText.titleKey(column.lower.text)
    var unit = ""
    if above.hasSuffix(")"), let open = above.lastIndex(of: "(") {
      unit = String(above[open...])
      above = String(above[..<open])
    }
    return [above + below + unit, below + above + unit].lazy.map { TableTitle($0, form).column }.first(where: \.isKnown)
  }

  private func title(_ cell: TableCell) -> TableColumn { TableTitle(cell.text, form).column }

  private mutating func report(ambiguous column: HeaderPair.Column, _ one: String, _ other: String) {
    let name = CellText.trimmed(column.lower.text)
    let group = CellText.trimmed(column.upper.text)
    report(.ambiguousPart, column.lower, ["group": group, "name": name, "first": one, "second": other])
  }

  private mutating func report(_ message: Message, _ cell: TableCell, _ arguments: [String: String]) {
    faults.append(Diagnostic(message, at: Span(source, cell.range, disclosing: [pair.range]), arguments))
  }
}
