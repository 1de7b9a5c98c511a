internal import FEEL

/// A domain cut into atoms: stretches within which no cell of the column tells one value from another.
struct Axis {
  struct Atom {
    /// One value of the atom, the simplest to read.
    let example: Value
    let extent: Extent
  }

  /// What an atom covers.
  enum Extent {
    case single
    /// Between two positions, neither included; an end that is missing is unbounded.
    case between(Decimal?, Decimal?)
    /// All texts that no cell names.
    case otherTexts
  }

  let domain: Domain
  /// Ascending, where the domain has an order. Empty when nothing is known of the domain.
  let atoms: [Atom]

  /// `constants`: the values that the cells compare with.
  init(_ domain: Domain, constants: [Value]) {
    self.domain = domain
    switch domain {
    case .enumeration(let values): atoms = values.map { Atom(example: .string($0), extent: .single) }
    case .booleans: atoms = [true, false].map { Atom(example: .boolean($0), extent: .single) }
    case .texts: atoms = Axis.texts(constants)
    case .numbers(let interval, let step):
      atoms = Scale(interval: interval, step: step).atoms(constants) {
        if case .number(let number) = $0 { number } else { nil }
      } value: {
        .number($0)
      }
    case .dates(let interval):
      let days = interval.map { Decimal(Int($0.epochDays)) }
      atoms = Scale(interval: days, step: .one).atoms(constants) {
        if case .date(let date) = $0 { Decimal(Int(date.epochDays)) } else { nil }
      } value: {
        $0.intValue.flatMap { CivilDate(epochDays: Int64($0)) }.map(Value.date)
      }
    case .open: atoms = []
    }
  }

  private static func texts(_ constants: [Value]) -> [Atom] {
    var named: [String] = []
    for case .string(let text) in constants where !named.contains(text) { named.append(text) }
    var other = "其他"
    while named.contains(other) { other += "…" }
    return named.map { Atom(example: .string($0), extent: .single) }
      + [Atom(example: .string(other), extent: .otherTexts)]
  }
}

/// Positions in order, perhaps only the multiples of a step.
private struct Scale {
  let interval: Interval<Decimal>
  let step: Decimal?

  func atoms(
    _ constants: [Value], position: (Value) -> Decimal?, value: (Decimal) -> Value?
  ) -> [Axis.Atom] {
    let ends = [interval.lower?.value, interval.upper?.value].compactMap(\.self)
    let cuts = Array(Set(constants.compactMap(position) + ends)).sorted()
    var atoms: [Axis.Atom] = []
    func add(_ position: Decimal?, _ extent: Axis.Extent) {
      guard let position, let example = value(position) else { return }
      atoms.append(Axis.Atom(example: example, extent: extent))
    }
    add(simplest(after: nil, before: cuts.first), .between(nil, cuts.first))
    for (index, cut) in cuts.enumerated() {
      if interval.contains(cut), isOnStep(cut) { add(cut, .single) }
      let next = index + 1 < cuts.count ? cuts[index + 1] : nil
      add(simplest(after: cut, before: next), .between(cut, next))
    }
    return atoms
  }

  private func isOnStep(_ position: Decimal) -> Bool {
    guard let step else { return true }
    return position.modulo(step)?.isZero == true
  }

  /// A position strictly between, within the interval; `nil` when there is none. The interval's ends are cuts, so
  /// that one position speaks for all.
  private func simplest(after low: Decimal?, before high: Decimal?) -> Decimal? {
    let position =
      switch step {
      case let step?: multiple(of: step, after: low, before: high)
      case nil: shortest(after: low, before: high)
      }
    guard let position, interval.contains(position) else { return nil }
    return position
  }

  private func multiple(of step: Decimal, after low: Decimal?, before high: Decimal?) -> Decimal? {
    if let low {
      guard let rest = low.modulo(step), let next = low.subtracting(rest)?.adding(step) else { return nil }
      return high.map { next < $0 } ?? true ? next : nil
    }
    guard let high else { return .zero }
    guard let rest = high.modulo(step) else { return nil }
    return high.subtracting(rest.isZero ? step : rest)
  }

