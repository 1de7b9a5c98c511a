import Fingerprints
import Workflow

/// Lots drawn with a seed, so that anybody can draw them again: each name in the box is numbered by the SHA-256 of the
/// seed, a line break and the name; those with the smallest numbers are drawn.
///
/// `printf '%s\n%s' SEED NAME | sha256sum` gives the number of one lot.
public struct Lots: Sendable {
  public let seed: String

  public init(seed: String) { self.seed = seed }

  /// In the order in which they were drawn. The order of the box means nothing.
  public func draw(_ count: Int, from box: [String]) -> [String] {
    let numbered = box.map { (number: Fingerprint(of: Array("\(seed)\n\($0)".utf8)).description, name: $0) }
    return numbered.sorted { ($0.number, $0.name) < ($1.number, $1.name) }.prefix(max(0, count)).map(\.name)
  }
}

extension Draw {
  /// The draw with its box and, where only a seed is given, its lots; `nil`: it has both, and the seed does not give them.
  func carriedOut(by machine: Machine, in round: Round) -> Draw? {
    guard let box = machine.box(for: self, in: round) else { return self }
    var draw = self
    draw.pool = box.pool
    guard let seed else { return draw }
    let lots = Lots(seed: seed).draw(drawn.isEmpty ? box.count : drawn.count, from: box.pool)
    if !drawn.isEmpty, Set(drawn) != Set(lots) { return nil }
    draw.drawn = lots
    return draw
  }
}
