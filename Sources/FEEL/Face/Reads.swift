/// What a program may look at.
public struct Reads: Sendable, Hashable {
  /// The names of its layout, in the order in which they are first met.
  public internal(set) var names: [String] = []
  /// Components of named context types: `["强制措施记录", "日期"]`, `["党员示范岗.徒弟", "姓名"]`.
  public internal(set) var components: Set<[String]> = []

  public init() {}

  mutating func add(_ name: String) {
    if !names.contains(name) { names.append(name) }
  }
}
