/// The values of a frame's slots, ready to be put back at once: a record that has been read, for many programs or
/// many times.
///
/// ```swift
/// for (slot, value) in record { frame.set(slot, value) }
/// let row = frame.row
/// …
/// frame.load(row)
/// ```
public final class Row: Sendable {
  let symbols: Symbols
  let slots: [Cell]
  let arena: [Cell]
  let objects: [ArenaObject]
  let own: Symbols.Table
  /// Whether there is nothing but slots: numbers, booleans, dates, and texts that some program names.
  let isPlain: Bool

  fileprivate init(_ frame: Frame) {
    symbols = frame.symbols
    slots = Array(UnsafeBufferPointer(start: frame.slots, count: frame.slotCount))
    arena = Array(UnsafeBufferPointer(start: frame.arena, count: frame.arenaCount))
    objects = frame.objects
    own = frame.own
    isPlain = frame.hasOnlySlots
  }
}

extension Frame {
  /// What was set since the last `reset`.
  public var row: Row { Row(self) }

  /// In place of all that was set before; the same as `reset` and a `set` for each value, but nothing is converted.
  public func load(_ row: Row) {
    precondition(row.symbols === symbols, "a row is loaded into frames of the layout that it was made in")
    guard row.isPlain else { return loadAll(row) }
    if !hasOnlySlots { forget() }
    row.slots.withUnsafeBufferPointer { restore(slots: $0) }
  }

  private func loadAll(_ row: Row) {
    reset()
    own = row.own
    objects = row.objects
    if let offset = allocate(row.arena.count) {
      for (index, cell) in row.arena.enumerated() { arena[offset + index] = cell }
    }
    row.slots.withUnsafeBufferPointer { restore(slots: $0) }
  }
}
