public import Diagnostics
public import FEEL

/// A file of test cases for one model, in the form of the DMN conformance kit.
public struct ConformanceSuite: Sendable {
  /// The file name of the model, as the suite gives it.
  public let modelName: String
  public let cases: [Case]

  public struct Case: Sendable {
    public let id: String
    public let kind: Kind
    /// The service that is called, where one is.
    public let invocable: String?
    public let inputs: Context
    public let expectations: [Expectation]
    public let span: Span
  }

  public enum Kind: String, Sendable {
    case decision, bkm, decisionService
  }

  public struct Expectation: Sendable {
    /// The decision, or the output of a service.
    public let name: String
    /// An error counts as null.
    public let value: Value
    /// A value that cannot be read, which nothing equals.
    public let isReadable: Bool
  }

  /// `nil` when the file holds no test cases; what is wrong is reported.
  public static func read(_ source: Source, log: inout DiagnosticLog) -> ConformanceSuite? {
    guard let (root, _) = ElementReader.read(source, log: &log) else { return nil }
    guard root.name == "testCases" else { return nil }
    return ConformanceSuite(
      modelName: root.text(of: "modelName") ?? "",
      cases: root.children("testCase").map { Case($0) })
  }
}

extension ConformanceSuite.Case {
  init(_ element: Element) {
    id = element["id"] ?? ""
    kind = element["type"].flatMap(ConformanceSuite.Kind.init) ?? .decision
    invocable = element["invocableName"]
    inputs = Context(
      element.children("inputNode").compactMap { node in
        node["name"].map { ($0, ConformanceValue(node).value ?? .null) }
      })
    expectations = element.children("resultNode").map { node in
      let value = node.child("expected").map(ConformanceValue.init)
      return ConformanceSuite.Expectation(
        name: node["name"] ?? "", value: value?.value ?? .null, isReadable: value == nil || value?.value != nil)
    }
    span = element.span
  }
}

/// A value as the kit writes it: a `value` with an XML Schema type, `component`s, or a `list`.
struct ConformanceValue {
  /// `nil` when it cannot be read.
  let value: Value?

  init(_ element: Element) {
    if let list = element.child("list") {
      value = ConformanceValue.isNil(list) ? .null : ConformanceValue.list(list)
    } else if let plain = element.child("value") {
      value = ConformanceValue.isNil(plain) ? .null : ConformanceValue.plain(plain)
    } else if !element.children("component").isEmpty {
      value = ConformanceValue.context(element)
    } else {
      value = ConformanceValue.isNil(element) || element.children.isEmpty ? .null : nil
    }
  }

  private static func isNil(_ element: Element) -> Bool {
    element.attributes.contains { $0.key.hasSuffix(":nil") && $0.value == "true" }
  }

  private static func list(_ element: Element) -> Value? {
    let items = element.children("item").map { ConformanceValue($0).value }
    return items.contains { $0 == nil } ? nil : .list(items.compactMap(\.self))
  }

  private static func context(_ element: Element) -> Value? {
    var context = Context()
    for component in element.children("component") {
      guard let name = component["name"], let value = ConformanceValue(component).value else { return nil }
      context[name] = value
    }
    return .context(context)
  }

  private static func plain(_ element: Element) -> Value? {
    let text = element.content.text
    let type = element.attributes.first { $0.key.hasSuffix(":type") }?.value ?? "string"
    let written = text.trimmedOfSpace
    switch type.split(separator: ":").last.map(String.init) ?? type {
    case "decimal", "double", "float", "integer", "int", "long": return Decimal(written).map(Value.number)
    case "boolean": return ["true": .boolean(true), "false": .boolean(false)][written]
    case "date": return CivilDate(written).map(Value.date)
    case "time": return CivilTime(written).map(Value.time)
    case "dateTime": return CivilDateTime(written).map(Value.dateTime)
    case "duration", "dayTimeDuration", "yearMonthDuration":
      return YearsDuration(written).map(Value.yearsDuration) ?? DaysDuration(written).map(Value.daysDuration)
    default: return .string(text)
    }
  }
}
