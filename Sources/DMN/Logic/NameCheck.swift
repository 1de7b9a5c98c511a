internal import Diagnostics

extension Definitions {
  /// Names and ids that stand twice among the elements and imports of a model (DMN 1.5 §6.3.2, §6.3.3).
  var duplicates: [Diagnostic] {
    let elements = named
    var found: [Diagnostic] = []
    var names = Set<String>()
    for (_, name, span) in elements where !name.isEmpty && !names.insert(name).inserted {
      found.append(Diagnostic(.duplicateElement, at: span, ["name": name]))
    }
    var ids = Set<String>()
    for (id, _, span) in elements where !id.isEmpty && !ids.insert(id).inserted {
      found.append(Diagnostic(.duplicateID, at: span, ["id": id]))
    }
    return found
  }

  private var named: [(id: String, name: String, span: Span)] {
    imports.map { ("", $0.name, $0.span) } + inputData.map { ($0.id, $0.name, $0.span) }
      + decisions.map { ($0.id, $0.name, $0.span) } + knowledgeModels.map { ($0.id, $0.name, $0.span) }
      + services.map { ($0.id, $0.name, $0.span) }
  }
}
