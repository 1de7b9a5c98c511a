/// Programs that run one after the other on one record, each with a slot for its result.
///
/// For whole batches: what a frame needs is made ready once for all of them, and nothing is converted. A program may
/// read what one before it gave.
///
/// ```swift
/// let criteria = ProgramSet([(eligible, into: 资格), (points, into: 得分)])
/// for row in rows {
///   frame.load(row)
///   criteria.evaluate(frame)
///   … frame.value(得分) …
/// }
/// ```
public final class ProgramSet: Sendable {
  /// The programs again, by references that cost nothing to follow: `programs` keeps them.
  private struct Step: @unchecked Sendable {
    let program: Unmanaged<Program>
    let slot: Int
  }

  private let programs: [Program]
  private let steps: [Step]
  private let symbols: Symbols?
  private let version: Int
  private let slotCount: Int
  private let localCount: Int

  /// Programs of one layout, in the order in which they are to run.
  public init(_ programs: [(program: Program, into: Slot)]) {
    self.programs = programs.map(\.program)
    steps = programs.map { Step(program: .passUnretained($0.program), slot: $0.into.index) }
    let symbols = programs.first?.program.symbols
    self.symbols = symbols
    precondition(programs.allSatisfy { $0.program.symbols === symbols }, "programs of a set have one layout")
    version = programs.map(\.program.version).max() ?? 0
    slotCount = programs.map { max($0.program.slotCount, $0.into.index + 1) }.max() ?? 0
    localCount = programs.map(\.program.localCount).max() ?? 0
  }

  /// Runs all programs; lists and texts that they make stay until the frame's next `reset` or `load`.
  public func evaluate(_ frame: Frame) {
    guard let symbols else { return }
    frame.prepare(for: symbols, version: version, slots: slotCount, locals: localCount)
    frame.locals[0] = .null
    for step in steps { frame.slots[step.slot] = step.program._withUnsafeGuaranteedRef { $0.code(frame) } }
  }
}
