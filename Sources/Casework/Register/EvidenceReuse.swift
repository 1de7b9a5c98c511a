public import Diagnostics
import FEEL
public import Records
public import Rules

/// Finds pieces of evidence that two nominees of one year rest on (同一佐证复用): what one has done counts once.
public struct EvidenceReuse {
  private let rules: CompiledRuleSet
  private let own: [Evidence]

  public init(_ batch: RecordBatch, _ rules: CompiledRuleSet) {
    self.rules = rules
    own = Evidence.all(of: batch, rules)
  }

  /// The same number twice in this batch: each with the place of the other.
  public var withinBatch: [Diagnostic] {
    Dictionary(grouping: own, by: \.number).values.flatMap { group in
      let ordered = group.sorted { ($0.record.id, $0.path.description) < ($1.record.id, $1.path.description) }
      return zip(ordered, ordered.dropFirst()).filter { $0.record.ordinal != $1.record.ordinal }
        .map { diagnostic($1, $0, rules) }
    }.sorted(by: Self.inOrder)
  }

  /// Numbers of this batch that another award's batch has, too.
  public func shared(with other: RecordBatch, _ rules: CompiledRuleSet) -> [Diagnostic] {
    let theirs = Dictionary(grouping: Evidence.all(of: other, rules), by: \.number)
    return own.flatMap { evidence in
      (theirs[evidence.number] ?? []).sorted { $0.record.id < $1.record.id }.map { diagnostic(evidence, $0, rules) }
    }.sorted(by: Self.inOrder)
  }

  private static func inOrder(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    func key(_ diagnostic: Diagnostic) -> (String, String) {
      (diagnostic.arguments["title"] ?? "", diagnostic.arguments["number"] ?? "")
    }
    return key(left) < key(right)
  }

  private func diagnostic(_ one: Evidence, _ other: Evidence, _ rules: CompiledRuleSet) -> Diagnostic {
    Diagnostic(
      .evidenceReused, at: one.place,
      [
        "title": one.record.title, "path": one.path.description, "award": rules.award, "other": other.record.title,
        "other_path": other.path.description, "number": one.field.shown(one.number),
      ], notes: [Note(.sameNumberHere, at: other.place)])
  }
}

/// The number of a piece of evidence, and whose it is.
private struct Evidence {
  let record: Record
  let field: Field
  let path: FactPath
  let number: String

  var place: Span { record.place(of: path) }

  static func all(of batch: RecordBatch, _ rules: CompiledRuleSet) -> [Evidence] {
    batch.records.flatMap { record in
      zip(rules.schema.fields, record.values).flatMap { field, value in
        found(value, field, FactPath(field.name), record)
      }
    }
  }

  private static func found(_ value: Value, _ field: Field, _ path: FactPath, _ record: Record) -> [Evidence] {
    switch value {
    case .string(let text):
      return field.isEvidence && text != "无" ? [Evidence(record: record, field: field, path: path, number: text)] : []
    case .list(let elements):
      return elements.enumerated().flatMap { found($1, field, path.appending(.row($0)), record) }
    case .context(let context):
      return field.shape.components.flatMap { component in
        context[component.name].map { found($0, component, path.appending(.name(component.name)), record) } ?? []
      }
    default: return []
    }
  }
}
