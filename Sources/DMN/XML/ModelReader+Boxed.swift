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
    case "context": .context(differing(element.children("contextEntry").map { entry($0) }) { $0.variable })
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
    if let fragment = fragment(element) { return isFEEL(element) ? fragment : Fragment("null") }
    let place = element ?? outer
    log.report(Diagnostic(.noExpression, at: place.span, ["element": place.name]))
    return Fragment("null")
  }

  /// Parts that have different names, as they should; those that have not are reported and kept.
  private mutating func differing<Part>(_ parts: [Part], _ item: (Part) -> InformationItem?) -> [Part] {
    var names = Set<String>()
    for item in parts.compactMap(item) where !item.name.isEmpty && !names.insert(item.name).inserted {
      log.report(Diagnostic(.duplicateElement, at: item.span, ["name": item.name]))
    }
    return parts
  }

  private func isBoxed(_ element: Element) -> Bool { ModelReader.boxedNames.contains(element.name) }

  private mutating func entry(_ element: Element) -> BoxedEntry {
    BoxedEntry(
      variable: element.child("variable").map { informationItem($0) }, value: needed(in: element, of: element))
  }

  private mutating func relation(_ element: Element) -> BoxedExpression.Kind {
    let columns = differing(element.children("column").map { informationItem($0) }) { $0 }
    let rows = element.children("row").map { row in
      let cells = row.children.filter(isBoxed).map { boxed($0) }
      if cells.count != columns.count {
        log.report(
          Diagnostic(
            .wrongRowLength, at: row.span, ["found": "\(cells.count)", "expected": "\(columns.count)"]))
      }
      return cells
    }
    return .relation(columns: columns, rows: rows)
  }

  private mutating func invocation(_ element: Element) -> BoxedExpression.Kind {
    .invocation(
      function: needed(in: element, of: element),
      bindings: element.children("binding").compactMap { binding in
        guard let parameter = binding.child("parameter") else {
          log.report(Diagnostic(.noName, at: binding.span, ["element": "binding"]))
          return nil
        }
        return BoxedBinding(parameter: informationItem(parameter), value: boxed(in: binding))
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
      kind: kind, parameters: differing(element.children("formalParameter").map { informationItem($0) }) { $0 },
      body: body, span: element.span)
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

  /// The language of an expression, or else of the model, by its URI; none given is FEEL (DMN 1.5 §6.3.2).
  private mutating func isFEEL(_ element: Element?) -> Bool {
    guard let element, let written = element["expressionLanguage"] ?? language, !written.isEmpty,
      !written.lowercased().contains("feel")
    else { return true }
    log.report(Diagnostic(.otherLanguage, at: element.span, ["language": written]))
    return false
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
