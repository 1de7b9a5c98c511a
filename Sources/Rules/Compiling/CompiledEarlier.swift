public import FEEL

/// What an entry of a register of titles adds to the facts of its holder, ready to run.
public struct CompiledEarlier: Sendable {
  public let award: String
  /// What the register calls each number, all of which must be the same, and the fields of the record, by their place in the schema,
  /// one of which holds it.
  public let match: [(theirs: String, fields: [Int])]
  /// The list that gets the row, by its place in the schema.
  public let field: Int
  /// Each component of the list's rows, and what gives it; `nil`: the register does not know it.
  public let components: [(name: String, program: Program?)]
  /// Components that are the same in a row of the same title that the nominee has declared.
  public let sameBy: [String]
  /// Holds the entry.
  public let entry: Slot
  public let basis: String

  /// The row for one entry.
  ///
  /// - Parameters:
  ///   - frame: as wide as the rule set's widest layout, filled with no facts.
  ///   - entry: what the register knows, by `RegisterFact`.
  public func row(of entry: Context, in frame: Frame) -> Context {
    frame.set(self.entry, .context(entry))
    return Context(components.map { ($0.name, $0.program?.evaluate(frame) ?? .unknown) })
  }
}

/// What `登记` knows in the row of an earlier title.
public enum RegisterFact: String, Sendable, CaseIterable {
  case award = "奖项"
  case edition = "年度"
  case number = "序号"
  case id = "编号"
  case name = "名称"
  case certificate = "证书编号"
  case named = "命名日期"
  case state = "状态"
  case changed = "变更日期"
  case validThrough = "有效期止"

  /// The name under which an expression has them all.
  static let whole = "登记"

  /// The states of a title, as `状态` says them.
  static let states = ["已命名", "暂停", "已撤销"]

  fileprivate var type: Type {
    switch self {
    case .award, .id, .name, .certificate: .string
    case .edition, .number: .number
    case .named, .changed, .validThrough: .date
    case .state: .enumeration(Self.states)
    }
  }

  static var allTypes: Type {
    .context(ContextType(name: whole, allCases.map { ($0.rawValue, $0.type) }))
  }
}

/// What of several copies of one nomination counts, ready to run.
public struct CompiledSubmission: Sendable {
  /// The field that says when, by its place in the schema.
  public let time: Int
  public let deadline: SubmissionRule.Deadline?
  /// The field that says who handed it in, by its place in the schema.
  public let by: Int?
  public let stays: Program?
  public let basis: String
}

extension CompiledRuleSet {
  /// Fills a frame with the parameters, the facts, and what is defined by them.
  ///
  /// - Parameter values: one for each field of the schema, in its order; without them no fact is there.
  public func fill(_ frame: Frame, _ values: [Value] = []) {
    frame.reset()
    for (slot, parameter) in zip(parameterSlots, parameters) { frame.set(slot, parameter.value) }
    for (slot, value) in zip(fieldSlots, values) { frame.set(slot, value) }
    for definition in definitions { definition.program.evaluate(frame, into: definition.slot) }
  }
}
