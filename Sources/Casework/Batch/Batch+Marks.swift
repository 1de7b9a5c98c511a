public import Evaluation
public import FEEL
import Records
import Rules
public import Workflow

extension Batch {
  /// What the judges did in the stages of the workflow, the last of each judge for each nominee. Empty where nobody scores.
  public var judgeActs: [JudgeAct] {
    dossiers.flatMap { dossier -> [JudgeAct] in
      let scored = (dossier.history?.stages ?? []).filter { stage in stage.acts.contains { $0.score != nil } }
      let acts = scored.flatMap(\.acts).compactMap { act in
        act.actor.map { JudgeAct(judge: $0, dossier: dossier, act: act) }
      }
      // Scored again after a score turned out void: the later one stands.
      return acts.indices.filter { index in
        !acts[(index + 1)...].contains { $0.judge == acts[index].judge }
      }.map { acts[$0] }
    }
  }

  /// The same, as judges are compared with each other.
  public var judgeMarks: [JudgeMark] {
    judgeActs.map { act in
      let unit = act.dossier.people[act.judge]?.company
      return JudgeMark(
        judge: act.dossier.name(of: act.judge), nominee: act.dossier.record.title, score: act.score, state: act.state,
        judgeUnit: unit, nomineeUnit: unit.flatMap { act.dossier.record.names($0) ? $0 : nil })
    }
  }
}

/// What one judge did about one nominee.
public struct JudgeAct: Sendable {
  public let judge: ActorID
  public let dossier: Dossier
  public let act: ActHistory

  /// `nil`: not given.
  public var score: Decimal? { act.score.flatMap { Decimal($0) } }

  /// What somebody gave who had to stand back afterwards is void (评选办法 第三十九条).
  public var state: JudgeMark.State { act.ending != .recused ? .valid : act.score == nil ? .recused : .void }
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
