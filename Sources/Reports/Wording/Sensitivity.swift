import FEEL
import Rules

/// Which expressions hang on what is sensitive, so that what they give must not be shown as it is.
///
/// A text that was made of a sensitive one is hidden whole, for nobody knows how much of it stands in it; numbers, dates
/// and answers that follow from a sensitive text may be shown. Of a sensitive number or date only answers may.
struct Sensitivity: Sendable {
  enum Degree: Comparable {
    /// Nothing is sensitive.
    case none
    /// A component of a row is; the row knows which.
    case rows
    case texts
    /// All but yes and no.
    case values
  }

  /// Sensitive fields by path: a field, or `field.component`.
  let fields: [String: Field]
  /// Fields, definitions, and components by their own names.
  private var degrees: [String: Degree] = [:]
  /// Parameters, fields, definitions and components.
  private let names: Set<String>

  init(_ rules: CompiledRuleSet) {
    var fields: [String: Field] = [:]
    for field in rules.schema.fields {
      if field.isSensitive { fields[field.name] = field }
      for component in field.shape.components where component.isSensitive {
        fields["\(field.name).\(component.name)"] = component
      }
    }
    self.fields = fields
    names = Set(rules.layout.names + rules.schema.fields.flatMap(\.allComponents))
    guard !fields.isEmpty else { return }
    for field in fields.values { degrees[field.name] = max(degree(of: field.name), field.degree) }
    for field in rules.schema.fields where field.shape.components.contains(where: \.isSensitive) {
      degrees[field.name] = max(degree(of: field.name), .rows)
    }
    // Each definition needs only those before it.
    for definition in rules.definitions { degrees[definition.name] = degree(definition.program.tree) }
  }

  func degree(of name: String) -> Degree { degrees[name] ?? .none }

  /// The variables of iterations are sensitive where what they run through is; one from outside is taken to be.
  func degree(_ tree: Tree) -> Degree {
    guard !fields.isEmpty else { return .none }
    return degree(tree, bound: [:])
  }

  private func degree(_ tree: Tree, bound: [String: Degree]) -> Degree {
    switch tree.kind {
    case .name(let name):
      return bound[name] ?? degrees[name] ?? (names.contains(name) ? .none : .texts)
    case .path(let base, let component):
      let whole = degree(base, bound: bound)
      return whole == .rows ? degree(of: component.name) : max(whole, degree(of: component.name))
    case .forEach(let iterators, let body), .quantified(_, let iterators, let body):
      var bound = bound
      for iterator in iterators { bound[iterator.name] = degree(iterator.domain, bound: bound) }
      return degree(body, bound: bound)
    case .filter(let source, _):
      // The condition chooses; what is chosen comes from the source.
      return degree(source, bound: bound)
    case .call(let callee, let arguments):
      // The name of a function says nothing.
      let function = if case .name = callee.kind { Degree.none } else { degree(callee, bound: bound) }
      return arguments.values.map { degree($0, bound: bound) }.reduce(function, max)
    default:
      return tree.children.map { degree($0, bound: bound) }.reduce(.none, max)
    }
  }
}

extension Field {
  /// The names of its components, and of theirs.
  fileprivate var allComponents: [String] { shape.components.flatMap { [$0.name] + $0.allComponents } }

  fileprivate var degree: Sensitivity.Degree { shape == .string || shape == .list(.plain(.string)) ? .texts : .values }
}

extension Value {
  /// With `****` for what may not be shown.
  func hidden(_ degree: Sensitivity.Degree) -> Value {
    switch (self, degree) {
    case (_, .none), (.boolean, _), (.null, _), (.unknown, _), (.context, .rows): self
    case (.list(let elements), _): .list(elements.map { $0.hidden(degree) })
    case (.context(let context), _): .context(Context(context.entries.map { ($0.name, $0.value.hidden(degree)) }))
    case (.string, _), (_, .values): .string("****")
    // So long a number is the text itself.
    case (.number(let number), .texts):
      number.rounded(scale: 0, .down).map { $0.description.count > 9 } == true
        ? .string("****") : self
    default: self
    }
  }
}
