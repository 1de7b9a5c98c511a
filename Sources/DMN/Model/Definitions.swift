public import Diagnostics

/// A decision model as it was written (DMN 1.5 §6.3.2): names, texts and places, nothing resolved.
public struct Definitions: Sendable {
  public let name: String
  public let namespace: String
  public let version: Version
  public let imports: [Import]
  public let itemDefinitions: [ItemDefinition]
  public let inputData: [InputData]
  public let decisions: [Decision]
  public let knowledgeModels: [KnowledgeModel]
  public let services: [DecisionService]
  public let source: Source

  /// The versions of the standard whose files are read.
  public enum Version: String, Sendable, CaseIterable {
    case dmn11 = "1.1", dmn12 = "1.2", dmn13 = "1.3", dmn14 = "1.4", dmn15 = "1.5"
  }
}

/// Another model whose elements are used under a name (DMN 1.5 §6.3.3).
public struct Import: Sendable {
  public let name: String
  public let namespace: String
  public let span: Span
}

/// A name with a type, as the file writes it.
public struct InformationItem: Sendable {
  public let name: String
  /// Such as `number`, `tPerson`, `myimport.tPerson`; `nil` where none is given.
  public let type: TypeReference?
  public let span: Span
}

public struct TypeReference: Sendable, Hashable {
  public let text: String
  public let span: Span
}

/// Where another element is referred to: `#id`, or `namespace#id`.
public struct Reference: Sendable, Hashable {
  /// Empty: of the same model.
  public let namespace: String
  public let id: String
  public let span: Span
}

/// A type of the model's own (DMN 1.5 §7.3.2).
public struct ItemDefinition: Sendable {
  public let name: String
  public let type: TypeReference?
  public let isCollection: Bool
  public let components: [ItemDefinition]
  /// Unary tests that a value (of a collection: each element) must pass.
  public let allowedValues: Fragment?
  /// Unary tests that the whole value must pass.
  public let constraint: Fragment?
  public let function: FunctionItem?
  public let span: Span
}

/// The type of a function.
public struct FunctionItem: Sendable {
  public let parameters: [InformationItem]
  public let result: TypeReference?
}

/// What comes from outside (DMN 1.5 §7.3.4).
public struct InputData: Sendable {
  public let id: String
  public let name: String
  public let variable: InformationItem
  public let span: Span
}

/// What is to be decided, and by what logic (DMN 1.5 §6.3.7).
public struct Decision: Sendable {
  public let id: String
  public let name: String
  public let variable: InformationItem
  public let requiredInputs: [Reference]
  public let requiredDecisions: [Reference]
  public let requiredKnowledge: [Reference]
  /// `nil`: the model does not say how.
  public let logic: BoxedExpression?
  public let span: Span
}

/// Logic that is used in several places (DMN 1.5 §6.3.9).
public struct KnowledgeModel: Sendable {
  public let id: String
  public let name: String
  public let variable: InformationItem
  public let requiredKnowledge: [Reference]
  public let function: BoxedFunction?
  public let span: Span
}

/// Decisions that are offered together, like a function (DMN 1.5 §6.3.10).
public struct DecisionService: Sendable {
  public let id: String
  public let name: String
  public let variable: InformationItem
  public let outputs: [Reference]
  public let encapsulated: [Reference]
  public let inputDecisions: [Reference]
  public let inputData: [Reference]
  public let span: Span
}
