import Diagnostics

/// A sheet as a table: its cells by rows and columns, merged ones included.
struct SheetTable {
  let sheet: Sheet
  private let text: WorkbookText
  /// By column, from the top.
  private var merges: [Int: [Sheet.Merge]] = [:]

  init(_ sheet: Sheet, _ text: WorkbookText) {
    self.sheet = sheet
    self.text = text
    for merge in sheet.merges {
      for column in merge.columns { merges[column, default: []].append(merge) }
    }
    for column in merges.keys { merges[column]?.sort { $0.rows.lowerBound < $1.rows.lowerBound } }
  }

  /// The cells of the first columns of a row, empty ones included.
  ///
  /// - Parameters:
  ///   - isRead: whether anybody reads this column; in others merged cells do not matter.
  ///   - isFilled: whether each of merged cells says what the first does.
  func cells(
    of row: Sheet.Row, width: Int, isRead: (Int) -> Bool = { _ in false }, isFilled: (Int) -> Bool = { _ in false }
  ) -> [TableCell] {
    var cells: [TableCell] = []
    cells.reserveCapacity(width)
    var rest = sheet.cells(of: row)
    var place = row.range.lowerBound
    for column in 0..<width {
      if column > 0 { place = min(place + Grid.separator.count, row.range.upperBound) }
      if let cell = rest.first, Int(cell.column) == column {
        rest.removeFirst()
        cells.append(TableCell(text: text.text(cell.range), range: cell.range, nature: cell.nature))
        place = cell.range.upperBound
      } else if !merges.isEmpty, isRead(column), let cell = merged(row, column, place, isFilled(column)) {
        cells.append(cell)
      } else {
        cells.append(TableCell(text: "", range: place..<place))
      }
    }
    return cells
  }

  /// The last column with something in it, and one more.
  func width(of row: Sheet.Row) -> Int { sheet.cells(of: row).last.map { Int($0.column) + 1 } ?? 0 }

  /// Whether a row is one text over several columns.
  func isCaption(_ row: Sheet.Row) -> Bool {
    let cells = sheet.cells(of: row)
    guard cells.count == 1, let only = cells.first, let merge = merge(row.number, Int(only.column)) else {
      return false
    }
    return merge.columns.count > 1
  }

  /// Whether a row sums up those above: the first thing in it is 合计.
  func isTotal(_ row: Sheet.Row) -> Bool {
    guard let first = sheet.cells(of: row).first, first.length < 32 else { return false }
    return ["合计", "小计", "总计", "共计"].contains(CellText.titleKey(text.text(first.range)))
  }

  /// The merged cells to which one belongs.
  func merge(_ row: Int, _ column: Int) -> Sheet.Merge? {
    guard let merges = merges[column] else { return nil }
    var (low, high) = (0, merges.count)
    while low < high {
      let middle = (low + high) / 2
      if merges[middle].rows.upperBound < row { low = middle + 1 } else { high = middle }
    }
    return low < merges.count && merges[low].rows.contains(row) ? merges[low] : nil
  }

  /// What an empty cell says that is merged with one that says something.
  private func merged(_ row: Sheet.Row, _ column: Int, _ place: Int, _ isFilled: Bool) -> TableCell? {
    guard let merge = merge(row.number, column), let first = cell(merge.rows.lowerBound, merge.columns.lowerBound)
    else {
      return nil
    }
    let address = GridCell.letters(of: merge.columns.lowerBound) + "\(merge.rows.lowerBound)"
    guard isFilled, column == merge.columns.lowerBound else {
      return TableCell(text: "", range: place..<place, nature: .covered, mergedWith: address)
    }
    return TableCell(text: text.text(first.range), range: place..<place, nature: first.nature, mergedWith: address)
  }

  private func cell(_ row: Int, _ column: Int) -> Sheet.Cell? {
    var (low, high) = (0, sheet.rows.count)
    while low < high {
      let middle = (low + high) / 2
      if sheet.rows[middle].number < row { low = middle + 1 } else { high = middle }
    }
    guard low < sheet.rows.count, sheet.rows[low].number == row else { return nil }
    return sheet.cells(of: sheet.rows[low]).first { Int($0.column) == column }
  }
}
