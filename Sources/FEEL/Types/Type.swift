/// What is known of a value before it is there (DMN 1.5 §10.3.2.1).
public indirect enum Type: Sendable, Hashable {
  /// Nothing is known.
  case any
  case null, boolean, number, string
  /// A string that is one of these.
  case enumeration([String])
  case date, time, dateTime, daysDuration, yearsDuration
  case list(Type)
  case context(ContextType)
  case range(Type)
  case function(parameters: [Type], result: Type)
}

/// The components of a context, in order.
public struct ContextType: Sendable, Hashable {
  /// Where it comes from, such as `党员示范岗` or `党员示范岗.徒弟`; `Reads` speaks of components under this name.
  public let name: String?
  public let fields: [Field]

  public struct Field: Sendable, Hashable {
    public let name: String
    public let type: Type

    public init(_ name: String, _ type: Type) {
      self.name = name
      self.type = type
    }
  }

  public init(name: String? = nil, fields: [Field]) {
    self.name = name
    self.fields = fields
  }

  public init(name: String? = nil, _ fields: [(String, Type)]) {
    self.init(name: name, fields: fields.map { Field($0.0, $0.1) })
  }

  public subscript(name: String) -> Type? { fields.first { $0.name == name }?.type }

  public var names: [String] { fields.map(\.name) }
}
