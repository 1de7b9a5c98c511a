/// Where in a record a fact stands: a field, or a component of one of its rows, such as `安全事故[1].责任`.
public struct FactPath: Sendable, Hashable, CustomStringConvertible {
  public enum Component: Sendable, Hashable {
    /// A row of a list, from 0.
    case row(Int)
    case name(String)
  }

  public let field: String
  public let components: [Component]

  public init(_ field: String, _ components: [Component] = []) {
    self.field = field
    self.components = components
  }

  public func appending(_ component: Component) -> FactPath { FactPath(field, components + [component]) }

  /// The names alone, without rows: `["安全事故", "责任"]`.
  public var names: [String] {
    [field] + components.compactMap { if case .name(let name) = $0 { name } else { nil } }
  }

  /// The row or list that holds the fact; `nil` for a field.
  var enclosing: FactPath? { components.isEmpty ? nil : FactPath(field, components.dropLast()) }

  /// As people count: rows from 1.
  public var description: String {
    components.reduce(field) { text, component in
      switch component {
      case .row(let row): "\(text)[\(row + 1)]"
      case .name(let name): "\(text).\(name)"
      }
    }
  }
}
