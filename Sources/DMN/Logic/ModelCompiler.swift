internal import Diagnostics
internal import FEEL

/// Compiles a model with those that it imports: types first, then element by element.
struct ModelCompiler {
  private let models: [Definitions]
  private var tables: [String: TypeTable] = [:]
  private var elements: [ElementKey: CompiledElement] = [:]
  private var compiled: Set<String> = []
  private var underWay: [String] = []
  /// The variables of each model that was come upon.
  private var variables: [String: [String: (item: InformationItem, isFunction: Bool)]] = [:]
  var log = DiagnosticLog()

  init(_ models: [Definitions]) { self.models = models }

  mutating func compile(_ definitions: Definitions) -> (TypeTable, [ElementKey: CompiledElement]) {
    let table = compileModel(definitions, path: [])
    return (table, elements)
  }

  /// - Parameter path: the names of the imports that lead from the main model to this one.
  @discardableResult
  private mutating func compileModel(_ definitions: Definitions, path: [String]) -> TypeTable {
    if let table = tables[definitions.namespace] { return table }
    underWay.append(definitions.namespace)
    variables[definitions.namespace] = definitions.variables
    defer { underWay.removeLast() }
    var imported: [(name: String, table: TypeTable)] = []
    for item in definitions.imports {
      guard let model = model(item) else { continue }
      imported.append((item.name, compileModel(model, path: path + (item.name.isEmpty ? [] : [item.name]))))
    }
    let table = TypeTable(definitions.itemDefinitions, imported: imported, log: &log)
    tables[definitions.namespace] = table
    for input in definitions.inputData {
      elements[key(definitions, input.id, input.name)] = .input(
        CompiledInput(
          name: input.variable.name, path: path, type: table.type(input.variable.type, log: &log),
          reference: input.variable.type, span: input.span))
    }
    log.report(contentsOf: definitions.duplicates)
    log.report(contentsOf: RequirementCircles(definitions).diagnostics)
    for decision in definitions.decisions { compile(decision, definitions, table) }
    for knowledge in definitions.knowledgeModels { compile(knowledge, definitions, table) }
    for service in definitions.services { compile(service, definitions, table) }
    return table
  }

  private func key(_ definitions: Definitions, _ id: String, _ name: String) -> ElementKey {
    ElementKey(definitions.namespace, id, name)
  }

  /// An import whose model is not at hand, or that leads back, is reported.
  private mutating func model(_ item: Import) -> Definitions? {
    if underWay.contains(item.namespace) {
      log.report(Diagnostic(.circularImport, at: item.span, ["name": item.name]))
      return nil
    }
    guard let model = models.first(where: { $0.namespace == item.namespace }) else {
      log.report(Diagnostic(.unknownImport, at: item.span, ["name": item.name, "namespace": item.namespace]))
      return nil
    }
    return model
  }

  // MARK: Elements

  private mutating func compile(_ decision: Decision, _ definitions: Definitions, _ table: TypeTable) {
    let references = decision.requiredInputs + decision.requiredDecisions + decision.requiredKnowledge
    let scope = scope(references, of: decision.name, definitions, table)
    var compiler = LogicCompiler(types: table, layout: scope.layout)
    let logic = decision.logic.map { written in
      let (plain, type) = compiler.compile(written)
      return compiler.converted(plain, type, decision.variable.type).0
    }
    log.report(contentsOf: compiler.log.diagnostics)
    elements[key(definitions, decision.id, decision.name)] = .decision(
      CompiledDecision(
        name: decision.name, scope: scope, logic: logic, levels: logic?.levels ?? 0, span: decision.span))
  }

  private mutating func compile(_ knowledge: KnowledgeModel, _ definitions: Definitions, _ table: TypeTable) {
    let scope = scope(knowledge.requiredKnowledge, of: knowledge.name, definitions, table)
    var compiler = LogicCompiler(types: table, layout: scope.layout)
    let function = knowledge.function.map { compiler.function($0).0 }
    log.report(contentsOf: compiler.log.diagnostics)
    elements[key(definitions, knowledge.id, knowledge.name)] = .knowledge(
      CompiledKnowledge(name: knowledge.name, scope: scope, function: function, span: knowledge.span))
  }

