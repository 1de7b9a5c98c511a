public import Diagnostics
public import FEEL

/// A decision model ready to run, with all that it imports.
///
/// ```swift
/// var log = DiagnosticLog()
/// guard let model = DecisionModel(reading: source, log: &log) else { … }
/// let result = model.evaluate("贷款审批", Context([("收入", .number(5_000))]))
/// ```
public final class DecisionModel: Sendable {
  public let definitions: Definitions
  let types: TypeTable
  let elements: [ElementKey: CompiledElement]

  /// Compiles definitions that have been read.
  ///
  /// - Parameter others: models that may be imported, in any order; those that nobody imports are left alone.
  /// - Returns: always a model: an element with an error gives null, as the standard has it; the log says what is wrong.
  public init(_ definitions: Definitions, others: [Definitions] = [], log: inout DiagnosticLog) {
    self.definitions = definitions
    var compiler = ModelCompiler([definitions] + others)
    (types, elements) = compiler.compile(definitions)
    log.report(contentsOf: compiler.log.diagnostics)
  }

  /// Reads and compiles a DMN file; `nil` when it is none.
  public convenience init?(reading source: Source, others: [Source] = [], log: inout DiagnosticLog) {
    guard let definitions = Definitions.read(source, log: &log) else { return nil }
    let others = others.compactMap { Definitions.read($0, log: &log) }
    self.init(definitions, others: others, log: &log)
  }

  /// What came of an evaluation.
  public struct Answer: Sendable {
    public let value: Value
    /// Why values are null, in the order in which they were met.
    public let diagnostics: [Diagnostic]
  }

  /// The names of the decisions, in the order of the file.
  public var decisionNames: [String] { definitions.decisions.map(\.name) }

  /// Evaluates a decision by name, with the input data by theirs; an input that is not given is null.
  ///
  /// - Parameters:
  ///   - inputs: those of an imported model stand in a context under the name of the import, or by their own name.
  ///   - now: what `now()` and `today()` give; without it they give null.
  /// - Returns: `nil` if there is no decision of that name.
  public func evaluate(_ decision: String, _ inputs: Context, now: CivilDateTime? = nil) -> Answer? {
    guard let found = definitions.decisions.first(where: { $0.name == decision || $0.variable.name == decision }) else {
      return nil
    }
    let run = Run(self, now: now)
    let session = Session(run, inputs: inputs)
    let value = session.value(of: ElementKey(definitions.namespace, found.id, found.name))
    return Answer(value: value, diagnostics: run.diagnostics)
  }

  /// Evaluates a decision service by name. Its input decisions and input data are given by name.
  ///
  /// - Returns: `nil` if there is no service of that name. The value of the output decision; of several, a context.
  public func evaluate(service name: String, _ inputs: Context, now: CivilDateTime? = nil) -> Answer? {
    guard let found = definitions.services.first(where: { $0.name == name || $0.variable.name == name }),
      case .service(let service)? = elements[ElementKey(definitions.namespace, found.id, found.name)]
    else { return nil }
    let run = Run(self, now: now)
    let arguments = service.parameters.map { inputs[$0.name] ?? .null }
    return Answer(value: run.call(service, arguments), diagnostics: run.diagnostics)
  }
}

/// An element of a model: by its id, or by its name where it has none.
struct ElementKey: Sendable, Hashable {
  let namespace: String
  let id: String

  init(_ namespace: String, _ id: String, _ name: String = "") {
    self.namespace = namespace
    self.id = id.isEmpty ? "name:\(name)" : id
  }
}

/// An element ready to run.
enum CompiledElement: Sendable {
  case input(CompiledInput)
  case decision(CompiledDecision)
  case knowledge(CompiledKnowledge)
  case service(CompiledService)
}

struct CompiledInput: Sendable {
  let name: String
  /// The names of the imports that lead to its model.
  let path: [String]
  let type: ItemType
  let reference: TypeReference?
  let span: Span
}

/// What an element needs, and where in its scope it lies.
struct Requirement: Sendable {
  let key: ElementKey
  let name: String
  /// The name of the import that it comes by; `nil` within the same model.
  let importName: String?
}

struct Scope: Sendable {
  let layout: Layout
  /// Requirements by the slot that they go into; those of one import go into one context.
  let slots: [(slot: Slot, requirements: [Requirement], isImport: Bool)]
}

struct CompiledDecision: Sendable {
  let name: String
  let scope: Scope
  /// `nil`: the model does not say how.
  let logic: Logic?
  /// How deep the logic is nested.
  let levels: Int
  let span: Span
}

struct CompiledKnowledge: Sendable {
  let name: String
  let scope: Scope
  /// `nil`: the model does not say how.
  let function: Logic?
  let span: Span
}

struct CompiledService: Sendable {
  struct Parameter: Sendable {
    let name: String
    let key: ElementKey
    let type: ItemType
    let reference: TypeReference?
  }

  let name: String
  let parameters: [Parameter]
  let outputs: [(name: String, key: ElementKey)]
  let result: ItemType
  let reference: TypeReference?
  let span: Span
}
