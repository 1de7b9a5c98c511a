internal import Diagnostics
internal import FEEL

/// Looks for values that no row matches, values that too many match, and rows that match in vain.
///
/// Exact over the domains for rows whose cells compare with constants; rows that say something else are left out, and
/// what they might do is never held against the table.
struct TableAnalysis {
  let table: DecisionTable
  let programs: TablePrograms
  private(set) var log = DiagnosticLog()
  private(set) var isComplete = false
  private(set) var isDisjoint = false

  private let layout: Layout
  private let isTooLarge: Bool
  private let axes: [Axis]
  /// For each row what it matches, axis by axis; `nil` for a row that cannot be analysed.
  private let boxes: [[IndexBits]?]
  private let boxesWithNull: [[IndexBits]?]
  private let findingLimit = 10
  /// Shared by all searches over this table.
  private var stepsLeft = 5_000_000

  init(table: DecisionTable, programs: TablePrograms, layout: Layout, known: [String: Value]) {
    self.table = table
    self.programs = programs
    self.layout = layout
    let sampling = CellSampling(programs: programs, layout: layout, known: known, nullInput: table.nullInput)
    axes = sampling.axes
    boxes = sampling.boxes
    boxesWithNull = sampling.boxesWithNull
    isTooLarge = sampling.isTooLarge
  }

  mutating func run() {
    guard !isTooLarge else {
      log.report(Diagnostic(.tableTooLarge, at: table.place ?? place(ofRow: 0)))
      return
    }
    reportDeadCells()
    reportOverlaps()
    reportGaps()
    if table.hitPolicy == .first { reportUnreachableRows() }
  }

  // MARK: Cells that match nothing

  private mutating func reportDeadCells() {
    for (row, box) in boxesWithNull.enumerated() {
      for (column, atoms) in (box ?? []).enumerated() where atoms.isEmpty {
        log.report(
          Diagnostic(
            .cellMatchesNothing, at: table.rules[row].tests[column].span,
            ["row": "\(row + 1)", "input": table.inputs[column].label, "domain": axes[column].text]))
      }
    }
  }

  // MARK: Rows that match the same

  private mutating func reportOverlaps() {
    var count = 0
    for second in boxes.indices {
      for first in boxes.indices.prefix(second) {
        guard let overlap = overlap(first, second) else { continue }
        count += 1
        guard let message = complaint(first, second), count <= findingLimit else { continue }
        report(message, overlap, first, second)
      }
    }
    isDisjoint = count == 0 && !boxes.contains { $0 == nil }
  }

  private func overlap(_ first: Int, _ second: Int) -> [IndexBits]? {
    guard let left = boxes[first], let right = boxes[second] else { return nil }
    let common = zip(left, right).map { $0.intersection($1) }
    return common.contains(where: \.isEmpty) ? nil : common
  }

  /// What an overlap of these rows means; `nil` when it is allowed.
  private func complaint(_ first: Int, _ second: Int) -> Message? {
    switch table.hitPolicy {
    case .unique: .rowsOverlap
    case .any: outputsDiffer(first, second) ? .rowsDisagree : nil
    default: nil
    }
  }

  /// Only of outputs that read nothing can it be said beforehand.
  private func outputsDiffer(_ first: Int, _ second: Int) -> Bool {
    let (left, right) = (programs.outputs[first], programs.outputs[second])
    guard (left + right).allSatisfy(\.reads.names.isEmpty) else { return false }
    let frame = Frame(layout)
    return zip(left, right).contains { $0.evaluate(frame) != $1.evaluate(frame) }
  }

  private mutating func report(_ message: Message, _ overlap: [IndexBits], _ first: Int, _ second: Int) {
    let arguments = ["first": "\(first + 1)", "second": "\(second + 1)", "values": text(overlap)]
    let other = Note(Message.otherRow, at: place(ofRow: first), ["row": "\(first + 1)"])
    log.report(
      Diagnostic(message, at: place(ofRow: second), arguments, notes: exampleNotes(overlap) + [other]))
  }

  // MARK: Values that no row matches

  private mutating func reportGaps() {
    let counts = axes.map(\.atoms.count)
    let gaps = uncovered(by: boxes.compactMap(\.self), within: counts.map { IndexBits(all: $0) }, counts: counts)
    guard let gaps else { return }
    isComplete = gaps.isEmpty
    guard table.hitPolicy.needsEveryValue, table.defaultOutput == nil, !boxes.contains(where: { $0 == nil }) else {
      return
    }
    for gap in gaps.flatMap(runs) {
      log.report(
        Diagnostic(.tableHasGap, at: place(ofGap: gap), ["values": text(gap)], notes: exampleNotes(gap)))
    }
  }

