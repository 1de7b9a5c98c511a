import Diagnostics
import Workflow

/// A stage is named by its id or, where only one bears it, by the name that people know.
struct StageNames {
  let definition: WorkflowDefinition

  enum Answer {
    case known(Command)
    /// Which key names a stage that there is not, and what to say of it.
    case unknown(key: String, Message, [String: String])
  }

  func resolved(_ command: Command) -> Answer {
    var command = command
    if let stage = command.stage {
      guard let id = id(of: stage) else { return unknown(stage, "stage") }
      command.stage = id
    }
    switch command.act {
    case .sendBack(let stage):
      guard let id = id(of: stage) else { return unknown(stage, "to_stage") }
      command.act = .sendBack(to: id)
    case .cancelStage(let stage):
      guard let id = id(of: stage) else { return unknown(stage, "stage") }
      command.act = .cancelStage(id)
    case .draw(var draw):
      guard let id = id(of: draw.stage) else { return unknown(draw.stage, "stage") }
      draw.stage = id
      command.act = .draw(draw)
    default: break
    }
    return .known(command)
  }

  private func id(of stage: StageID) -> StageID? {
    if definition[stage] != nil { return stage }
    let named = definition.stages.filter { $0.name == stage.rawValue }
    return named.count == 1 ? named[0].id : nil
  }

  private func unknown(_ stage: StageID, _ key: String) -> Answer {
    func list(_ separator: String, _ text: (String, String) -> String) -> String {
      definition.stages.map { stage in
        let id = stage.id.rawValue
        return stage.name.map { text(id, $0) } ?? id
      }.joined(separator: separator)
    }
    // The names are Chinese.
    let stages = Phrase(zh: list("、") { "\($1)（\($0)）" }, en: list(", ") { id, _ in id })
    return .unknown(key: key, .noStageOfRound, ["name": stage.rawValue].naming("stages", stages))
  }
}
