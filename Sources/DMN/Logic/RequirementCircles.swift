internal import Diagnostics

/// Requirements within one model that lead back to where they began. Nothing may require itself, directly or not
/// (DMN 1.5 §6.3.7, §6.3.9).
struct RequirementCircles {
  private struct Element {
    let name: String
    let needs: [Reference]
  }

  /// One for each circle, at the requirement that closes it.
  private(set) var diagnostics: [Diagnostic] = []
  private let namespace: String
  private var elements: [String: Element] = [:]
  private var done: Set<String> = []

  init(_ definitions: Definitions) {
    namespace = definitions.namespace
    let decisions = definitions.decisions.map {
      ($0.id, Element(name: $0.name, needs: $0.requiredDecisions + $0.requiredKnowledge))
    }
    let knowledge = definitions.knowledgeModels.map { ($0.id, Element(name: $0.name, needs: $0.requiredKnowledge)) }
    let named = (decisions + knowledge).filter { !$0.0.isEmpty }
    elements = Dictionary(named) { first, _ in first }
    for (id, _) in named { search(from: id) }
  }

  /// Depth first, without recursion: a chain may be as long as the file.
  private mutating func search(from start: String) {
    var path: [(id: String, next: Int)] = [(start, 0)]
    var onPath: Set<String> = [start]
    while let (id, next) = path.last {
      guard let element = elements[id], !done.contains(id), next < element.needs.count else {
        done.insert(id)
        onPath.remove(id)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let need = element.needs[next]
      guard need.namespace.isEmpty || need.namespace == namespace else { continue }
      if onPath.contains(need.id) {
        report(need, path.map(\.id))
      } else if !done.contains(need.id) {
        path.append((need.id, 0))
        onPath.insert(need.id)
      }
    }
  }

  private mutating func report(_ need: Reference, _ path: [String]) {
    let circle = path.drop { $0 != need.id } + [need.id]
    let names = circle.map { elements[$0]?.name ?? $0 }
    diagnostics.append(
      Diagnostic(.circularRequirement, at: need.span, ["path": names.joined(separator: " → ")]))
  }
}
