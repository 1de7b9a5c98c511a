public import Workflow

/// The workflow that a batch goes through, as far as reports speak of it.
public struct Course: Sendable {
  public let definition: WorkflowDefinition
  /// Seats that fell free, and who took them.
  public let vacancies: [Round.Vacancy]
  /// The last year that the calendars hold, where something of the round lies beyond it (暂定).
  public let provisionalAfter: Int?
}
