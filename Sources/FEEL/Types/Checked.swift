/// A variable that an expression itself declares: of an iteration, a filter, a function, a context.
struct Variable: Sendable, Hashable {
  let id: Int
  let name: String
}

/// What a name stands for.
indirect enum Reference: Sendable {
  case slot(Int)
  case variable(Variable)
  /// A component of the element that a filter looks at; if the element has none, what the name means outside.
  case component(Variable, String, otherwise: Reference)
  case builtin(Builtin)
  /// A value of an enumeration, written bare.
  case text(String)
  /// Nothing, and that has been said.
  case nothing
}

/// How a unary test that is a plain expression decides.
enum TestMode: Sendable {
  /// By its own value, a boolean: it speaks of `?`, or the input is no boolean.
  case condition
  case equality
  /// The input is an element of a list, or in a range.
  case membership
  /// Whatever the value turns out to be.
  case dynamic
}

/// A tree with everything that can be known without values.
struct Checked: Sendable {
  var types: [Type]
  /// By node id: names, and calls of functions that are built in.
  var references: [Int: Reference] = [:]
  /// By node id, in the order of the binder: the variables that it declares.
  var variables: [Int: [Variable]] = [:]
  var modes: [Int: TestMode] = [:]
  /// By node id: calls such as `duration("P1D")`, whose value is known already.
  var constants: [Int: Value] = [:]
  var usedVariables: Set<Variable> = []
  var reads = Reads()
}
