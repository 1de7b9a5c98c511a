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
              "due": .optional(due(id)?.due.description), "provisional": .boolean(due(id)?.isProvisional == true),
              "outcome": .optional(item.outcome?.rawValue),
            ]))
        }
      })
  }

  /// When something has to have happened for it next.
  private func due(_ id: CaseID) -> Deadline? {
    batch.dossiers.first { $0.record.id == id.rawValue }?.history?.whereabouts?.deadline
  }
}
