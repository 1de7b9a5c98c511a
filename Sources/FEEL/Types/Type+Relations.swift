/// What types have in common.
extension Type {
  /// The narrowest type that holds both, as far as that is worth knowing.
  func joined(_ other: Type) -> Type {
    if self == other { return self }
    switch (self, other) {
    case (.null, let type), (let type, .null): return type
    case (.enumeration(let left), .enumeration(let right)):
      return .enumeration(left + right.filter { !left.contains($0) })
    case (.enumeration, .string), (.string, .enumeration): return .string
    case (.list(let left), .list(let right)): return .list(left.joined(right, empty: .any))
    case (.range(let left), .range(let right)): return .range(left.joined(right))
    case (.context(let left), .context(let right)): return .context(left.joined(right))
    default: return .any
    }
  }

  /// The element type of an empty list says nothing: `[]` beside `["a"]` is a list of texts.
  private func joined(_ other: Type, empty: Type) -> Type {
    if self == empty { return other }
    return other == empty ? self : joined(other)
  }

  /// Whether one value can be of both types. Null is of every type; what is not known may be anything.
  func overlaps(_ other: Type) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any), (.null, _), (_, .null): true
    case (.enumeration(let left), .enumeration(let right)): left.contains(where: right.contains)
    case (.enumeration, .string), (.string, .enumeration), (.date, .dateTime), (.dateTime, .date): true
    case (.list(let left), .list(let right)), (.range(let left), .range(let right)): left.overlaps(right)
    case (.context, .context), (.function, .function): true
    default: self == other
    }
  }

  /// Whether every value of this type is one of the other (DMN 1.5 §10.3.2.9.2).
  func conforms(to other: Type) -> Bool {
    switch (self, other) {
    case (.null, _), (_, .any): true
    case (.enumeration(let own), .enumeration(let values)): own.allSatisfy(values.contains)
    case (.enumeration, .string): true
    case (.list(let own), .list(let element)), (.range(let own), .range(let element)): own.conforms(to: element)
    case (.context(let own), .context(let fields)):
      fields.fields.allSatisfy { own[$0.name]?.conforms(to: $0.type) ?? false }
    case (.function(let parameters, let result), .function(let wanted, let wantedResult)):
      parameters.count == wanted.count && zip(wanted, parameters).allSatisfy { $0.conforms(to: $1) }
        && result.conforms(to: wantedResult)
    default: self == other
    }
  }

  /// Without the values of enumerations: what kind of value it is.
  var kind: Type { if case .enumeration = self { .string } else { self } }

  var isKnown: Bool { self != .any && self != .null }

  /// What a list of this type holds; for a single value itself, which FEEL takes for a list of one.
  var element: Type {
    switch self {
    case .list(let element): element
    case .null: .any
    default: self
    }
  }
}

extension ContextType {
  /// A context of which nothing is known but that it is one.
  static let open = ContextType(fields: [])

  var isOpen: Bool { name == nil && fields.isEmpty }

  fileprivate func joined(_ other: ContextType) -> ContextType {
    if isOpen || other.isOpen { return .open }
    let own = fields.map { field in
      Field(field.name, other[field.name].map { field.type.joined($0) } ?? field.type)
    }
    return ContextType(
      name: name == other.name ? name : nil, fields: own + other.fields.filter { self[$0.name] == nil })
  }
}

extension Type: CustomStringConvertible {
  /// As FEEL writes it.
  public var description: String {
    switch self {
    case .any: "Any"
    case .null: "Null"
    case .boolean: "boolean"
    case .number: "number"
    case .string, .enumeration: "string"
    case .date: "date"
    case .time: "time"
    case .dateTime: "date and time"
    case .daysDuration: "days and time duration"
    case .yearsDuration: "years and months duration"
    case .list(let element): "list<\(element)>"
    case .range(let element): "range<\(element)>"
    case .context(let type):
      type.isOpen ? "context" : "context<\(type.fields.map { "\($0.name): \($0.type)" }.joined(separator: ", "))>"
    case .function(let parameters, let result):
      "function<\(parameters.map(\.description).joined(separator: ", "))>->\(result)"
    }
  }
}
