public import FEEL

/// A decision table whose texts are programs; made by `DecisionTable.compiled`.
public struct CompiledTable: Sendable {
  public let table: DecisionTable
  let programs: TablePrograms
  /// Whether the analysis proved that a row matches every value of the domains.
  public let isComplete: Bool
  /// Whether it proved that no two rows match the same value.
  public let isDisjoint: Bool
  /// The whole table as one expression, for those who want the result and nothing about it; `nil` when it cannot be
  /// written so. Where it gives unknown, `evaluate` may know more.
  public let expression: Program?

  init(table: DecisionTable, programs: TablePrograms, isComplete: Bool, isDisjoint: Bool, expression: Program?) {
    self.table = table
    self.programs = programs
    self.isComplete = isComplete
    self.isDisjoint = isDisjoint
    self.expression = expression
  }

  /// The programs that compute the inputs, in order.
  public var inputs: [Program] { programs.inputs }

  /// The domains that the analysis used, in order.
  public var domains: [Domain] { programs.domains }

  /// The test of a cell; `nil` for `-`.
  public func test(row: Int, input: Int) -> Program? {
    if case .test(let program, _) = programs.cells[row][input] { program } else { nil }
  }

  /// The programs of a row's outputs, in order.
  public func outputs(row: Int) -> [Program] { programs.outputs[row] }

  /// The programs of the row `else`, if there is one.
  public var defaults: [Program]? { programs.defaults }

  /// Every program of the table: what it may read is the union of what they read.
  public var allPrograms: [Program] {
    let tests = programs.cells.joined().compactMap { if case .test(let program, _) = $0 { program } else { nil } }
    return programs.inputs + tests + programs.outputs.joined() + (programs.defaults ?? [])
  }
}
