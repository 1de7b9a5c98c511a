/// How points and ranges lie to each other (DMN 1.5 §10.3.4.7), and ranges from texts.
extension Builtin {
  static let ranges: [Builtin] = [
    relation("before") { $0.liesBefore($1) },
    relation("after") { $1.liesBefore($0) },
    relation("meets") { $0.meets($1) },
    relation("met by") { $1.meets($0) },
    relation("overlaps") { $0.overlaps($1) },
    relation("overlaps before") { $0.overlapsBefore($1) },
    relation("overlaps after") { $1.overlapsBefore($0) },
    relation("finishes") { $0.finishes($1) },
    relation("finished by") { $1.finishes($0) },
    relation("includes") { $0.includes($1) },
    relation("during") { $1.includes($0) },
    relation("starts") { $0.starts($1) },
    relation("started by") { $1.starts($0) },
    relation("coincides") { $0.coincides($1) },
    Builtin("range", Signature([Parameter("from", .string)], .range(.any), .one { $0.toRange($2, $1) })),
  ]

  private static func relation(_ name: String, _ holds: @escaping @Sendable (Interval, Interval) -> Bool) -> Builtin {
    let names = parameterNames[name] ?? [("range1", "range2")]
    return Builtin(
      name,
      names.map { left, right in
        Signature(
          [Parameter(left, .any), Parameter(right, .any)], .boolean,
          .two { frame, site, a, b in
            guard let left = Interval(a, frame), let right = Interval(b, frame), left.isComparable(to: right) else {
              return a.isNull || b.isNull
                ? frame.null(.nullArgument, at: site.range, ["function": site.name]) : frame.noResult(site)
            }
            return .boolean(holds(left, right))
          })
      })
  }

  private static let parameterNames: [String: [(String, String)]] = [
    "before": pointsAndRanges, "after": pointsAndRanges, "coincides": [("point1", "point2"), ("range1", "range2")],
    "finishes": [("point", "range"), ("range1", "range2")], "finished by": [("range", "point"), ("range1", "range2")],
    "includes": [("range", "point"), ("range1", "range2")], "during": [("point", "range"), ("range1", "range2")],
    "starts": [("point", "range"), ("range1", "range2")], "started by": [("range", "point"), ("range1", "range2")],
  ]

  private static let pointsAndRanges = [
    ("point1", "point2"), ("point", "range"), ("range", "point"), ("range1", "range2"),
  ]

  private init(_ name: String, _ signatures: [Signature]) {
    self.name = name
    self.signatures = signatures
  }
}

/// A range, or a point as the range that holds only it.
private struct Interval {
  let low: Cell
  let lowIncluded: Bool
  let high: Cell
  let highIncluded: Bool
  let frame: Frame

  init?(_ cell: Cell, _ frame: Frame) {
    self.frame = frame
    if cell.tag == .range {
      guard case .range(let low, let lowIncluded, let high, let highIncluded) = frame.object(cell) else { return nil }
      (self.low, self.lowIncluded, self.high, self.highIncluded) = (low, lowIncluded, high, highIncluded)
    } else {
      guard !cell.isNull, frame.order(cell, cell) == .same else { return nil }
      (low, lowIncluded, high, highIncluded) = (cell, true, cell, true)
    }
  }

  func isComparable(to other: Interval) -> Bool {
    let ends = [low, high, other.low, other.high].filter { !$0.isNull }
    return ends.allSatisfy { frame.order($0, ends[0]) != .none }
  }

  /// Null is below everything as a low end, and above everything as a high one.
  private func lows(_ other: Interval) -> Order {
    switch (low.isNull, other.low.isNull) {
    case (true, true): .same
    case (true, false): .less
    case (false, true): .greater
    case (false, false): frame.order(low, other.low)
    }
  }

  private func highs(_ other: Interval) -> Order {
    switch (high.isNull, other.high.isNull) {
    case (true, true): .same
    case (true, false): .greater
    case (false, true): .less
    case (false, false): frame.order(high, other.high)
    }
  }

  /// The own high end against the other's low one.
  private func highToLow(_ other: Interval) -> Order {
    high.isNull || other.low.isNull ? .greater : frame.order(high, other.low)
  }

  func liesBefore(_ other: Interval) -> Bool {
    let order = highToLow(other)
    return order == .less || (order == .same && !(highIncluded && other.lowIncluded))
  }

  func meets(_ other: Interval) -> Bool { highToLow(other) == .same && highIncluded && other.lowIncluded }

  func overlaps(_ other: Interval) -> Bool { !liesBefore(other) && !other.liesBefore(self) }

  func overlapsBefore(_ other: Interval) -> Bool {
    let (start, end) = (lows(other), highs(other))
    return (start == .less || (start == .same && lowIncluded && !other.lowIncluded)) && !liesBefore(other)
      && (end == .less || (end == .same && (!highIncluded || other.highIncluded)))
  }

  func finishes(_ other: Interval) -> Bool {
    let start = lows(other)
    return highs(other) == .same && highIncluded == other.highIncluded
      && (start == .greater || (start == .same && (!lowIncluded || other.lowIncluded)))
  }

  func starts(_ other: Interval) -> Bool {
    let end = highs(other)
    return lows(other) == .same && lowIncluded == other.lowIncluded
      && (end == .less || (end == .same && (!highIncluded || other.highIncluded)))
  }

  func includes(_ other: Interval) -> Bool {
    let (start, end) = (lows(other), highs(other))
    return (start == .less || (start == .same && (lowIncluded || !other.lowIncluded)))
      && (end == .greater || (end == .same && (highIncluded || !other.highIncluded)))
  }

  func coincides(_ other: Interval) -> Bool {
    lows(other) == .same && highs(other) == .same && lowIncluded == other.lowIncluded
      && highIncluded == other.highIncluded
  }
}

extension Frame {
  /// A range whose ends are literals.
  fileprivate func toRange(_ from: Cell, _ site: Site) -> Cell {
    guard let range = RangeValue(text(from)) else { return noResult(site) }
    return cell(of: .range(range))
  }
}
