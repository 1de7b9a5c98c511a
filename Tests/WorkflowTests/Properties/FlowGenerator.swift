import TestSupport

@testable import Workflow

/// Makes up workflow files of a few stages, sound by construction: blocks within blocks, each split with its join.
struct FlowGenerator {
  var chance: SplitMix
  private var names = 0
  private var flows: [String] = []
  /// A round of several cases has stages of its own.
  private let isRound: Bool

  init(seed: UInt64, isRound: Bool) {
    chance = SplitMix(seed: seed)
    self.isRound = isRound
  }

  /// The body of a workflow file.
  mutating func flow() -> String {
    var stages: [String] = []
    let first = way(2 + chance.below(3), to: isRound ? "list" : "approved", depth: 2, &stages, inFlow: false)
    var text = "withdraw: {until: first_action}\n"
    if chance.below(3) == 0 { text += "dedup_stages: consecutive\n" }
    if chance.below(2) == 0 { text += "unique_by: [nominee]\nlisteners: [{event: stage_entered, call: sms}]\n" }
    text += "stages:\n  - {id: apply, type: form, who: [ent], next: \(first)}\n"
    text += stages.joined()
    if isRound { text += roundStages() }
    if isRound { text += "afterwards: after\n" }
    if !flows.isEmpty { text += "flows:\n" + flows.joined() }
    return text
  }

  private mutating func name(_ kind: String) -> String {
    names += 1
    return "\(kind)\(names)"
  }

  /// Several stages one after the other; gives the name of the first.
  private mutating func way(
    _ length: Int, to end: String, depth: Int, _ stages: inout [String], inFlow: Bool
  ) -> String {
    var next = end
    var made: [[String]] = []
    for _ in 0..<length {
      var block: [String] = []
      next = stage(to: next, depth: depth, &block, inFlow: inFlow)
      made.append(block)
    }
    for block in made.reversed() { stages += block }
    return next
  }

  private mutating func stage(to next: String, depth: Int, _ stages: inout [String], inFlow: Bool) -> String {
    switch chance.below(depth > 0 ? 15 : 9) {
    case 0, 1, 2: return approval(to: next, &stages)
    case 3: return vote(to: next, &stages)
    case 4: return secretVote(to: next, &stages)
    case 5: return scores(to: next, &stages)
    case 6: return notice(to: next, &stages, inFlow: inFlow)
    case 7: return plain("rules", "", to: next, &stages)
    case 8: return plain("cc", "who: [citizen], ", to: next, &stages)
    case 9, 10: return split(to: next, depth, &stages, inFlow: inFlow)
    case 11, 12: return choice(to: next, depth, &stages, inFlow: inFlow)
    default: return subflow(to: next, depth, &stages, inFlow: inFlow)
    }
  }

  private mutating func plain(_ type: String, _ keys: String, to next: String, _ stages: inout [String]) -> String {
    let id = name(type)
    stages.append("  - {id: \(id), type: \(type), \(keys)next: \(next)}\n")
    return id
  }

  private mutating func approval(to next: String, _ stages: inout [String]) -> String {
    let who = chance.pick(["[a]", "[a, b]", "[b, c]", "[a, b, c]", "[ent, a]", "{role: signers}", "[{superior_of: a}]"])
    var keys = "who: \(who), mode: \(chance.pick(["all", "all", "any", "sequential"])), "
    keys += chance.pick(["", "claim: required, ", "collect_all: true, ", "signed_fields: [sum], ", "min_signers: 1, "])
    keys += chance.pick(["", "take_back: never, ", "redelegate: true, ", "may_remove: [office], ", "dedup: none, "])
    keys +=
      chance.pick(["", "on_reject: end, "]) + chance.pick(["", "return_policy: resume_here, ", "max_returns: 1, "])
    keys += chance.pick([
      "", "due: 2 working days, on_due: escalate, escalate_to: [boss], ", "due: 1 working day, on_due: end, ",
    ])
    keys += chance.pick([
      "", "recusal: {declared: true, ordered_by: [office]}, alternates: [x, y], ", "stop_when: done, ",
    ])
    return plain("approve", keys, to: next, &stages)
  }

  private mutating func vote(to next: String, _ stages: inout [String]) -> String {
    let rule = chance.pick(["more_than: 1/2, of: eligible", "at_least: 2/3, of: eligible", "more_than: 1/2, of: cast"])
    var keys = "who: [a, b, c], rule: {\(rule)}, " + chance.pick(["", "early: false, ", "chair_last: true, "])
    keys += chance.pick(["on_reject: end, ", ""]) + chance.pick(["", "recusal: {declared: true}, alternates: [x], "])
    return plain("vote", keys, to: next, &stages)
  }

  private mutating func secretVote(to next: String, _ stages: inout [String]) -> String {
    var keys = "who: [a, b, c], teller: [clerk], attendance: {at_least: 2/3, of: eligible}, "
    keys += "rule: {more_than: 1/2, of: eligible}, recusal: {declared: true, ordered_by: [office]}, "
    keys += chance.pick(["secret: true, ", "secret: false, "]) + chance.pick(["on_reject: end, ", ""])
    return plain("vote", keys, to: next, &stages)
  }

  private mutating func scores(to next: String, _ stages: inout [String]) -> String {
    let keys = "who: [a, b, c], field: points, valid: {at_least: 2}, max: 10, "
    let recusal = chance.pick(["", "recusal: {declared: true, ordered_by: [office]}, alternates: [x], "])
    return plain("score", keys + recusal, to: next, &stages)
  }

