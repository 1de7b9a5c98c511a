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
  let span: Span
}
