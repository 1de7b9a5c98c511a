/// Tests of names with a result each: the first that holds has it. Bands and levels are made of these.
final class Choice: @unchecked Sendable {
  struct Step: Sendable {
    let test: SlotTest
    let result: Cell

    init(test: SlotTest, result: Cell) {
      self.test = test
      self.result = result
    }
  }

  /// What is left of a step when only the bits of its constant matter.
  private struct Rung {
    let bits: Int64
    let holds: UInt8
    let result: Cell
  }

  // Never changed once they are filled.
  private let steps: UnsafeMutableBufferPointer<Step>
  /// The same, if all look at one slot, and their constants are alike but for their bits; else empty.
  private let rungs: UnsafeMutableBufferPointer<Rung>
  private let slot: Int
  private let meta: UInt64
  private let exponent: Int16
  /// Whether the constants are numbers that may be multiplied by ten thousand.
  private let areScalable: Bool
  private let otherwise: Code

  /// At least one step.
  init(steps: [Step], otherwise: Code) {
    self.steps = .allocate(capacity: steps.count)
    _ = self.steps.initialize(from: steps)
    self.otherwise = otherwise
    slot = steps[0].test.slot
    meta = steps[0].test.constant.meta
    exponent = steps[0].test.constant.exponent
    areScalable = steps.allSatisfy { $0.test.constant.isSmallNumber && $0.test.constant.bits.magnitude < 1 << 48 }
    let rungs = Choice.rungs(steps)
    self.rungs = .allocate(capacity: rungs.count)
    _ = self.rungs.initialize(from: rungs)
  }

  deinit {
    steps.deallocate()
    rungs.deallocate()
  }

  private static func rungs(_ steps: [Step]) -> [Rung] {
    let first = steps[0].test
    let areAlike = steps.allSatisfy { step in
      step.test.slot == first.slot && step.test.constant.meta == first.constant.meta
        && step.test.test.isDecidedByBits(step.test.constant)
    }
    guard areAlike else { return [] }
    return steps.map { Rung(bits: $0.test.constant.bits, holds: $0.test.test.holds, result: $0.result) }
  }

  func result(_ frame: Frame) -> Cell {
    let cell = frame.slots[slot]
    guard !rungs.isEmpty else { return result(frame, from: 0) }
    var factor: Int64 = 1
    if cell.meta != meta {
      // A number with more digits behind the point than the constants have.
      let distance = Int(exponent) - Int(cell.exponent)
      guard cell.isSmallNumber, (1...4).contains(distance), areScalable else { return result(frame, from: 0) }
      factor = PowerOfTen.int64(distance)
    }
    for rung in rungs where Test.holds(rung.holds, cell.bits, rung.bits &* factor) { return rung.result }
    return otherwise(frame)
  }

  private func result(_ frame: Frame, from start: Int) -> Cell {
    for index in start..<steps.count {
      let cell = steps[index].test.apply(frame)
      if cell.isTrue { return steps[index].result }
      // Without an answer both ways are tried, as `ifElse` does.
      guard cell.isUnknown else { continue }
      let (first, second) = (steps[index].result, result(frame, from: index + 1))
      return frame.equal(first, second) == .yes ? first : .unknown
    }
    return otherwise(frame)
  }
}
