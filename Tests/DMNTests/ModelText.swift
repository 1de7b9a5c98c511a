import DMN
import Diagnostics
import FEEL
import Testing

/// A decision model as a test writes it, with what is found in it.
struct ModelText {
  static let namespace = "https://example.org/评选"
  static let dmn15 = "https://www.omg.org/spec/DMN/20230324/MODEL/"

  let source: Source
  let model: DecisionModel?
  /// One line for each thing that was found while reading and compiling: code and sentence.
  let findings: [String]
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - body: the elements within `definitions`, from line 2 on.
  ///   - others: models that may be imported.
  init(_ body: String, version: String = dmn15, namespace: String = namespace, others: [ModelText] = []) {
    self.init(file: ModelText.file(body, version: version, namespace: namespace), others: others)
  }

  /// A whole file.
  init(file: String, others: [ModelText] = []) { self.init(bytes: Array(file.utf8), others: others) }

  init(bytes: [UInt8], others: [ModelText] = []) {
    var log = DiagnosticLog()
    source = Source(name: "例.dmn", bytes: bytes)
    model = DecisionModel(reading: source, others: others.map(\.source), log: &log)
    diagnostics = log.diagnostics
    findings = diagnostics.map { "\($0.code) \($0.text(.zh))" }
  }

  static func file(_ body: String, version: String = dmn15, namespace: String = namespace) -> String {
    """
    <definitions xmlns="\(version)" namespace="\(namespace)" name="评选" id="评选">
    \(body)
    </definitions>

    """
  }

  /// The decision's value as FEEL writes it, then why values are null: `null｜PX2550 …`.
  ///
  /// - Parameter inputs: a context of FEEL.
  func value(_ decision: String, _ inputs: String = "{}") throws -> String {
    let (model, inputs) = (try #require(model), try #require(ModelText.context(inputs)))
    return shown(try #require(model.evaluate(decision, inputs)))
  }

  /// Compares a decision's value with what is expected, as `value` writes it.
  func check(
    _ decision: String, _ inputs: String = "{}", gives expected: String,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let value = try value(decision, inputs)
    #expect(value == expected, sourceLocation: location)
  }

  /// The same for a decision service.
  func value(service: String, _ inputs: String) throws -> String {
    let (model, inputs) = (try #require(model), try #require(ModelText.context(inputs)))
    return shown(try #require(model.evaluate(service: service, inputs)))
  }

  private func shown(_ answer: DecisionModel.Answer) -> String {
    ([answer.value.feelText] + answer.diagnostics.map { "\($0.code) \($0.text(.zh))" }).joined(separator: "｜")
  }

  /// A context of FEEL as a value.
  static func context(_ text: String) -> Context? {
    var log = DiagnosticLog()
    let layout = Layout()
    let program = Expression.parse(Fragment(text), in: layout, log: &log)?.compiled(in: layout, log: &log)
    return program?.evaluate(Frame(layout)).context
  }
}

/// Elements of a model; their ids are their names.
enum XML {
  static func input(_ name: String, _ type: String? = nil) -> String {
    "<inputData id=\"\(name)\" name=\"\(name)\">\(variable(name, type))</inputData>"
  }

  static func decision(_ name: String, _ logic: String) -> String { decision(name, nil, logic) }

  static func decision(
    _ name: String, _ type: String? = nil, inputs: [String] = [], decisions: [String] = [], knowledge: [String] = [],
    _ logic: String
  ) -> String {
    let needs =
      inputs.map { "<informationRequirement><requiredInput href=\"#\($0)\"/></informationRequirement>" }
      + decisions.map { "<informationRequirement><requiredDecision href=\"#\($0)\"/></informationRequirement>" }
      + knowledge.map { "<knowledgeRequirement><requiredKnowledge href=\"#\($0)\"/></knowledgeRequirement>" }
    return """
      <decision id="\(name)" name="\(name)">
        \(variable(name, type))\(needs.joined())
        \(logic)
      </decision>
      """
  }

  /// - Parameter parameters: `党龄: number` or `党龄`.
  static func knowledge(
    _ name: String, _ parameters: [String], knowledge: [String] = [], type: String? = nil, _ logic: String
  ) -> String {
    let needs = knowledge.map {
      "<knowledgeRequirement><requiredKnowledge href=\"#\($0)\"/></knowledgeRequirement>"
    }
    return """
      <businessKnowledgeModel id="\(name)" name="\(name)">
        \(variable(name, type))
        <encapsulatedLogic>\(formal(parameters))\(logic)</encapsulatedLogic>\(needs.joined())
      </businessKnowledgeModel>
      """
  }

  static func formal(_ parameters: [String]) -> String {
    parameters.map { parameter in
      let parts = parameter.split(separator: ":").map { $0.drop { $0 == " " } }
      let type = parts.count > 1 ? " typeRef=\"\(parts[1])\"" : ""
      return "<formalParameter name=\"\(parts[0])\"\(type)/>"
    }.joined()
  }

  static func feel(_ text: String) -> String { "<literalExpression><text>\(text)</text></literalExpression>" }

  static func variable(_ name: String, _ type: String? = nil) -> String {
    "<variable name=\"\(name)\"\(type.map { " typeRef=\"\($0)\"" } ?? "")/>"
  }

  static func item(_ name: String, _ type: String, allowed: String? = nil) -> String {
    let values = allowed.map { "<allowedValues><text>\($0)</text></allowedValues>" } ?? ""
    return "<itemDefinition name=\"\(name)\"><typeRef>\(type)</typeRef>\(values)</itemDefinition>"
  }
}