  /// Of a single ordered input, one gap for each stretch.
  private func runs(_ gap: [IndexBits]) -> [[IndexBits]] {
    guard let atoms = gap.first, gap.count == 1, axes[0].isOrdered else { return [gap] }
    return axes[0].runs(atoms.indices).map { run in
      var stretch = IndexBits(count: axes[0].atoms.count)
      for index in run { stretch.insert(index) }
      return [stretch]
    }
  }

  /// Beside a gap of a single input stands the cell that ends where it begins, or begins where it ends.
  private func place(ofGap gap: [IndexBits]) -> Span? {
    guard gap.count == 1, let first = gap[0].indices.first, let last = gap[0].indices.last else {
      return table.place ?? place(ofRow: 0)
    }
    for neighbour in [first - 1, last + 1] where axes[0].atoms.indices.contains(neighbour) {
      if let row = boxes.firstIndex(where: { $0?[0].contains(neighbour) == true }) { return place(ofRow: row) }
    }
    return table.place ?? place(ofRow: 0)
  }

  // MARK: Rows that are never reached

  /// Null counts here: behind `>= 1` a row `-` is reached by what has no number at all.
  private mutating func reportUnreachableRows() {
    let counts = axes.map { $0.atoms.count + 1 }
    for (row, box) in boxesWithNull.enumerated() {
      guard let box, !box.contains(where: \.isEmpty) else { continue }
      let earlier = boxesWithNull.prefix(row).enumerated().filter { $0.element.map { meet($0, box) } ?? false }
      guard !earlier.isEmpty else { continue }
      guard let free = uncovered(by: earlier.compactMap(\.element), within: box, counts: counts) else { return }
      guard free.isEmpty else { continue }
      let notes = earlier.prefix(3).map {
        Note(Message.takenBy, at: place(ofRow: $0.offset), ["row": "\($0.offset + 1)"])
      }
      log.report(Diagnostic(.rowIsUnreachable, at: place(ofRow: row), ["row": "\(row + 1)"], notes: notes))
    }
  }

  private func meet(_ left: [IndexBits], _ right: [IndexBits]) -> Bool {
    !zip(left, right).contains { $0.intersection($1).isEmpty }
  }

  /// What these boxes leave of a region; `nil`, said once, when the table is too large to tell.
  private mutating func uncovered(
    by boxes: [[IndexBits]], within region: [IndexBits], counts: [Int]
  ) -> [[IndexBits]]? {
    guard stepsLeft > 0 else { return nil }
    var search = CoverSearch(boxes: boxes, counts: counts, steps: stepsLeft)
    let found = search.uncovered(within: region)
    stepsLeft = search.stepsLeft
    guard stepsLeft <= 0 else { return found }
    log.report(Diagnostic(.tableTooLarge, at: table.place ?? place(ofRow: 0)))
    return nil
  }

  // MARK: In words

  /// The condition cells of a row.
  private func place(ofRow row: Int) -> Span? {
    guard table.rules.indices.contains(row), let first = table.rules[row].tests.first?.span else { return table.place }
    return table.rules[row].tests.dropFirst().reduce(first) { $0.joined($1.span) }
  }

  /// `名次 >= 7，级别 国家`: the inputs that matter.
  private func text(_ box: [IndexBits]) -> String {
    let parts = restricted(box).map { "\(table.inputs[$0].label) \(axes[$0].text(box[$0]))" }
    return parts.isEmpty ? "-" : parts.joined(separator: "；")
  }

  private func exampleNotes(_ box: [IndexBits]) -> [Note] {
    let parts = restricted(box).compactMap { axis in
      box[axis].indices.first.map { "\(table.inputs[axis].label) \(axes[axis].atoms[$0].example.plainText)" }
    }
    let example = parts.joined(separator: "；")
    return parts.isEmpty || example == text(box) ? [] : [Note(Message.forExample, ["example": example])]
  }

  /// The axes of which the box does not take all.
  private func restricted(_ box: [IndexBits]) -> [Int] {
    box.indices.filter { box[$0].indices.count < axes[$0].atoms.count }
  }
}
