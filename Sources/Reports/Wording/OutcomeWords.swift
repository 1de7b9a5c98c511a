import Casework
import Diagnostics
import Evaluation
import Outcomes
import Rules
import Workflow

/// An outcome in words, with what has to be said beside it: 撤回（未获推荐）. The code stays what it is.
struct OutcomeWords {
  private let batch: Batch
  private let values: ValueText

  init(_ batch: Batch, _ values: ValueText) {
    self.batch = batch
    self.values = values
  }

  func text(_ dossier: Dossier) -> String {
    let word = word(dossier)
    guard let why = why(dossier) else { return word }
    return word + values.word(zh: "（\(why)）", en: " (\(why))")
  }

  /// Without what stands beside it, for counting.
  func word(_ dossier: Dossier) -> String {
    guard dossier.outcome == .ranked else { return dossier.outcome.phrase.text(values.language) }
    // Nothing has been decided yet; or the rule set ranks nobody.
    if batch.course != nil { return values.word(zh: "办理中", en: "under way") }
    if batch.rules.selection != nil { return dossier.outcome.phrase.text(values.language) }
    return batch.rules.dimensions.isEmpty
      ? values.word(zh: "符合条件", en: "qualified") : values.word(zh: "已评定", en: "assessed")
  }

  private func why(_ dossier: Dossier) -> String? {
    guard dossier.outcome == .withdrawn, let history = dossier.history,
      let stage = history.stages.last(where: { $0.stage == history.outcomeStage })
    else { return nil }
    if dossier.sideActs.contains(where: { $0.verb == .withdraw }) { return nil }
    if stage.tally?.passed == false { return values.word(zh: "未获推荐", en: "not recommended") }
    if stage.wasLeftUncorrected {
      return values.word(zh: "视为撤回：逾期未补正", en: "taken as withdrawn: not corrected in time")
    }
    return nil
  }
}
