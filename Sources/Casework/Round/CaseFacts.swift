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
  /// Reads what acts say as a record's own values are read.
  let reader: SupplementReader

  func record(at phase: Phase, data: [String: Datum]) -> Record {
    let due = phase.due
    let values = zip(rules.schema.fields, record.values).map { field, value -> Value in
      if let datum = data[field.name] { return reader.value(datum.yaml, of: field) ?? .unknown }
      return due.includes(field.supplier) ? value : .unknown
    }
    return record.with(values)
  }

  /// What is known of a field, whenever it is due.
  func value(of field: Field, data: [String: Datum]) -> Value {
    if let datum = data[field.name] { return reader.value(datum.yaml, of: field) ?? .unknown }
    return zip(rules.schema.fields, record.values).first { $0.0.name == field.name }?.1 ?? .unknown
  }
}

extension Phase {
  /// Whose facts are due (评选办法 第二十八至三十一条). What the workflow writes itself is there when the clearance ends, so
  /// that a vetoed firm ends its team's case then.
  var due: Due {
    switch self {
    case .intake: [.applicant]
    case .joint: [.applicant, .departments, .workflow]
    case .scoring: [.applicant, .departments, .workflow, .office]
    case .final: .all
    }
  }
}
