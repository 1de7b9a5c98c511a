import FEEL
import Records
import Rules

/// Whether something is reckoned from a number before it is compared, and with which other numbers. The values that are
/// tried lie around those that it could be compared with itself; what is reckoned from it would pass by all of them: a rate
/// of growth that has to lie between 10 and 20.
struct Reckoning {
  private let definitions: [String: Tree]
  private let parameters: [String: Value]

  init(_ rules: CompiledRuleSet) {
    definitions = Dictionary(rules.definitions.map { ($0.name, $0.program.tree) }) { first, _ in first }
    parameters = Dictionary(rules.parameters.map { ($0.name, $0.value) }) { first, _ in first }
  }

  func uses(_ path: FactPath, in tree: Tree) -> Bool { uses(path.names.last ?? path.field, in: tree, isInside: false) }

  /// - Parameter isInside: whether the tree is a part of what is reckoned.
  private func uses(_ name: String, in tree: Tree, isInside: Bool) -> Bool {
    switch tree.kind {
    case .name(let other):
      if other == name { return isInside }
      return definitions[other].map { uses(name, in: $0, isInside: isInside) } ?? false
    case .path(_, let component) where component.name == name: return isInside
    case .arithmetic, .negate, .call: return tree.children.contains { uses(name, in: $0, isInside: true) }
    default: return tree.children.contains { uses(name, in: $0, isInside: isInside) }
    }
  }

  /// More numbers than these would be too many to put together by twos.
  private static let most = 10

  /// The numbers that stand in an expression, or for a name in it, through definitions; the first ones of very many.
  func numbers(in tree: Tree, of record: Record) -> [Decimal] {
    var found: [Decimal] = []
    collect(tree, record, &found)
    return Array(found.prefix(Self.most))
  }

  private func collect(_ tree: Tree, _ record: Record, _ found: inout [Decimal]) {
    switch tree.kind {
    case .number(let number): add(number, &found)
    case .name(let name):
      if let number = (parameters[name] ?? record.value(of: name))?.number { add(number, &found) }
      if let definition = definitions[name] { collect(definition, record, &found) }
    default: for child in tree.children { collect(child, record, &found) }
    }
  }

  private func add(_ number: Decimal, _ found: inout [Decimal]) {
    if !found.contains(number) { found.append(number) }
  }
}
