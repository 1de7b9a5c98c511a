internal import Diagnostics
internal import FEEL

/// A type of a model made ready: what FEEL may know of it, and what a value must fulfil.
///
/// Types may hold themselves (a tree of nodes); they refer to each other by their place in a `TypeTable`.
struct ItemType: Sendable {
  indirect enum Shape: Sendable {
    /// One of FEEL's own.
    case plain(Type)
    case list(ItemType)
    case context([(name: String, type: ItemType)])
    case function(parameters: [ItemType], result: ItemType?)
    case defined(TypeTable.Index)
  }

  let shape: Shape
  /// Unary tests that a value must pass, of a list each element of `elementTests`' owner.
  var tests: [UnaryTests] = []

  static let any = ItemType(shape: .plain(.any))
}

/// Unary tests over a value that stands alone: no names but the language's own.
struct UnaryTests: Sendable {
  private let program: Program
  private let layout: Layout

  /// The values that a column or a type admits; `nil` where nothing is written, or nothing that can be read.
  init?(_ written: Fragment?, of type: Type, log: inout DiagnosticLog) {
    guard let written, !written.text.trimmedOfSpace.isEmpty else { return nil }
    layout = Layout()
    guard
      let program = Expression.parseUnaryTests(written, in: layout, log: &log)?
        .compiled(in: layout, input: type, strictly: false, log: &log)
    else { return nil }
    self.program = program
  }

  /// Null passes whatever it passes by FEEL; what is not known passes.
  func admits(_ value: Value) -> Bool {
    let result = program.evaluate(Frame(layout), input: value)
    return result == .boolean(true) || result.isUnknown
  }
}
