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

extension Type {
  /// The name that rule files use for it.
  var name: String {
    switch self {
    case .any: "any"
    case .null: "null"
    case .boolean: "boolean"
    case .number: "number"
    case .string, .enumeration: "string"
    case .date: "date"
    case .time: "time"
    case .dateTime: "date and time"
    case .daysDuration: "days and time duration"
    case .yearsDuration: "years and months duration"
    case .list: "list"
    case .context: "context"
    case .range: "range"
    case .function: "function"
    }
  }
}
