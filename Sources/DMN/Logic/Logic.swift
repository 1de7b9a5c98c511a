internal import Diagnostics
internal import FEEL

/// Logic ready to run: names are slots of a frame, FEEL is programs.
indirect enum Logic: Sendable {
  case literal(Program)
  case table(TableLogic)
  case context([Entry], result: Logic?)
  case list([Logic])
  case relation(columns: [String], rows: [[Logic]])
  case invocation(function: Logic, bindings: [(name: String, value: Logic?)], span: Span)
  case function(FunctionLogic)
  case conditional(Logic, then: Logic, otherwise: Logic, span: Span)
  case filter(list: Logic, condition: Logic, item: Slot, components: [(name: String, slot: Slot)], span: Span)
  case iteration(BoxedExpression.Iteration, variable: Slot, partial: Slot?, domain: Logic, body: Logic, span: Span)
  /// What comes of the logic must be of a type.
  case converted(Logic, ItemType, to: TypeReference)
  /// The model does not say how, or what it says is wrong, which has been reported.
  case nothing

  struct Entry: Sendable {
    let name: String
    let slot: Slot
    let value: Logic
  }
}

extension Logic {
  /// How deep it is nested, in levels of FEEL; running one of its own levels takes as much of the stack as some of those.
  var levels: Int {
    switch self {
    case .nothing: 1
    case .literal(let program): program.levels
    case .table(let table): 4 + (table.table.allPrograms.map(\.levels).max() ?? 0)
    case .context(let entries, let result): 4 + deepest(entries.map(\.value) + [result].compactMap(\.self))
    case .list(let elements): 4 + deepest(elements)
    case .relation(_, let rows): 4 + deepest(rows.joined())
    case .invocation(let function, let bindings, _): 4 + deepest([function] + bindings.compactMap(\.value))
    case .function(let function): function.levels
    case .conditional(let condition, let then, let otherwise, _): 4 + deepest([condition, then, otherwise])
    case .filter(let list, let condition, _, _, _): 4 + deepest([list, condition])
    case .iteration(_, _, _, let domain, let body, _): 4 + deepest([domain, body])
    case .converted(let logic, _, _): 1 + logic.levels
    }
  }

  private func deepest(_ parts: some Sequence<Logic>) -> Int { parts.map(\.levels).max() ?? 0 }
}

/// A decision table with what surrounds it in a model: the types of its columns, and the values that they admit.
struct TableLogic: Sendable {
  struct Column: Sendable {
    let label: String
    let type: ItemType
    let reference: TypeReference?
    let tests: UnaryTests?
    let span: Span
  }

  let table: CompiledTable
  let inputs: [Column]
  let outputs: [Column]
  let span: Span
}

/// A function that a model defines. Its body runs in a frame of its own, into which what is around it is copied.
struct FunctionLogic: Sendable {
  struct Parameter: Sendable {
    let name: String
    let slot: Slot
    let type: ItemType
    let reference: TypeReference?
  }

  let parameters: [Parameter]
  let body: Logic
  let layout: Layout
  /// What is in scope where the function stands.
  let captures: [Slot]
  /// How deep the body is nested.
  let levels: Int
  let span: Span
}
