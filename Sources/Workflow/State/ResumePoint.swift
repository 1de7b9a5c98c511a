/// After a return that says `resume_here`: where the case goes back to.
public struct ResumePoint: Sendable, Hashable, Codable {
  public internal(set) var stage: StageID
  public let opening: Int
  /// The stage that it was sent back to.
  public internal(set) var from: StageID
  /// The data when it was sent back: earlier signatures lapse if what they stand for has changed.
  public let data: [String: Datum]
  /// Stages that have to sign again before, because what they signed for has changed.
  public internal(set) var lapsed: [StageID]
}
