internal import Diagnostics
internal import FEEL

/// The item definitions of a model and of those that it imports, by name.
struct TypeTable: Sendable {
  typealias Index = Int

  /// Types that hold each other could be followed for ever; what lies further away counts as `any`.
  private static let largest = 2_000

  private(set) var types: [ItemType] = []
  /// What FEEL may know of each.
  private var known: [Type] = []
  private var indices: [String: Index] = [:]

  /// - Parameter imported: the tables of the models that are imported, by the name of the import.
  init(_ definitions: [ItemDefinition], imported: [(name: String, table: TypeTable)], log: inout DiagnosticLog) {
    for (name, table) in imported { take(table, under: name) }
    let first = types.count
    for definition in definitions {
      if indices[definition.name] != nil, indices[definition.name]! >= first {
        log.report(Diagnostic(.duplicateElement, at: definition.span, ["name": definition.name]))
      }
      indices[definition.name] = types.count
      types.append(.any)
    }
    for (offset, definition) in definitions.enumerated() {
      var reader = TypeReader(table: self)
      types[first + offset] = reader.type(definition)
      log.report(contentsOf: reader.log.diagnostics)
    }
    breakCircles(definitions, from: first, log: &log)
    known = types.indices.map { feelType(types[$0]) }
  }

  /// A type that is only another name of itself, perhaps by way of others, says nothing of a value.
  private mutating func breakCircles(_ definitions: [ItemDefinition], from first: Index, log: inout DiagnosticLog) {
    var done = Set<Index>()
    for start in first..<types.count {
      var path = Set<Index>()
      var index = start
      while case .defined(let next) = types[index].shape, !done.contains(index) {
        if !path.insert(index).inserted {
          let definition = definitions[index - first]
          log.report(Diagnostic(.circularType, at: definition.span, ["name": definition.name]))
          types[index] = .any
          break
        }
        index = next
      }
      done.formUnion(path)
    }
  }

  /// The types of another table, which keep their places relative to each other. An import without a name brings them
  /// in under their own (DMN 1.5 §6.3.3).
  private mutating func take(_ table: TypeTable, under name: String) {
    let offset = types.count
    types += table.types.map { $0.shifted(by: offset) }
    for (own, index) in table.indices { indices[name.isEmpty ? own : "\(name).\(own)"] = index + offset }
  }

  func index(of name: String) -> Index? { indices[name] }

  var names: [String] { indices.keys.sorted() }

  /// The type that a reference names; `any` for none, and for one that there is not, which is reported.
  func type(_ reference: TypeReference?, log: inout DiagnosticLog) -> ItemType {
    guard let reference else { return .any }
    if let index = indices[reference.text] { return ItemType(shape: .defined(index)) }
    if let type = Type.named(reference.text) { return ItemType(shape: .plain(type)) }
    var diagnostic = Diagnostic(.unknownItemType, at: reference.span, ["name": reference.text])
    if let near = nearestName(to: reference.text, among: names + Type.plainNames) {
      diagnostic.notes = [Note(.didYouMean, at: nil, ["name": near])]
    }
    log.report(diagnostic)
    return .any
  }

  /// What FEEL may know of a value of a type. A type within itself is not looked into again.
  func feelType(_ type: ItemType) -> Type {
    if case .defined(let index) = type.shape, known.indices.contains(index) { return known[index] }
    var left = TypeTable.largest
    return feelType(type, within: [], &left)
  }

  private func feelType(_ type: ItemType, within: [Index], _ left: inout Int) -> Type {
    left -= 1
    guard left > 0 else { return .any }
    switch type.shape {
    case .plain(let type): return type
    case .list(let element): return .list(feelType(element, within: within, &left))
    case .context(let fields):
      return .context(ContextType(fields: fields.map { .init($0.name, feelType($0.type, within: within, &left)) }))
    case .function(let parameters, let result):
      return .function(
        parameters: parameters.map { feelType($0, within: within, &left) },
        result: result.map { feelType($0, within: within, &left) } ?? .any)
    case .defined(let index):
      guard !within.contains(index) else { return .any }
      return feelType(types[index], within: within + [index], &left)
    }
  }
}

extension ItemType {
  fileprivate func shifted(by offset: Int) -> ItemType {
    let shape: Shape =
      switch shape {
      case .plain: shape
      case .list(let element): .list(element.shifted(by: offset))
      case .context(let fields): .context(fields.map { ($0.name, $0.type.shifted(by: offset)) })
      case .function(let parameters, let result):
        .function(parameters: parameters.map { $0.shifted(by: offset) }, result: result?.shifted(by: offset))
      case .defined(let index): .defined(index + offset)
      }
    return ItemType(shape: shape, tests: tests)
  }
}

extension Type {
  /// A type of the language by its name in a `typeRef`; both spellings of those that have two.
  static func named(_ name: String) -> Type? {
    switch name {
    case "Any", "any": .any
    case "number": .number
    case "string": .string
    case "boolean": .boolean
    case "date": .date
    case "time": .time
    case "date and time", "dateTime", "date_and_time": .dateTime
    case "days and time duration", "dayTimeDuration", "days_and_time_duration": .daysDuration
    case "years and months duration", "yearMonthDuration", "years_and_months_duration": .yearsDuration
    case "context": .context(ContextType(fields: []))
    case "list": .list(.any)
    case "function": .function(parameters: [], result: .any)
    case "range": .range(.any)
    case "Null": .null
    // Written for a type that is not given.
    case "<Undefined>", "Undefined": .any
    default: nil
    }
  }

  static let plainNames = [
    "Any", "number", "string", "boolean", "date", "time", "date and time", "days and time duration",
    "years and months duration", "context", "list", "function", "range",
  ]
}

/// Reads one item definition in the light of all names.
private struct TypeReader {
  let table: TypeTable
  var log = DiagnosticLog()

  init(table: TypeTable) { self.table = table }

  mutating func type(_ definition: ItemDefinition) -> ItemType {
    var type = base(definition)
    if let tests = UnaryTests(definition.allowedValues, of: table.feelType(type), log: &log) {
      type.tests.append(tests)
    }
    if definition.isCollection { type = ItemType(shape: .list(type)) }
    if let tests = UnaryTests(definition.constraint, of: table.feelType(type), log: &log) { type.tests.append(tests) }
    return type
  }

  private mutating func base(_ definition: ItemDefinition) -> ItemType {
    if let function = definition.function {
      return ItemType(
        shape: .function(
          parameters: function.parameters.map { table.type($0.type, log: &log) },
          result: function.result.map { table.type($0, log: &log) }))
    }
    guard !definition.components.isEmpty else { return table.type(definition.type, log: &log) }
    return ItemType(shape: .context(definition.components.map { ($0.name, type($0)) }))
  }
}
