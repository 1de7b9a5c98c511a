/// Which suppliers' facts are due when a stage has the rules run.
public enum Phase: String, Sendable, Hashable, Codable, CaseIterable {
  /// The applicant's facts are due; whatever else is known is used.
  case intake
  /// Also those of the clearing departments, and what the workflow writes itself.
  case joint
  /// Also the office's own, the findings of the site visit among them; points are reckoned.
  case scoring = "before_autoscore"
  /// Everything is due, the experts' scores too.
  case final
}
