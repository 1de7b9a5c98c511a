import FEEL

extension Shape {
  /// FEEL's type for a field: enumerated texts keep their values, rows keep where they come from.
  func type(named path: String, oneOf: [String]? = nil) -> Type {
    switch self {
    case .string: oneOf.map(Type.enumeration) ?? .string
    case .boolean: .boolean
    case .integer, .number: .number
    case .date: .date
    case .list(.plain(let element)): .list(element.type(named: path, oneOf: oneOf))
    case .list(.row(let fields)): .list(.context(ContextType(named: path, fields)))
    case .record(let fields): .context(ContextType(named: path, fields))
    }
  }

  /// The components of a row or a record.
  public var components: [Field] {
    switch self {
    case .list(.row(let fields)), .record(let fields): fields
    default: []
    }
  }
}

extension ContextType {
  init(named path: String, _ fields: [Rules.Field]) {
    self.init(
      name: path,
      fields.map { ($0.name, $0.shape.type(named: "\(path).\($0.name)", oneOf: $0.oneOf)) })
  }
}
