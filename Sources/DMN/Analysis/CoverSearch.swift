/// Finds what a set of boxes leaves uncovered; each box is a product of sets, one for each axis.
///
/// Axis by axis, atoms that meet the same boxes are one class; a class is done when a box takes all that is left of
/// it. What was found for a set of boxes at an axis is kept, so that the work grows with the different sets of
/// rows and not with the product of the axes.
struct CoverSearch {
  /// For each box, for each axis: its atoms.
  let boxes: [[IndexBits]]
  /// How many atoms each axis has.
  let counts: [Int]

  /// How many questions (is this atom in that box?) may still be asked.
  private(set) var stepsLeft: Int
  private let findingLimit = 6
  private var known: [Key: [[IndexBits]]] = [:]

  private struct Key: Hashable {
    let axis: Int
    let boxes: [Int]
  }

  init(boxes: [[IndexBits]], counts: [Int], steps: Int = 5_000_000) {
    self.boxes = boxes
    self.counts = counts
    stepsLeft = steps
  }

  /// Whether it was stopped: then what it found is right, but it may have missed something.
  var isExhausted: Bool { stepsLeft <= 0 }

  /// Some products of atoms within `region` that no box meets; none when all is covered.
  mutating func uncovered(within region: [IndexBits]) -> [[IndexBits]] {
    known = [:]
    return search(region, axis: 0, boxes: Array(boxes.indices))
  }

  private mutating func search(_ region: [IndexBits], axis: Int, boxes active: [Int]) -> [[IndexBits]] {
    if active.isEmpty { return [Array(region[axis...])] }
    if axis == counts.count || active.contains(where: { takesAll($0, of: region, from: axis) }) { return [] }
    let key = Key(axis: axis, boxes: active)
    if let found = known[key] { return found }
    var found: [[IndexBits]] = []
    stepsLeft -= counts[axis] * active.count
    for (members, atoms) in classes(region[axis], axis: axis, active) {
      if isExhausted || found.count >= findingLimit { break }
      found += search(region, axis: axis + 1, boxes: members).map { [atoms] + $0 }
    }
    known[key] = found
    return found
  }

  private func takesAll(_ box: Int, of region: [IndexBits], from axis: Int) -> Bool {
    (axis..<counts.count).allSatisfy { boxes[box][$0].isSuperset(of: region[$0]) }
  }

  /// Atoms by the boxes that they meet, in order of their first atom.
  private func classes(_ atoms: IndexBits, axis: Int, _ active: [Int]) -> [(boxes: [Int], atoms: IndexBits)] {
    var classes: [(boxes: [Int], atoms: IndexBits)] = []
    var positions: [[Int]: Int] = [:]
    for atom in atoms.indices {
      let members = active.filter { boxes[$0][axis].contains(atom) }
      if let position = positions[members] {
        classes[position].atoms.insert(atom)
      } else {
        positions[members] = classes.count
        var single = IndexBits(count: counts[axis])
        single.insert(atom)
        classes.append((members, single))
      }
    }
    return classes
  }
}
