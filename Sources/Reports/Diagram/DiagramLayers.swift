/// Puts the nodes of a graph into layers, in the order in which a case walks.
struct DiagramLayers {
  /// The nodes of each layer, in the order of the file; the start is in none.
  private(set) var layers: [[Int]] = []

  init(_ graph: DiagramGraph) {
    let ranks = Ranking(graph).ranks
    let used = Set(ranks.dropFirst()).sorted()
    let onWay = Set(graph.edges.filter { $0.kind == .way }.map(\.to))
    layers = used.map { rank in
      let all = ranks.indices.dropFirst().filter { ranks[$0] == rank }
      // What is reached aside only stands beneath.
      return all.filter(onWay.contains) + all.filter { !onWay.contains($0) }
    }
  }

  private struct Ranking {
    private(set) var ranks: [Int]

    init(_ graph: DiagramGraph) {
      ranks = [Int](repeating: -1, count: graph.nodes.count)
      ranks[0] = 0
      let ahead = Ranking.edgesAhead(graph)
      // Each pass settles at least one more layer.
      for _ in graph.nodes {
        var isSettled = true
        for edge in ahead where ranks[edge.from] >= 0 && ranks[edge.to] <= ranks[edge.from] {
          ranks[edge.to] = ranks[edge.from] + 1
          isSettled = false
        }
        if isSettled { break }
      }
      // What nothing leads to stands at the end.
      for node in graph.nodes.indices where ranks[node] < 0 { ranks[node] = (ranks.max() ?? 0) + 1 }
    }

    /// Ways that do not lead back, and the first way aside to what no way leads to.
    private static func edgesAhead(_ graph: DiagramGraph) -> [DiagramGraph.Edge] {
      var ahead: [DiagramGraph.Edge] = []
      var state = [Int](repeating: 0, count: graph.nodes.count)
      func visit(_ node: Int) {
        state[node] = 1
        for edge in graph.edges where edge.from == node && edge.kind == .way && state[edge.to] != 1 {
          ahead.append(edge)
          if state[edge.to] == 0 { visit(edge.to) }
        }
        state[node] = 2
      }
      visit(0)
      while let edge = graph.edges.first(where: { state[$0.from] == 2 && state[$0.to] == 0 }) {
        ahead.append(edge)
        visit(edge.to)
      }
      return ahead
    }
  }
}
