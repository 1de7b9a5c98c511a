internal import Diagnostics

/// How iterators run through their domains, one within the other.
struct Walk: Sendable {
  struct Level: Sendable {
    let name: String
    let local: Int
    let domain: Code
    /// Whether it was written `low..high`, and so may fall.
    let counts: Bool
    let range: Range<Int>
  }

  enum End {
    case finished
    /// The visitor wanted no more.
    case stopped
    /// A domain is null (or not known): so many times nothing could be visited.
    case missing(Cell)
  }

  let levels: [Level]

  /// Visits each combination of elements; a visitor that gives false stops the walk.
  ///
  /// - Parameter tolerates: whether a domain without elements to visit is passed over, and said at the end.
  func run(_ frame: Frame, tolerates: Bool, _ visit: () -> Bool) -> End { run(frame, 0, tolerates, visit) }

  private func run(_ frame: Frame, _ level: Int, _ tolerates: Bool, _ visit: () -> Bool) -> End {
    guard level < levels.count else { return visit() ? .finished : .stopped }
    var end = End.finished
    let domain = levels[level].domain(frame)
    let outer = each(frame, levels[level], domain) {
      switch run(frame, level + 1, tolerates, visit) {
      case .finished: return true
      case .stopped:
        end = .stopped
        return false
      case .missing(let cell):
        if case .missing(let earlier) = end, earlier.isUnknown { return tolerates }
        end = .missing(cell)
        return tolerates
      }
    }
    if let outer { return .missing(outer) }
    return end
  }

  /// `nil` when all elements were visited, or the visitor stopped; else what the domain is instead of a list.
  private func each(_ frame: Frame, _ level: Level, _ domain: Cell, _ visit: () -> Bool) -> Cell? {
    switch domain.tag {
    case .unknown: return .unknown
    case .null: return frame.null(.nullDomain, at: level.range)
    case .list:
      for index in 0..<domain.count {
        guard frame.mayGoOn() else { return frame.null(.tooLong, at: level.range) }
        frame.locals[level.local] = frame.element(index, of: domain)
        guard visit() else { return nil }
      }
      return nil
    case .range: return eachOfRange(frame, level, domain, visit)
    default:
      // A single value is a list of one.
      frame.locals[level.local] = domain
      _ = visit()
      return nil
    }
  }

  /// Whole numbers or days, also downwards.
  private func eachOfRange(_ frame: Frame, _ level: Level, _ domain: Cell, _ visit: () -> Bool) -> Cell? {
    guard case .range(let low, let lowIncluded, let high, let highIncluded) = frame.object(domain),
      let (first, last) = frame.ends(low, high), level.counts || first <= last
    else { return frame.null(.noResult, at: level.range, ["text": ""]) }
    let step = first <= last ? 1 : -1
    var current = first
    while true {
      let isExcluded = (current == first && !lowIncluded) || (current == last && !highIncluded)
      if !isExcluded {
        guard frame.mayGoOn() else { return frame.null(.tooLong, at: level.range) }
        let value = Int64(current)
        frame.locals[level.local] =
          low.tag == .date ? Cell(.date, value) : Cell(coefficient: value, exponent: 0)
        guard visit() else { return nil }
      }
      if current == last { return nil }
      current += step
    }
  }
}

extension Frame {
  fileprivate func ends(_ low: Cell, _ high: Cell) -> (Int, Int)? {
    if low.tag == .date, high.tag == .date { return (Int(low.bits), Int(high.bits)) }
    guard low.isNumber, high.isNumber, let first = decimal(low).intValue, let last = decimal(high).intValue else {
      return nil
    }
    return (first, last)
  }
}
