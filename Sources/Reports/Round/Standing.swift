import Casework
import Records
import Outcomes
import Workflow

extension RoundRun {
  /// Where each case stands, for programs: the stage that it is in or waits for, and whether something holds it.
  var standing: JSON {
    .object(
      round.order.compactMap { id in
        round.cases[id].map { item in
          let stage = item.state.isFinal ? nil : item.arrivedAt ?? item.openings.last { $0.isOpen }?.stage
          return JSON.Member(
            name: id.rawValue,
            value: .object([
              "state": .string(item.state.rawValue), "stage": .optional(stage?.rawValue),
              "held": .boolean(item.pendingAt != nil || item.suspension != nil),
              "outcome": .optional(item.outcome?.rawValue),
            ]))
        }
      })
  }
}