  private mutating func compile(_ service: DecisionService, _ definitions: Definitions, _ table: TypeTable) {
    if service.outputs.isEmpty {
      log.report(Diagnostic(.noOutput, at: service.span, ["name": service.name]))
    }
    var parameters: [CompiledService.Parameter] = []
    for reference in service.inputData + service.inputDecisions {
      guard let found = find(reference, definitions) else { continue }
      parameters.append(
        CompiledService.Parameter(
          name: found.variable.name, key: found.key, type: table.type(found.variable.type, log: &log),
          reference: found.variable.type))
    }
    var result = table.type(service.variable.type, log: &log)
    // The variable of a service is a function; what it gives is that function's result.
    if case .function(_, let inner) = table.resolved(result).shape { result = inner ?? .any }
    elements[key(definitions, service.id, service.name)] = .service(
      CompiledService(
        name: service.name, parameters: parameters,
        outputs: service.outputs.compactMap { find($0, definitions) }.map { ($0.variable.name, $0.key) },
        result: result, reference: service.variable.type, span: service.span))
  }

  // MARK: What is in scope

  private struct Found {
    let key: ElementKey
    let variable: InformationItem
    let importName: String?
    let isFunction: Bool
  }

  /// The names that an element may use: those of what it requires, imported ones under the name of their import.
  private mutating func scope(
    _ references: [Reference], of name: String, _ definitions: Definitions, _ table: TypeTable
  ) -> Scope {
    var layout = Layout()
    var slots: [(slot: Slot, requirements: [Requirement], isImport: Bool)] = []
    var imports: [String: [(Requirement, Type)]] = [:]
    var order: [String] = []
    for reference in references {
      guard let found = find(reference, definitions) else { continue }
      let requirement = Requirement(key: found.key, name: found.variable.name, importName: found.importName)
      let type = type(of: found, table)
      if let name = found.importName {
        if imports[name] == nil { order.append(name) }
        imports[name, default: []].append((requirement, type))
      } else {
        slots.append((layout.declare(found.variable.name, type), [requirement], false))
      }
    }
    for name in order {
      let entries = imports[name] ?? []
      let type = ContextType(entries.map { ($0.0.name, $0.1) })
      slots.append((layout.declare(name, .context(type)), entries.map(\.0), true))
    }
    for name in table.names {
      if let index = table.index(of: name) {
        layout.declareType(name, table.feelType(ItemType(shape: .defined(index))))
      }
    }
    return Scope(layout: layout, slots: slots)
  }

  private mutating func type(of found: Found, _ table: TypeTable) -> Type {
    if found.isFunction { return .function(parameters: [], result: .any) }
    // The types of an imported element are named as its own model names them.
    let own = tables[found.key.namespace] ?? table
    var scratch = DiagnosticLog()
    return own.feelType(own.type(found.variable.type, log: &scratch))
  }

  private mutating func find(_ reference: Reference, _ definitions: Definitions) -> Found? {
    let namespace = reference.namespace.isEmpty ? definitions.namespace : reference.namespace
    let item = definitions.imports.first { $0.namespace == namespace }
    guard namespace == definitions.namespace || item != nil, let variable = variables[namespace]?[reference.id] else {
      log.report(Diagnostic(.unknownElement, at: reference.span, ["id": reference.id]))
      return nil
    }
    let isOwn = namespace == definitions.namespace || item?.name.isEmpty == true
    return Found(
      key: ElementKey(namespace, reference.id), variable: variable.item, importName: isOwn ? nil : item?.name,
      isFunction: variable.isFunction)
  }
}

extension Definitions {
  /// The variables of the elements by their ids, and whether they are functions.
  fileprivate var variables: [String: (item: InformationItem, isFunction: Bool)] {
    func function(_ name: String, _ span: Span) -> (InformationItem, Bool) {
      (InformationItem(name: name, type: nil, span: span), true)
    }
    let elements: [(String, (InformationItem, Bool))] =
      inputData.map { ($0.id, ($0.variable, false)) } + decisions.map { ($0.id, ($0.variable, false)) }
      + knowledgeModels.map { ($0.id, function($0.name, $0.span)) }
      + services.map { ($0.id, function($0.name, $0.span)) }
    return Dictionary(elements.filter { !$0.0.isEmpty }) { first, _ in first }
  }
}

extension TypeTable {
  /// What a type that is referred to really is.
  func resolved(_ type: ItemType) -> ItemType {
    var type = type
    var steps = 0
    while case .defined(let index) = type.shape, steps <= types.count {
      type = types[index]
      steps += 1
    }
    return type
  }
}
