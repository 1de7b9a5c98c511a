internal import Diagnostics
internal import FEEL

/// Cuts the domains where the cells cut them, and asks each cell's own program about one value of every atom.
struct CellSampling {
  let axes: [Axis]
  /// For each row, for each axis: the atoms that its cell matches; `nil` for a row with a cell that is not constant.
  let boxes: [[IndexBits]?]
  /// The same with null as one atom more on every axis: null is in no domain, but an input may be null all the same.
  let boxesWithNull: [[IndexBits]?]
  /// Whether there is too much to ask; then no row is known.
  let isTooLarge: Bool

  /// How often cells are asked at most.
  private static let questionLimit = 2_000_000
  private static let axisLimit = 64

  init(
    programs: TablePrograms, layout: Layout, known: [String: Value], nullInput: DecisionTable.NullInput
  ) {
    let reader = ConstantReader(layout: layout, known: known, nullInput: nullInput)
    let rows = programs.cells
    let cellCount = rows.count * programs.inputs.count
    guard cellCount <= CellSampling.questionLimit, programs.inputs.count <= CellSampling.axisLimit else {
      isTooLarge = true
      axes = []
      boxes = rows.map { _ in nil }
      boxesWithNull = boxes
      return
    }
    let columns = programs.inputs.indices.map { column in
      Column(rows.map { $0[column] }, domain: programs.domains[column], reader)
    }
    axes = columns.map(\.axis)
    let questions = axes.reduce(0) { $0 + $1.atoms.count } * rows.count
    isTooLarge = questions > CellSampling.questionLimit
    let sampled = isTooLarge ? [] : columns.map { $0.atoms(reader) }
    boxes = rows.indices.map { row in
      let box = sampled.compactMap { $0[row] }
      return box.count == columns.count ? box : nil
    }
    boxesWithNull = zip(rows, boxes).map { cells, box in
      box.map {
        zip($0, cells).enumerated().map { column, pair in
          pair.0.extended(count: columns[column].axis.atoms.count, with: reader.matchesNull(pair.1))
        }
      }
    }
  }

  /// One input, seen by all rows.
  private struct Column {
    let axis: Axis
    private let cells: [TablePrograms.Cell]
    /// For each row; `nil` when its cell cannot be analysed.
    private let constants: [[Value]?]

    init(_ cells: [TablePrograms.Cell], domain: Domain, _ reader: ConstantReader) {
      self.cells = cells
      constants = cells.map { reader.constants(of: $0, over: domain) }
      // An open domain is one atom, which only `-` takes.
      axis =
        domain == .open
        ? Axis(.enumeration(["…"]), constants: [])
        : Axis(domain, constants: constants.compactMap(\.self).flatMap(\.self))
    }

    func atoms(_ reader: ConstantReader) -> [IndexBits?] {
      zip(cells, constants).map { cell, constants in
        switch cell {
        case .anything: IndexBits(all: axis.atoms.count)
        case .test(let program, _): constants == nil ? nil : reader.atoms(of: program, on: axis)
        }
      }
    }
  }
}

/// Evaluates what is fixed before any record is there.
private struct ConstantReader {
  let layout: Layout
  let known: [String: Value]
  let nullInput: DecisionTable.NullInput
  private let frame: Frame

  init(layout: Layout, known: [String: Value], nullInput: DecisionTable.NullInput) {
    self.layout = layout
    self.nullInput = nullInput
    self.known = known
    frame = Frame(layout)
    for (name, value) in known {
      if let slot = layout.slot(of: name) { frame.set(slot, value) }
    }
  }

  /// The values that a cell compares its input with; `nil` when it reads more than constants.
  func constants(of cell: TablePrograms.Cell, over domain: Domain) -> [Value]? {
    guard case .test(let program, _) = cell else { return [] }
    guard program.reads.names.allSatisfy({ known[$0] != nil }) else { return nil }
    switch domain {
    case .open: return nil
    case .enumeration, .booleans: return []
    case .numbers, .dates, .texts:
      guard let cell = ConstantCell(program.tree), !(domain == .texts && cell.comparesOrder) else { return nil }
      let values = cell.constants.map(value)
      return values.contains { $0 == nil } ? nil : values.compactMap(\.self).flatMap(ends)
    }
  }

  func atoms(of program: Program, on axis: Axis) -> IndexBits {
    var atoms = IndexBits(count: axis.atoms.count)
    for (index, atom) in axis.atoms.enumerated() {
      if program.evaluate(frame, input: atom.example) == .boolean(true) { atoms.insert(index) }
    }
    return atoms
  }

  func matchesNull(_ cell: TablePrograms.Cell) -> Bool {
    guard case .test(let program, let mentionsNull) = cell else { return true }
    guard mentionsNull || nullInput == .matchesAsFEEL else { return false }
    return program.evaluate(frame, input: .null) == .boolean(true)
  }

  private func value(_ tree: Tree) -> Value? {
    var scratch = DiagnosticLog()
    return Expression.parse(Fragment(tree.text), in: layout, log: &scratch)?
      .compiled(in: layout, log: &scratch)?.evaluate(frame)
  }

  private func ends(_ value: Value) -> [Value] {
    switch value {
    case .list(let elements): elements.flatMap(ends)
    case .range(let range): [range.low, range.high]
    default: [value]
    }
  }
}
