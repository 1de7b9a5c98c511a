/// What a comparison says: three-valued, and whether a missing fact decides.
enum Outcome {
  case no, yes, null, unknown

  init(_ value: Bool) { self = value ? .yes : .no }

  var cell: Cell {
    switch self {
    case .no: .false
    case .yes: .true
    case .null: .null
    case .unknown: .unknown
    }
  }

  var negated: Outcome {
    switch self {
    case .no: .yes
    case .yes: .no
    default: self
    }
  }

  /// Holds if both do; a definite no decides.
  func and(_ other: Outcome) -> Outcome {
    switch (self, other) {
    case (.no, _), (_, .no): .no
    case (.unknown, _), (_, .unknown): .unknown
    case (.null, _), (_, .null): .null
    default: .yes
    }
  }
}

/// How two values lie to each other.
enum Order {
  case less, same, greater
  /// They have no order.
  case none
  case unknown

  init(_ difference: Int) { self = difference < 0 ? .less : difference == 0 ? .same : .greater }

  init<Value: Comparable>(_ left: Value, _ right: Value) {
    self = left < right ? .less : left == right ? .same : .greater
  }

  func outcome(_ comparison: Tree.Comparison) -> Outcome {
    switch self {
    case .none: .null
    case .unknown: .unknown
    case .less: Outcome(comparison == .less || comparison == .lessOrEqual || comparison == .notEqual)
    case .same: Outcome(comparison == .equal || comparison == .lessOrEqual || comparison == .greaterOrEqual)
    case .greater: Outcome(comparison == .greater || comparison == .greaterOrEqual || comparison == .notEqual)
    }
  }
}