  private mutating func notice(to next: String, _ stages: inout [String], inFlow: Bool) -> String {
    let id = name("notice")
    let check = name("objection")
    let counting = chance.pick(["same_day", "next_day"])
    let days = "days: \(1 + chance.below(3)) working days, counting: \(counting), on_change: restart, "
    let hasStage = chance.below(2) == 0
    let where_ =
      hasStage
      ? "on_objection: {holds: case, stage: \(check), restart_after: 2 working days}, "
      : "objection_to: [a], on_founded: end, "
    let who = chance.pick(["", "who: [office], "])
    stages.append("  - {id: \(id), type: notice, \(who)\(days)\(where_)next: \(next)}\n")
    if hasStage { stages.append("  - {id: \(check), type: objection, who: [b], on_founded: end}\n") }
    return id
  }

  private mutating func split(
    to next: String, _ depth: Int, _ stages: inout [String], inFlow: Bool
  ) -> String {
    let (id, join) = (name("split"), name("join"))
    let isInclusive = chance.below(3) == 0
    var inner: [String] = []
    let firsts = (0..<2 + chance.below(2)).map { _ in
      way(1 + chance.below(2), to: join, depth: depth - 1, &inner, inFlow: inFlow)
    }
    let branches = firsts.enumerated().map { index, first in
      isInclusive && index > 0 ? "{when: yes\(index), next: \(first)}" : "{next: \(first)}"
    }
    let mode = isInclusive ? "mode: inclusive, " : ""
    stages.append(
      "  - {id: \(id), type: split, \(mode)join: \(join), branches: [\(branches.joined(separator: ", "))]}\n")
    stages += inner
    stages.append("  - {id: \(join), type: join, next: \(next)}\n")
    return id
  }

  private mutating func choice(
    to next: String, _ depth: Int, _ stages: inout [String], inFlow: Bool
  ) -> String {
    let id = name("choice")
    var inner: [String] = []
    let first = way(1, to: next, depth: depth - 1, &inner, inFlow: inFlow)
    let other = way(1, to: next, depth: depth - 1, &inner, inFlow: inFlow)
    stages.append(
      "  - {id: \(id), type: choice, branches: [{when: kind, next: \(first)}, {default: true, next: \(other)}]}\n")
    stages += inner
    return id
  }

  private mutating func subflow(
    to next: String, _ depth: Int, _ stages: inout [String], inFlow: Bool
  ) -> String {
    let (id, flow) = (name("sub"), name("flow"))
    var inner: [String] = []
    let first = way(1 + chance.below(2), to: "approved", depth: depth - 1, &inner, inFlow: true)
    if let index = inner.firstIndex(where: { $0.contains("{id: \(first),") }) { inner.swapAt(0, index) }
    flows.append("  \(flow):\n    stages:\n" + inner.map { "    " + $0 }.joined())
    // A flow knows nothing of the stages around it.
    let back = inFlow ? "" : "on_child_rejected: \"return:apply\", "
    let rejected = chance.pick(["", back, "on_child_rejected: end, "])
    // Long enough for the notices in it.
    let due = chance.pick(["", "due: 20 working days, on_due: end, "])
    stages.append("  - {id: \(id), type: subflow, flow: \(flow), \(rejected)\(due)next: \(next)}\n")
    return id
  }

  /// 排名, 票决, 公示, 命名, 归档, for all cases at once.
  private mutating func roundStages() -> String {
    let secret = chance.pick(["true", "false"])
    let tie = chance.pick(["", "seats: 2, tie: run_off, "])
    return """
        - {id: list, type: shortlist, scope: round, who: [office], next: elect}
        - {id: elect, type: vote, scope: round, who: [{role: electors}], teller: [clerk], secret: \(secret), ballot: each,
           attendance: {at_least: 2/3, of: eligible}, rule: {more_than: 1/2, of: eligible}, \(tie)
           recusal: {declared: true, ordered_by: [office]}, on_reject: end, next: public}
        - {id: public, type: notice, scope: round, days: 2 working days, counting: next_day,
           on_objection: {holds: case, stage: look, restart_after: 2 working days}, next: final}
        - {id: look, type: objection, who: [b], on_founded: end}
        - {id: final, type: approve, act: name, scope: round, who: [boss], gives: named, next: approved}
        - {id: after, type: manage}

      """
  }

  /// The next version of a flow: other people, and other names for the stages that are signed.
  static func revised(_ flow: String) -> String {
    "version: 2\n"
      + flow.replacing(/approve(\d+)/) { "sign\($0.1)" }.replacing("who: [a, b]", with: "who: [b, d]")
      .replacing("who: [b, c]", with: "who: [c, a]").replacing("mode: sequential", with: "mode: all")
  }

  /// What the stages of a flow are called in the next version, those of sub-flows among them.
  static func renamed(_ definition: WorkflowDefinition) -> [StageID: StageID] {
    var names: [StageID: StageID] = [:]
    var open = definition.stages
    while let stage = open.popLast() {
      names[stage.id] = StageID(stage.id.rawValue.replacing(/approve(\d+)/) { "sign\($0.1)" })
      open += definition.flow(in: stage.id)?.stages.map { $0.inside(stage.id) } ?? []
    }
    return names.filter { $0.key != $0.value }
  }
}
