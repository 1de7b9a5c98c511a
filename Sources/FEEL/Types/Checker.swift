internal import Diagnostics

/// Finds the types of all parts, what names stand for, and what is provably wrong.
///
/// A part of which something wrong was said is of type `any`, so that nothing more is said of what holds it.
struct Checker {
  enum Scope {
    case variable(Variable, Type)
    /// Names are components of an element first.
    case element(Variable, Type)
  }

  let layout: Layout
  let fragment: Fragment
  let isStrict: Bool
  /// The type of `?`.
  let input: Type?
  var checked: Checked
  var log: [Diagnostic] = []
  var scopes: [Scope] = []
  private var variableCount = 0

  init(_ expression: Expression, in layout: Layout, input: Type?, isStrict: Bool) {
    self.layout = layout
    self.input = input
    self.isStrict = isStrict
    fragment = expression.fragment
    checked = Checked(types: [Type](repeating: .any, count: expression.nodeCount))
  }

  /// The type of a tree; also kept in `checked`.
  ///
  /// - Parameter hints: for a function that is written in place, what is known of its parameters.
  @discardableResult
  mutating func check(_ tree: Tree, hints: [Type] = []) -> Type {
    let type = type(of: tree, hints: hints)
    checked.types[tree.id] = type
    return type
  }

  private mutating func type(of tree: Tree, hints: [Type]) -> Type {
    switch tree.kind {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string(let text): .enumeration([text])
    case .temporal(let text): temporal(text, tree)
    case .name(let name): self.name(name, tree)
    case .input: inputType(tree)
    case .negate(let operand): negation(operand)
    case .arithmetic(let operation, let left, let right): arithmetic(operation, left, right, tree)
    case .compare(let comparison, let left, let right): self.comparison(comparison, left, right)
    case .and(let operands), .or(let operands): conjunction(operands)
    case .between(let value, let low, let high): between(value, low, high)
    case .isIn(let value, let tests): membership(value, tests)
    case .test(let comparison, let operand): test(comparison, operand, input ?? .any)
    case .tests(let tests), .noneOf(let tests): unaryTests(tests)
    case .anything: .boolean
    case .range(let low, _, let high, _): range(low, high)
    case .point(let value): .range(check(value).kind)
    case .ifElse(let condition, let then, let otherwise): ifElse(condition, then, otherwise)
    case .forEach(let iterators, let body): forEach(iterators, body, tree)
    case .quantified(_, let iterators, let condition): quantified(iterators, condition, tree)
    case .filter(let base, let condition): filter(base, condition, tree)
    case .path(let base, let component): path(base, component)
    case .list(let elements): list(elements)
    case .context(let entries): context(entries, tree)
    case .function(let parameters, let body): function(parameters, body, hints, tree)
    case .call(let callee, let arguments): call(callee, arguments, tree)
    case .instanceOf(let value, let type): instanceOf(value, type)
    }
  }

  /// A variable of the node `tree`, the next in its order.
  mutating func declare(_ name: String, by tree: Tree) -> Variable {
    let variable = Variable(id: variableCount, name: name)
    variableCount += 1
    checked.variables[tree.id, default: []].append(variable)
    return variable
  }

  // MARK: Saying what is wrong

  mutating func report(
    _ message: Message, at range: Range<Int>, _ arguments: [String: String] = [:], suggestion: String? = nil
  ) {
    let span = fragment.span(range)
    let message = isStrict ? message : message.weakened
    log.append(
      Diagnostic(
        message, at: span, arguments,
        fixIts: suggestion.map { [FixIt(replace: span, with: $0, .unsafe)] } ?? []))
  }

  /// A part must be of a type. What is not known passes.
  mutating func require(_ tree: Tree, _ type: Type, _ wanted: Type, _ message: Message = .wrongType) {
    guard !type.overlaps(wanted) else { return }
    report(message, at: tree.range, ["text": tree.text].naming("type", type.phrase).naming("wanted", wanted.phrase))
  }
}
