import Evaluation
import FEEL
import Records
import Rules
import Workflow

/// A nominee's record as it stands at some stage: what was handed in, with what acts have added since.
///
/// A fact of the records counts from the stage at which its supplier's facts are due; what an act says counts at once.
struct CaseFacts {
  let rules: CompiledRuleSet
  let record: Record

  func record(at phase: Phase, data: [String: Datum]) -> Record {
    let due = phase.due
    let values = zip(rules.schema.fields, record.values).map { field, value -> Value in
      if let datum = data[field.name] { return datum.value(of: field) ?? .unknown }
      return due.includes(field.supplier) ? value : .unknown
    }
    return record.with(values)
  }
}

extension Phase {
  /// Whose facts are due (评选办法 第二十八至三十一条).
  var due: Due {
    switch self {
    case .intake: [.applicant]
    case .joint: [.applicant, .departments]
    case .scoring: [.applicant, .departments, .office]
    case .final: .all
    }
  }
}
