import FEEL

/// The marks of one group, by judge and nominee.
struct MarkSheet {
  let marks: [JudgeMark]
  /// By name; the order of the rows says nothing.
  let judges: [String]
  let nominees: [String]

  init(_ marks: [JudgeMark]) {
    self.marks = marks
    judges = Set(marks.map(\.judge)).sorted()
    nominees = Set(marks.map(\.nominee)).sorted()
  }

  /// Krippendorff (2011), interval metric: 1 less the observed disagreement by the expected one.
  var agreement: Decimal? {
    let units = Dictionary(grouping: marks.filter { $0.counted != nil }, by: \.nominee).values
      .map { Sample($0.compactMap(\.counted)) }.filter { $0.values.count > 1 }
    let all = Sample(units.flatMap(\.values))
    guard all.values.count > 2 else { return nil }
    let observed = Sample(units.compactMap { Self.distances($0).over(Decimal($0.values.count - 1)) }).sum
    let expected = Self.distances(all).over(Decimal(all.values.count - 1)) ?? .zero
    return observed.over(expected).map { Decimal.one.minus($0) }
  }

  /// The squares of the distances between any two, each pair twice.
  private static func distances(_ sample: Sample) -> Decimal {
    let squares = Sample(sample.values.map { $0.times($0) }).sum
    return squares.times(Decimal(sample.values.count)).minus(sample.sum.times(sample.sum)).times(Decimal(2))
  }
}
