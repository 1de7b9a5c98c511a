/// Finds values by the numbers of names (`Interned.number`) in a step or two: made once, read all the time.
struct NameTable<Value: Sendable>: Sendable {
  private var entries: [(number: UInt, value: Value)?]
  private let mask: Int

  /// The first of two values of one name counts.
  init(_ values: [(UInt, Value)]) {
    var size = 4
    while size < 2 * values.count { size *= 2 }
    mask = size - 1
    entries = Array(repeating: nil, count: size)
    for (number, value) in values {
      let place = place(of: number)
      if entries[place] == nil { entries[place] = (number, value) }
    }
  }

  subscript(number: UInt) -> Value? { entries[place(of: number)]?.value }

  /// Where it stands, or where it would.
  private func place(of number: UInt) -> Int {
    var place = Int(truncatingIfNeeded: number ^ (number >> 7)) & mask
    while let entry = entries[place], entry.number != number { place = (place + 1) & mask }
    return place
  }
}
