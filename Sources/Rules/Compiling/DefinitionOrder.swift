import Diagnostics
import FEEL

/// Sorts definitions so that each comes after those that it needs.
struct DefinitionOrder {
  private let definitions: [Definition]
  /// By name, the definitions that it names.
  private let needs: [String: [String]]

  init(_ definitions: [Definition], in layout: Layout) {
    self.definitions = definitions
    var names = layout
    for definition in definitions { names.declare(definition.name, .any) }
    let known = Set(definitions.map(\.name))
    needs = definitions.reduce(into: [:]) { needs, definition in
      // Only the names matter here; what is wrong is reported when the definition is compiled.
      var silent = DiagnosticLog()
      let program = Expression.parse(definition.expression, in: names, log: &silent)?
        .compiled(in: names, log: &silent)
      needs[definition.name] = (program?.reads.names ?? []).filter(known.contains)
    }
  }

  /// A circle is reported at the definition that closes it; none of those in it can be compiled.
  func sorted(log: inout DiagnosticLog) -> (order: [Definition], circular: Set<String>) {
    var circular = Set<String>()
    var order: [Definition] = []
    var done = Set<String>()
    var path: [String] = []
    func visit(_ definition: Definition, log: inout DiagnosticLog) {
      guard !done.contains(definition.name) else { return }
      if let start = path.firstIndex(of: definition.name) {
        circular.formUnion(path[start...])
        let circle = (path[start...] + [definition.name]).joined(separator: " → ")
        log.report(
          Diagnostic(
            .circularDefinitions, at: definition.nameSpan, ["name": definition.name, "path": circle]))
        return
      }
      path.append(definition.name)
      for need in needs[definition.name] ?? [] {
        if let needed = definitions.first(where: { $0.name == need }) { visit(needed, log: &log) }
      }
      path.removeLast()
      if done.insert(definition.name).inserted { order.append(definition) }
    }
    for definition in definitions { visit(definition, log: &log) }
    return (order, circular)
  }
}
