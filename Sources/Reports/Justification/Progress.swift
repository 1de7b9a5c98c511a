import Casework
import Workflow

/// Where a case that is not over stands, and what it waits for: in one sentence.
struct Progress {
  private let here: Whereabouts
  private let history: History
  private let procedure: Procedure
  private let values: ValueText

  /// `nil`: it is over.
  init?(_ history: History, _ procedure: Procedure, _ values: ValueText) {
    guard let here = history.whereabouts else { return nil }
    self.here = here
    self.history = history
    self.procedure = procedure
    self.values = values
  }

  var clause: String { here.basis ?? "" }

  var text: String { sentence + due }

  private var sentence: String {
    let name = here.name ?? here.stage?.rawValue ?? ""
    switch here.wait {
    case .people:
      let people = waiting
      return word("现在“\(name)”", "now at “\(name)”")
        + (people.isEmpty ? "" : word("，待\(people)办理", ", waiting for \(people)"))
    case .reason:
      return word(
        "现在“\(name)”，有待核事项，待\(waiting)书面说明", "now at “\(name)” with open facts, waiting for a reason from \(waiting)")
    case .facts: return word("停在“\(name)”，核清之前不再往下走", "held at “\(name)” until the facts are settled")
    case .others: return word("已到“\(name)”，等其余对象到齐", "has come to “\(name)” and waits for the others")
    case .notice: return word("公示中", "its notice is running")
    case .objection: return word("异议核查中", "an objection is being looked into")
    case .seat: return word("等候递补", "waits for a seat to fall free")
    case .incident(let cause):
      return word(
        "停在“\(name)”：\(why(cause))，待管理员处理", "stopped at “\(name)”: \(why(cause)); an administrator has to see to it")
    case .suspension: return word("已中止，恢复之前不再办理", "suspended until it is resumed")
    }
  }

  private var waiting: String {
    guard let stage = history.stages.last(where: { $0.stage == here.stage && $0.leftAt == nil }) else { return "" }
    return procedure.waiting(in: stage)
  }

  private var due: String {
    guard let deadline = here.deadline else { return "" }
    return word("，期限 ", ", due ") + procedure.moment(deadline)
  }

  private func why(_ cause: Incident.Cause) -> String {
    switch cause {
    case .noAssignee: word("无人可办", "nobody can be asked")
    case .noSuccessor: word("没有可以接手的人", "nobody can take over")
    case .noBranch: word("没有一个分支成立", "no branch holds")
    case .tooFewSigners: word("有效的评委或签署人不足", "too few valid judges or signers")
    case .notDrawn: word("还没有抽签", "the lots have not been drawn")
    case .selfApproval: word("本人不得审本人的件", "nobody may decide his own case")
    case .unknownName(let name): word("分支条件要用的“\(name)”没有填报", "“\(name)”, which the branches ask for, is not known")
    }
  }

  private func word(_ zh: String, _ en: String) -> String { values.word(zh: zh, en: en) }
}
