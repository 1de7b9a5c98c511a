internal import Diagnostics
internal import FEEL

/// The values of a model's elements for one set of inputs: each is computed once, when somebody needs it.
final class Session {
  private let run: Run
  private let inputs: Context
  /// Given from outside, or computed.
  private var values: [ElementKey: Value]
  /// Being computed: whoever needs one of these runs in a circle.
  private var underWay: Set<ElementKey> = []

  /// - Parameter given: values of elements that are not to be computed, as the arguments of a service are.
  init(_ run: Run, inputs: Context, given: [ElementKey: Value] = [:]) {
    self.run = run
    self.inputs = inputs
    values = given
  }

  /// What an element needs is computed before it, and not within it: a chain of requirements may be long.
  func value(of key: ElementKey) -> Value {
    var pending = [key]
    while let next = pending.last {
      guard values[next] == nil, let element = run.model.elements[next] else {
        pending.removeLast()
        continue
      }
      if underWay.insert(next).inserted {
        let needed = element.requirements.filter { values[$0] == nil && !underWay.contains($0) }
        pending += needed.reversed()
        if !needed.isEmpty { continue }
      }
      pending.removeLast()
      values[next] = compute(element)
      underWay.remove(next)
    }
    return values[key] ?? .null
  }

  private func compute(_ element: CompiledElement) -> Value {
    switch element {
    case .input(let input):
      guard let given = given(input.name, input.path) else {
        return run.null(.noInput, at: input.span, ["name": input.name])
      }
      return run.converted(given, input.type, input.reference)
    case .decision(let decision):
      guard let logic = decision.logic else { return run.null(.noLogic, at: decision.span, ["name": decision.name]) }
      return run.deeper(at: decision.span, levels: decision.levels) { run.evaluate(logic, frame(decision.scope)) }
    case .knowledge(let knowledge):
      guard let function = knowledge.function else {
        return run.null(.noLogic, at: knowledge.span, ["name": knowledge.name])
      }
      return run.evaluate(function, frame(knowledge.scope))
    case .service(let service):
      let run = run
      return .function(
        FunctionValue(service.parameters.map { FunctionValue.Parameter($0.name) }) { run.call(service, $0, depth: $1) })
    }
  }

  /// An input of an imported model stands under the import's name, or alone.
  private func given(_ name: String, _ path: [String]) -> Value? {
    var context = inputs
    for step in path {
      guard case .context(let inner)? = context[step] else { return inputs[name] }
      context = inner
    }
    return context[name] ?? inputs[name]
  }

  private func frame(_ scope: Scope) -> Frame {
    let frame = run.frame(scope.layout)
    for (slot, requirements, isImport) in scope.slots {
      if isImport {
        frame.set(slot, .context(Context(requirements.map { ($0.name, values[$0.key] ?? .null) })))
      } else if let requirement = requirements.first {
        frame.set(slot, values[requirement.key] ?? .null)
      }
    }
    return frame
  }
}

extension CompiledElement {
  fileprivate var requirements: [ElementKey] {
    let scope: Scope? =
      switch self {
      case .decision(let decision): decision.scope
      case .knowledge(let knowledge): knowledge.scope
      case .input, .service: nil
      }
    return scope?.slots.flatMap { $0.requirements.map(\.key) } ?? []
  }
}

extension Run {
  /// A service decides anew, from nothing but its arguments (DMN 1.5 §10.4).
  func call(_ service: CompiledService, _ arguments: [Value], depth: Int = 0) -> Value {
    deeper(at: service.span, levels: 0, from: depth) {
      var given: [ElementKey: Value] = [:]
      for (parameter, argument) in zip(service.parameters, arguments) {
        let value = converted(argument, parameter.type, parameter.reference)
        if value.isNull, !argument.isNull { return .null }
        given[parameter.key] = value
      }
      let session = Session(self, inputs: Context(), given: given)
      let outputs = service.outputs.map { ($0.name, session.value(of: $0.key)) }
      let value = outputs.count == 1 ? outputs[0].1 : .context(Context(outputs))
      return converted(value, service.result, service.reference)
    }
  }
}
