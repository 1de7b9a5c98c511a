internal import Diagnostics

extension Parser {
  /// A type (DMN 1.5 §10.3.1.2, rules 51–54): `number`, `list<number>`, `context<a: number>`, `function<number>->string`.
  mutating func typeName() throws(Failure) -> Tree.TypeName {
    let start = current.range.lowerBound
    guard let name = typeWord() else { throw unexpected(.expectedTypeName) }
    take()
    let type = try nested { parser throws(Failure) in try parser.type(named: name) }
    return Tree.TypeName(type: type, name: name, text: slice(start..<lastByte), range: start..<lastByte)
  }

  private func typeWord() -> String? {
    switch current.kind {
    case .name(let name): name
    case .keyword(.function): "function"
    case .keyword(.null): "Null"
    default: nil
    }
  }

  private mutating func type(named name: String) throws(Failure) -> Type? {
    switch name {
    case "Any", "any": return .any
    case "Null": return .null
    case "number": return .number
    case "string": return .string
    case "boolean": return .boolean
    case "date": return .date
    case "time": return .time
    case "date and time", "dateTime": return .dateTime
    case "days and time duration", "dayTimeDuration": return .daysDuration
    case "years and months duration", "yearMonthDuration": return .yearsDuration
    case "list": return .list(try argument() ?? .any)
    case "range": return .range(try argument() ?? .any)
    case "context": return .context(ContextType(fields: try fields()))
    case "function": return try functionType()
    default: return types[name]
    }
  }

  /// `<type>`, if it is there.
  private mutating func argument() throws(Failure) -> Type? {
    guard take(if: .less) else { return nil }
    let type = try typeName().type
    try expect(Sign.greater)
    return type
  }

  private mutating func fields() throws(Failure) -> [ContextType.Field] {
    guard take(if: .less) else { return [] }
    var fields: [ContextType.Field] = []
    if take(if: .greater) { return [] }
    repeat {
      let (name, _) = try key()
      fields.append(ContextType.Field(name, try typeName().type ?? .any))
    } while take(if: Sign.comma)
    try expect(Sign.greater)
    return fields
  }

  private mutating func functionType() throws(Failure) -> Type {
    var parameters: [Type] = []
    if current.kind == .sign(.notEqual), slice(current.range) == "<>" {
      // No parameters: no foreign operator here.
      take(to: current.end, range: current.range)
    } else {
      guard take(if: .less) else { return .function(parameters: [], result: .any) }
      repeat { parameters.append(try typeName().type ?? .any) } while take(if: Sign.comma)
      try expect(Sign.greater)
    }
    try expect(Sign.arrow)
    return .function(parameters: parameters, result: try typeName().type ?? .any)
  }
}
