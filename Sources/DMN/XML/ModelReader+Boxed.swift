internal import Diagnostics

extension ModelReader {
  static let boxedNames: Set<String> = [
    "literalExpression", "decisionTable", "context", "list", "relation", "invocation", "functionDefinition",
    "conditional", "filter", "for", "some", "every",
  ]

  /// The expression among an element's children.
  mutating func boxed(in element: Element) -> BoxedExpression? {
    element.children.first { ModelReader.boxedNames.contains($0.name) }.map { boxed($0) }
  }

  /// One that must be there.
  private mutating func needed(in element: Element?, of outer: Element) -> BoxedExpression {
    if let element, let found = boxed(in: element) { return found }
    let place = element ?? outer
    log.report(Diagnostic(.noExpression, at: place.span, ["element": place.name]))
    return BoxedExpression(kind: .literal(Fragment("null")), type: nil, span: place.span)
  }

  private mutating func boxed(_ element: Element) -> BoxedExpression {
    BoxedExpression(kind: kind(element), type: type(element), span: element.span)
  }

  private mutating func kind(_ element: Element) -> BoxedExpression.Kind {
    switch element.name {
    case "decisionTable": .table(table(element))
    case "context": .context(element.children("contextEntry").map { entry($0) })
    case "list": .list(element.children.filter(isBoxed).map { boxed($0) })
    case "relation": relation(element)
    case "invocation": invocation(element)
    case "functionDefinition": .function(function(element))
    case "conditional":
      .conditional(
        condition: needed(in: element.child("if"), of: element), then: needed(in: element.child("then"), of: element),
        otherwise: needed(in: element.child("else"), of: element))
    case "filter":
      .filter(
        list: needed(in: element.child("in"), of: element), condition: needed(in: element.child("match"), of: element))
    case "for": iteration(.forEach, element, body: "return")
    case "some": iteration(.some, element, body: "satisfies")
    case "every": iteration(.every, element, body: "satisfies")
    default: .literal(text(of: element, in: element))
    }
  }

  /// FEEL that must be there; null stands in for it.
  private mutating func text(of element: Element?, in outer: Element) -> Fragment {
    if let fragment = fragment(element) { return fragment }
    let place = element ?? outer
    log.report(Diagnostic(.noExpression, at: place.span, ["element": place.name]))
    return Fragment("null")
  }

  private func isBoxed(_ element: Element) -> Bool { ModelReader.boxedNames.contains(element.name) }

  private mutating func entry(_ element: Element) -> BoxedEntry {
    BoxedEntry(
      variable: element.child("variable").map { informationItem($0) }, value: needed(in: element, of: element))
  }

  private mutating func relation(_ element: Element) -> BoxedExpression.Kind {
    .relation(
      columns: element.children("column").map { informationItem($0) },
      rows: element.children("row").map { row in row.children.filter(isBoxed).map { boxed($0) } })
  }

  private mutating func invocation(_ element: Element) -> BoxedExpression.Kind {
    .invocation(
      function: needed(in: element, of: element),
      bindings: element.children("binding").compactMap { binding in
        binding.child("parameter").map {
          BoxedBinding(parameter: informationItem($0), value: boxed(in: binding))
        }
      })
  }

  mutating func function(_ element: Element) -> BoxedFunction {
    let written = element["kind"] ?? "FEEL"
    if BoxedFunction.Kind(rawValue: written) == nil {
      log.report(Diagnostic(.unknownFunctionKind, at: element.span, ["kind": written]))
    }
    let kind = BoxedFunction.Kind(rawValue: written) ?? .feel
    let body = boxed(in: element)
    if kind == .feel, body == nil {
      log.report(Diagnostic(.noExpression, at: element.span, ["element": element.name]))
    }
    return BoxedFunction(
      kind: kind, parameters: element.children("formalParameter").map { informationItem($0) }, body: body,
      span: element.span)
  }

  private mutating func iteration(
    _ iteration: BoxedExpression.Iteration, _ element: Element, body: String
  ) -> BoxedExpression.Kind {
    let name = element["iteratorVariable"] ?? ""
    if name.trimmedOfSpace.isEmpty { log.report(Diagnostic(.noName, at: element.span, ["element": element.name])) }
    return .iteration(
      iteration, variable: InformationItem(name: name.collapsed, type: nil, span: element.span),
      domain: needed(in: element.child("in"), of: element), body: needed(in: element.child(body), of: element))
  }

  // MARK: Tables

  private mutating func table(_ element: Element) -> BoxedTable {
    let outputs = element.children("output")
    return BoxedTable(
      hitPolicy: hitPolicy(element),
      inputs: element.children("input").map { input in
        let expression = input.child("inputExpression")
        return BoxedTable.Input(
          expression: text(of: expression, in: input), type: expression.flatMap { type($0) },
          values: fragment(input.child("inputValues")), label: input["label"])
      },
      outputs: outputs.map { output in
        BoxedTable.Output(
          name: outputs.count > 1 ? name(output) : output["name"]?.collapsed, type: type(output),
          values: fragment(output.child("outputValues")),
          defaultEntry: fragment(output.child("defaultOutputEntry")), span: output.span)
      },
      rules: element.children("rule").map { rule in
        BoxedTable.Rule(
          inputs: rule.children("inputEntry").map { text(of: $0, in: rule) },
          outputs: rule.children("outputEntry").map { text(of: $0, in: rule) }, span: rule.span)
      },
      span: element.span)
  }

  private mutating func hitPolicy(_ element: Element) -> HitPolicy {
    let written = element["hitPolicy"] ?? "UNIQUE"
    guard let policy = HitPolicy(written) else {
      log.report(Diagnostic(.unknownHitPolicy, at: element.span, ["policy": written]))
      return .unique
    }
    guard case .collect = policy, let aggregation = element["aggregation"] else { return policy }
    guard let found = HitPolicy.Aggregation(rawValue: aggregation.lowercased()) else {
      log.report(Diagnostic(.unknownHitPolicy, at: element.span, ["policy": aggregation]))
      return policy
    }
    return .collect(found)
  }
}
