extension Frame {
  /// A stable merge sort; it asks `precedes`, which need not be an order, no more than n log n times.
  func sort(_ list: Cell, by precedes: Cell?, _ site: Site) -> Cell {
    var cells = copied(list)
    var failure: Cell?
    func comesFirst(_ left: Cell, _ right: Cell) -> Bool {
      guard failure == nil else { return false }
      let answer = precedes.map { call($0, [left, right], site) } ?? order(left, right).outcome(.less).cell
      if answer.isTrue { return true }
      if !answer.isFalse { failure = answer.isUnknown ? .unknown : noResult(site) }
      return false
    }
    var width = 1
    while width < cells.count, failure == nil {
      var merged: [Cell] = []
      merged.reserveCapacity(cells.count)
      for start in stride(from: 0, to: cells.count, by: 2 * width) {
        let middle = min(start + width, cells.count)
        let end = min(start + 2 * width, cells.count)
        var (left, right) = (start, middle)
        while left < middle, right < end {
          // The right one goes first only if it must: equals keep their order.
          if comesFirst(cells[right], cells[left]) {
            merged.append(cells[right])
            right += 1
          } else {
            merged.append(cells[left])
            left += 1
          }
        }
        merged += cells[left..<middle]
        merged += cells[right..<end]
      }
      cells = merged
      width *= 2
    }
    return failure ?? self.list(cells, site)
  }
}
