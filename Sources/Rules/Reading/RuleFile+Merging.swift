import Diagnostics
import FEEL
import YAML

extension RuleFile {
  /// Lays a later file over this one: entries with an id replace the old ones whole, named entries replace by name,
  /// keyed sections key by key; a list that is given again replaces the list.
  mutating func apply(_ later: RuleFile, log: inout DiagnosticLog) {
    later.checkUnique(log: &log)
    for name in later.remove { removeEntry(name, log: &log) }
    award = later.award ?? award
    edition = later.edition ?? edition
    subject = later.subject ?? subject
    regulation.merge(later.regulation) { $1 }
    mergeParameters(later.parameters)
    fields.replace(with: later.fields) { $0.value.name }
    checks.replace(with: later.checks, by: \.id)
    definitions.replace(with: later.definitions, by: \.name)
    eligibility.replace(with: later.eligibility, by: \.id)
    vetoes.replace(with: later.vetoes, by: \.id)
    mergeScoring(later.scoring)
    mergeBonus(later.bonus)
    total.merge(later.total) { $1 }
    grades = later.grades ?? grades
    selection.merge(later.selection) { $1 }
    selectionSpan = later.selectionSpan ?? selectionSpan
    earlier = later.earlier ?? earlier
    submission.merge(later.submission) { $1 }
    submissionSpan = later.submissionSpan ?? submissionSpan
    because.replace(with: later.because) { $0.id.value }
    headSpan = later.headSpan
    includes = later.includes
    extends = later.extends
  }

  private mutating func mergeParameters(_ later: [ParameterEntry]) {
    for entry in later {
      if let index = parameters.firstIndex(where: { $0.name.value == entry.name.value }) {
        parameters[index].keys.merge(entry.keys) { $1 }
      } else {
        parameters.append(entry)
      }
    }
  }

  private mutating func mergeScoring(_ later: ScoringEntry) {
    scoring.max = later.max ?? scoring.max
    for dimension in later.dimensions {
      if let index = scoring.dimensions.firstIndex(where: { $0.id.value == dimension.id.value }) {
        scoring.dimensions[index].name = dimension.name ?? scoring.dimensions[index].name
        scoring.dimensions[index].max = dimension.max ?? scoring.dimensions[index].max
        scoring.dimensions[index].items.replace(with: dimension.items, by: \.id)
      } else {
        scoring.dimensions.append(dimension)
      }
    }
  }

  private mutating func mergeBonus(_ later: BonusEntry) {
    bonus.isPresent = bonus.isPresent || later.isPresent
    bonus.cap = later.cap ?? bonus.cap
    bonus.basis = later.basis ?? bonus.basis
    bonus.best = later.best ?? bonus.best
    bonus.items.replace(with: later.items, by: \.id)
  }

  private mutating func removeEntry(_ name: Located<String>, log: inout DiagnosticLog) {
    let before = entryCount
    eligibility.removeAll { $0.id == name.value }
    vetoes.removeAll { $0.id == name.value }
    checks.removeAll { $0.id == name.value }
    bonus.items.removeAll { $0.id == name.value }
    scoring.dimensions.removeAll { $0.id.value == name.value }
    for index in scoring.dimensions.indices {
      scoring.dimensions[index].items.removeAll { $0.id == name.value }
    }
    parameters.removeAll { $0.name.value == name.value }
    fields.removeAll { $0.value.name == name.value }
    definitions.removeAll { $0.name == name.value }
    if entryCount == before {
      log.report(Diagnostic(.nothingToRemove, at: name.span, ["id": name.value]))
    }
  }

  private var entryCount: Int {
    eligibility.count + vetoes.count + checks.count + bonus.items.count + parameters.count + fields.count
      + definitions.count + scoring.dimensions.reduce(0) { $0 + 1 + $1.items.count }
  }
}

extension Array {
  /// Entries with the same name give way in place; new ones come after.
  fileprivate mutating func replace(with later: [Element], by name: (Element) -> String) {
    for entry in later {
      if let index = firstIndex(where: { name($0) == name(entry) }) {
        self[index] = entry
      } else {
        append(entry)
      }
    }
  }
}
