public import Evaluation
import FEEL
import Records
import Rules
import Workflow

extension Batch {
  /// What the judges gave in the stages of the workflow, the last of each judge for each nominee; what somebody gave who
  /// had to stand back afterwards is void (评选办法 第三十九条). Empty where nobody scores.
  public var judgeMarks: [JudgeMark] {
    dossiers.flatMap { dossier -> [JudgeMark] in
      let scored = (dossier.history?.stages ?? []).filter { stage in stage.acts.contains { $0.score != nil } }
      let marks = scored.flatMap(\.acts).compactMap { act in
        act.actor.map { judge in
          let unit = dossier.people[judge]?.company
          return JudgeMark(
            judge: dossier.name(of: judge), nominee: dossier.record.title,
            score: act.score.flatMap { Decimal($0) },
            state: act.ending != .recused ? .valid : act.score == nil ? .recused : .void, judgeUnit: unit,
            nomineeUnit: unit.flatMap { dossier.record.names($0) ? $0 : nil })
        }
      }
      // Scored again after a score turned out void: the later one stands.
      return marks.indices.filter { index in
        !marks[(index + 1)...].contains { $0.judge == marks[index].judge }
      }.map { marks[$0] }
    }
  }
}

extension Dossier {
  /// Two people of one name go by their ids.
  fileprivate func name(of actor: ActorID) -> String {
    guard let name = people[actor]?.name else { return actor.rawValue }
    return people.values.count { $0.name == name } == 1 ? name : "\(name)（\(actor.rawValue)）"
  }
}

extension Record {
  /// Whether the nominee is this unit, or one of its fields says that it belongs to it.
  fileprivate func names(_ unit: String) -> Bool { id == unit || values.contains { $0.string == unit } }
}
