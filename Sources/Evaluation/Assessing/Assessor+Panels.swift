import Diagnostics
import FEEL
public import Records
import Rules

extension Assessor {
  /// Takes note of what the panels gave everybody, so that a score can be set against the others of its group.
  ///
  /// Without it scores that are to be standardised count as they are.
  public func learnPanels(_ records: some Sequence<Record>) {
    let panels = rules.dimensions.flatMap(\.items).compactMap(\.form.panel).filter { $0.standardize != nil }
    self.panels = [:]
    guard !panels.isEmpty else { return }
    var numbers: [String: [Value: [Decimal]]] = [:]
    for record in records {
      sheet.fill(record.values)
      for panel in panels {
        guard let number = aggregate(of: panel, scores(of: panel)), let within = panel.standardize?.within else {
          continue
        }
        numbers[panel.key, default: [:]][within.evaluate(sheet.frame), default: []].append(number)
      }
    }
    self.panels = numbers.mapValues { $0.mapValues { Sample($0) } }
  }

  /// One highest and one lowest are left out, then the mean or the median, then its place in the group, then the factor.
  func panel(_ panel: CompiledPanel) -> (Decimal?, Working) {
    let factor = panel.times.evaluate(sheet.frame).number ?? Decimal(1)
    let scores = scores(of: panel)
    let sorted = Sample(scores).values
    let drops = panel.dropsExtremes && scores.count > 2
    let aggregate = aggregate(of: panel, scores)
    let standing = aggregate.map { self.standing(of: $0, panel) } ?? PanelStanding.own
    let counted = if case .standardized(let score) = standing { score.value } else { aggregate }
    return (
      counted.flatMap { $0.multiplied(by: factor) },
      .panel(
        PanelWorking(
          scores: scores, highest: drops ? sorted.last : nil, lowest: drops ? sorted.first : nil,
          aggregate: aggregate, kind: panel.aggregate, standing: standing, factor: factor, needed: panel.atLeast))
    )
  }

  private func scores(of panel: CompiledPanel) -> [Decimal] {
    (panel.scores.evaluate(sheet.frame).list ?? []).compactMap(\.number)
  }

  /// `nil`: too few scores.
  private func aggregate(of panel: CompiledPanel, _ scores: [Decimal]) -> Decimal? {
    guard scores.count >= panel.atLeast else { return nil }
    let sample = panel.dropsExtremes ? Sample(scores).trimmed : Sample(scores)
    return panel.aggregate == .mean ? sample.mean : sample.median
  }

  private func standing(of number: Decimal, _ panel: CompiledPanel) -> PanelStanding {
    guard let rule = panel.standardize else { return .own }
    guard let groups = panels[panel.key] else { return .notYet }
    let group = rule.within.evaluate(sheet.frame)
    let sample = groups[group] ?? Sample([])
    guard sample.values.count >= rule.atLeast, let mean = sample.mean, let deviation = sample.deviation else {
      return .tooFew(sample.values.count, needed: rule.atLeast)
    }
    guard let zScore = number.minus(mean).over(deviation) else { return .level }
    let value = min(Decimal(100), max(.zero, rule.mean.plus(zScore.times(rule.deviation))))
    return .standardized(
      PanelScore(group: group, groupMean: mean, groupDeviation: deviation, zScore: zScore, value: value))
  }
}

extension CompiledForm {
  fileprivate var panel: CompiledPanel? { if case .panel(let panel) = self { panel } else { nil } }
}

extension CompiledPanel {
  fileprivate var key: String { "\(scores.fragment.text)\n\(standardize?.within.fragment.text ?? "")" }
}