  /// With as few digits behind the decimal point as possible.
  private func shortest(after low: Decimal?, before high: Decimal?) -> Decimal? {
    guard let low else {
      guard let high else { return .zero }
      return high.ceiling.subtracting(.one)
    }
    guard let high else { return low.floor.adding(.one) }
    for scale in 0...40 {
      let unit = Decimal(coefficient: 1, exponent: Int16(-scale))
      if let next = low.rounded(scale: scale, .floor)?.adding(unit), next < high { return next }
    }
    return nil
  }
}

// MARK: - In words

extension Axis {
  /// A set of atoms as a cell of FEEL would write it: `[10..12), >= 60`, `国家, 省`.
  func text(_ atoms: IndexBits) -> String {
    runs(atoms.indices).map(text).joined(separator: ", ")
  }

  /// All values of the domain.
  var text: String { text(IndexBits(all: atoms.count)) }

  /// Neighbouring atoms of an ordered domain belong together.
  func runs(_ indices: [Int]) -> [[Int]] {
    guard isOrdered else { return indices.map { [$0] } }
    var runs: [[Int]] = []
    for index in indices {
      if let last = runs.last?.last, last == index - 1 {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    return runs
  }

  var isOrdered: Bool {
    switch domain {
    case .numbers, .dates: true
    default: false
    }
  }

  private func text(_ run: [Int]) -> String {
    guard let first = run.first, let last = run.last else { return "" }
    if isOrdered {
      if run.count == 1, case .single = atoms[first].extent { return atoms[first].example.plainText }
      if hasStep { return rangeText(lowest(first), true, highest(last), true) }
      let (low, lowIsIncluded) = lower(first)
      let (high, highIsIncluded) = upper(last)
      return rangeText(low, lowIsIncluded, high, highIsIncluded)
    }
    return atoms[first].example.plainText
  }

  private var hasStep: Bool {
    switch domain {
    case .numbers(_, let step): step != nil
    case .dates: true
    default: false
    }
  }

  private func rangeText(_ low: String?, _ lowIsIncluded: Bool, _ high: String?, _ highIsIncluded: Bool) -> String {
    switch (low, high) {
    case (let low?, let high?) where low == high: low
    case (let low?, let high?): "\(lowIsIncluded ? "[" : "(")\(low)..\(high)\(highIsIncluded ? "]" : ")")"
    case (let low?, nil): "\(lowIsIncluded ? ">=" : ">") \(low)"
    case (nil, let high?): "\(highIsIncluded ? "<=" : "<") \(high)"
    case (nil, nil): "-"
    }
  }

  private func lower(_ index: Int) -> (String?, Bool) {
    switch atoms[index].extent {
    case .between(let low, _): (low.map(\.description), false)
    default: (atoms[index].example.plainText, true)
    }
  }

  private func upper(_ index: Int) -> (String?, Bool) {
    switch atoms[index].extent {
    case .between(_, let high): (high.map(\.description), false)
    default: (atoms[index].example.plainText, true)
    }
  }

  /// The least value of an atom over steps.
  private func lowest(_ index: Int) -> String? {
    if case .between(nil, _) = atoms[index].extent { return nil }
    return atoms[index].example.plainText
  }

  /// The greatest value of an atom over steps: the one before the next atom.
  private func highest(_ index: Int) -> String? {
    guard case .between(let low, let high) = atoms[index].extent else { return atoms[index].example.plainText }
    guard let high else { return nil }
    guard low != nil else { return atoms[index].example.plainText }
    return before(high)
  }

  private func before(_ position: Decimal) -> String? {
    switch domain {
    case .dates:
      guard let day = position.intValue else { return nil }
      return CivilDate(epochDays: Int64(day) - 1)?.description
    case .numbers(_, let step?):
      guard let rest = position.modulo(step) else { return nil }
      return position.subtracting(rest.isZero ? step : rest)?.description
    default: return nil
    }
  }
}

extension Value {
  /// Without quotes, as bare values are written in cells.
  var plainText: String {
    switch self {
    case .string(let text): text
    case .number(let number): number.description
    case .boolean(let truth): truth ? "true" : "false"
    case .date(let date): date.description
    default: "null"
    }
  }
}
