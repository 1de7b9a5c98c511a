/// 应到, 到会, 发出, 收回, 赞成, 反对, 弃权, 无效, 回避.
public struct Tally: Sendable, Hashable, Codable {
  public var eligible: Int
  public var present: Int
  public var issued: Int
  public var returned: Int
  public var count: Count
  public var recused: Int
  public var passed: Bool?
}
