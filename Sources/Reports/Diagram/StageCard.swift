import Diagnostics
import Outcomes
import Workflow

/// What the picture says of one stage: a heading, and lines beneath.
struct StageCard {
  struct Line: Hashable {
    enum Role: Hashable {
      case who, detail, deadline, ending
    }

    let role: Role
    let text: String
  }

  let title: String
  /// Beside the title: the kind of stage.
  let tag: String
  let basis: String?
  let lines: [Line]

  init(_ stage: Stage, _ words: DiagramWords) {
    title = stage.name ?? stage.id.rawValue
    tag = words.tag(stage)
    basis = stage.basis
    var lines: [Line] = []
    func add(_ role: Line.Role, _ text: String?) { if let text { lines.append(Line(role: role, text: text)) } }
    add(.who, words.asked(stage))
    for detail in words.details(stage) { add(.detail, detail) }
    for deadline in words.deadlines(stage) { add(.deadline, deadline) }
    for ending in words.endings(stage) { add(.ending, ending) }
    self.lines = lines
  }
}
