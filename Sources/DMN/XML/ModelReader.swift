public import Diagnostics

extension Definitions {
  /// Reads a DMN file of version 1.1 to 1.5.
  ///
  /// `nil` when it is no XML or no DMN. What is wrong within it is reported, and the rest is read all the same.
  public static func read(_ source: Source, log: inout DiagnosticLog) -> Definitions? {
    guard let (root, prefixes) = ElementReader.read(source, log: &log) else { return nil }
    guard root.name == "definitions", let version = Version(namespace: root.namespace) else {
      log.report(
        Diagnostic(.notDMN, at: root.span, ["element": root.name, "namespace": root.namespace]))
      return nil
    }
    var reader = ModelReader(source: source, prefixes: prefixes)
    defer { log.report(contentsOf: reader.log.diagnostics) }
    return reader.definitions(root, version)
  }
}

extension Definitions.Version {
  /// By the namespace of the MODEL schema; both of those that were in use for 1.1.
  init?(namespace: String) {
    switch namespace {
    case "http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/DMN/20151101/MODEL/": self = .dmn11
    case "http://www.omg.org/spec/DMN/20180521/MODEL/": self = .dmn12
    case "https://www.omg.org/spec/DMN/20191111/MODEL/": self = .dmn13
    case "https://www.omg.org/spec/DMN/20211108/MODEL/": self = .dmn14
    case "https://www.omg.org/spec/DMN/20230324/MODEL/": self = .dmn15
    default: return nil
    }
  }
}

/// Turns elements into the model's values.
struct ModelReader {
  let source: Source
  let prefixes: [String: String]
  /// The names of imports by their namespaces.
  private var importNames: [String: String] = [:]
  /// The language of expressions that do not say theirs.
  private(set) var language: String?
  var log = DiagnosticLog()

  init(source: Source, prefixes: [String: String]) {
    self.source = source
    self.prefixes = prefixes
  }

  mutating func definitions(_ root: Element, _ version: Definitions.Version) -> Definitions {
    language = root["expressionLanguage"]
    let imports = root.children("import").map {
      Import(name: ($0["name"] ?? "").collapsed, namespace: $0["namespace"] ?? "", span: $0.span)
    }
    importNames = Dictionary(imports.map { ($0.namespace, $0.name) }) { first, _ in first }
    return Definitions(
      name: root["name"] ?? "", namespace: root["namespace"] ?? "", version: version,
      imports: imports,
      itemDefinitions: root.children("itemDefinition").map { itemDefinition($0) },
      inputData: root.children("inputData").map {
        InputData(id: $0["id"] ?? "", name: name($0), variable: variable(of: $0), span: $0.span)
      },
      decisions: root.children("decision").map { decision($0) },
      knowledgeModels: root.children("businessKnowledgeModel").map { knowledgeModel($0) },
      services: root.children("decisionService").map { service($0) },
      source: source)
  }

  // MARK: Parts

  private mutating func itemDefinition(_ element: Element) -> ItemDefinition {
    ItemDefinition(
      name: name(element), type: type(element), isCollection: isTrue(element["isCollection"]),
      components: element.children("itemComponent").map { itemDefinition($0) },
      allowedValues: fragment(element.child("allowedValues")), constraint: fragment(element.child("typeConstraint")),
      function: element.child("functionItem").map { item in
        FunctionItem(
          parameters: item.children("parameters").map { informationItem($0) },
          result: item["outputTypeRef"].map { reference($0, item.span) })
      },
      span: element.span)
  }

  /// As XML Schema writes it.
  private func isTrue(_ text: String?) -> Bool { ["true", "1"].contains(text?.trimmedOfSpace) }

  private mutating func decision(_ element: Element) -> Decision {
    let needs = element.children("informationRequirement")
    return Decision(
      id: element["id"] ?? "", name: name(element), variable: variable(of: element),
      requiredInputs: needs.flatMap { references($0, "requiredInput") },
      requiredDecisions: needs.flatMap { references($0, "requiredDecision") },
      requiredKnowledge: knowledge(element), logic: boxed(in: element), span: element.span)
  }

  private mutating func knowledgeModel(_ element: Element) -> KnowledgeModel {
    KnowledgeModel(
      id: element["id"] ?? "", name: name(element), variable: variable(of: element),
      requiredKnowledge: knowledge(element), function: element.child("encapsulatedLogic").map { function($0) },
      span: element.span)
  }

  private mutating func service(_ element: Element) -> DecisionService {
    DecisionService(
      id: element["id"] ?? "", name: name(element), variable: variable(of: element),
      outputs: references(element, "outputDecision"), encapsulated: references(element, "encapsulatedDecision"),
      inputDecisions: references(element, "inputDecision"), inputData: references(element, "inputData"),
      span: element.span)
  }

  private mutating func knowledge(_ element: Element) -> [Reference] {
    element.children("knowledgeRequirement").flatMap { references($0, "requiredKnowledge") }
  }

  private mutating func references(_ element: Element, _ name: String) -> [Reference] {
    element.children(name).compactMap { child in
      guard let href = child["href"], let sign = href.lastIndex(of: "#") else {
        log.report(Diagnostic(.noReference, at: child.span, ["element": name]))
        return nil
      }
      return Reference(
        namespace: String(href[..<sign]), id: String(href[href.index(after: sign)...]), span: child.span)
    }
  }

  // MARK: Names and types

  mutating func name(_ element: Element) -> String {
    if let name = element["name"], !name.trimmedOfSpace.isEmpty { return name.collapsed }
    log.report(Diagnostic(.noName, at: element.span, ["element": element.name]))
    return ""
  }

  /// The variable of an element; it has the element's name where it has none of its own.
  private mutating func variable(of element: Element) -> InformationItem {
    guard let child = element.child("variable") else {
      return InformationItem(name: element["name"]?.collapsed ?? "", type: nil, span: element.span)
    }
    return InformationItem(
      name: (child["name"] ?? element["name"] ?? "").collapsed, type: type(child), span: child.span)
  }

  mutating func informationItem(_ element: Element) -> InformationItem {
    InformationItem(name: name(element), type: type(element), span: element.span)
  }

  /// As an attribute, or (for item definitions, and in DMN 1.1) as a child.
  func type(_ element: Element) -> TypeReference? {
    (element["typeRef"] ?? element.text(of: "typeRef")).map { reference($0, element.span) }
  }

  /// DMN 1.1 wrote qualified names: `feel:number`, a prefix for the model's own namespace, one for an imported one.
  private func reference(_ text: String, _ span: Span) -> TypeReference {
    let name = text.trimmedOfSpace
    guard let colon = name.firstIndex(of: ":"), let namespace = prefixes[String(name[..<colon])] else {
      return TypeReference(text: name, span: span)
    }
    let own = String(name[name.index(after: colon)...])
    let importName = importNames[namespace] ?? ""
    return TypeReference(text: importName.isEmpty ? own : "\(importName).\(own)", span: span)
  }

  func fragment(_ element: Element?) -> Fragment? { element?.child("text")?.content }
}

extension String {
  /// Each run of white space as one space, none around.
  var collapsed: String {
    split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }.joined(separator: " ")
  }
}
