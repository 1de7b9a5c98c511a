/// The name among `candidates` that somebody who typed `name` probably meant, if one is near enough.
///
/// Distance counts insertions, deletions, substitutions and swaps of neighbours; a third of the length is near enough
/// (for two characters: one).
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let typed = Array(name.unicodeScalars)
  guard !typed.isEmpty, typed.count <= 100 else { return nil }
  let limit = max(1, typed.count / 3)
  var best: (distance: Int, name: String)?
  for candidate in candidates where candidate != name {
    let scalars = Array(candidate.unicodeScalars)
    guard abs(scalars.count - typed.count) <= limit, scalars.count <= 100 else { continue }
    let distance = editDistance(typed, scalars)
    // One character replaced by another of one or two leaves nothing in common.
    guard distance <= limit, distance < max(typed.count, scalars.count) else { continue }
    if best == nil || (distance, candidate) < (best!.distance, best!.name) { best = (distance, candidate) }
  }
  return best?.name
}

private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for i in 1...max(left.count, 1) where i <= left.count {
    var row = [i] + [Int](repeating: 0, count: right.count)
    for j in stride(from: 1, through: right.count, by: 1) {
      let cost = left[i - 1] == right[j - 1] ? 0 : 1
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
      if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    (beforeLast, last) = (last, row)
  }
  return last[right.count]
}
