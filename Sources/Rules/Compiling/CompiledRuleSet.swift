public import DMN
public import FEEL
public import Fingerprints

/// A rule set ready to run: programs over slots, tables, and no YAML.
public struct CompiledRuleSet: Sendable {
  public let award: String
  public let edition: Int
  public let subject: Subject
  public let regulation: Regulation
  /// Every field's requirement is settled here: `.unsaid` no longer occurs.
  public let schema: RecordSchema
  public let parameters: [Parameter]
  /// Parameters, fields and definitions.
  public let layout: Layout
  /// Wide enough for every program of the rule set.
  public let widestLayout: Layout
  public let parameterSlots: [Slot]
  /// One for each field of the schema.
  public let fieldSlots: [Slot]
  /// In an order in which each needs only those before it.
  public let definitions: [CompiledDefinition]
  public let checks: [CompiledCondition]
  public let eligibility: [CompiledCondition]
  public let vetoes: [CompiledCondition]
  public let dimensions: [CompiledDimension]
  public let maximum: Decimal?
  public let bonus: CompiledBonus?
  public let total: TotalRule
  public let grades: CompiledGrades?
  public let selection: CompiledSelection?
  public let earlier: [CompiledEarlier]
  public let submission: CompiledSubmission?
  public let because: [String: Template]
  /// Conditions of components that are required only sometimes, by path such as `荣誉.撤销日期`.
  public let componentConditions: [String: ComponentCondition]
  /// Of every file that was read, in order.
  public let fingerprint: Fingerprint
  /// Each file with its own fingerprint, the eldest first.
  public let files: [(name: String, fingerprint: Fingerprint)]

  public var itemCount: Int { dimensions.reduce(0) { $0 + $1.items.count } }
}

public struct CompiledDefinition: Sendable {
  public let name: String
  public let slot: Slot
  public let program: Program
  public let reads: FactReads
}

/// Which facts a rule reads, through definitions.
public struct FactReads: Sendable, Hashable {
  /// Fields, in the order of the schema.
  public var fields: [String] = []
  /// Paths such as `["安全事故", "责任"]` and `["党员示范岗.徒弟", "姓名"]`.
  public var components: Set<[String]> = []
  /// What the rule names itself, in the order of reading.
  public var direct: [String] = []

  public init() {}

  /// Adds what another reads.
  mutating func merge(_ other: FactReads) {
    fields += other.fields.filter { !fields.contains($0) }
    components.formUnion(other.components)
    direct += other.direct.filter { !direct.contains($0) }
  }

  /// Whether the component at a path like `党员示范岗.徒弟.姓名` is read.
  public func readsComponent(_ path: [String]) -> Bool {
    guard path.count > 1, let last = path.last else { return false }
    return components.contains([path.dropLast().joined(separator: "."), last])
  }
}

/// A condition, a veto or a check.
public struct CompiledCondition: Sendable {
  public let id: String
  public let name: String
  public let program: Program
  public let reads: FactReads
  public let basis: String
  /// For a veto: the departments that answer it; empty otherwise.
  public let sources: [String]
  /// For a veto: 回溯期; empty otherwise.
  public let lookback: String
  public let evidence: String?
  /// For a veto: whether it stands before the others where several hold.
  public let isCitedFirst: Bool
}

public struct CompiledDimension: Sendable {
  public let id: String
  public let name: String
  public let max: Decimal
  public let items: [CompiledItem]
}

public struct CompiledItem: Sendable {
  public let id: String
  public let name: String
  public let max: Decimal?
  public let basis: String
  public let unit: String?
  public let form: CompiledForm
  public let reads: FactReads
}

public indirect enum CompiledForm: Sendable {
  case bands(of: Program, CompiledTable)
  case bestOf(count: Int, list: Program, CompiledElementPoints)
  case sumOf(list: Program, CompiledElementPoints)
  case table(inputs: [Program], CompiledTable)
  case parts([CompiledPart])
  case score(Program)
  case panel(CompiledPanel)
  case points(when: Program, points: Program)
}

public struct CompiledPart: Sendable {
  public let name: String
  public let max: Decimal?
  public let form: CompiledForm
}

public struct CompiledElementPoints: Sendable {
  /// Where the elements come from, such as `荣誉`; `nil` for plain values.
  public let path: String?
  /// One for each component of the element, by name; none for a list of plain values.
  public let components: [(name: String, slot: Slot)]
  /// `item`: the element itself.
  public let item: Slot
  public let inputs: [Program]
  public let table: CompiledTable
  public let times: Program?
  public let plus: Program?
}

public struct CompiledPanel: Sendable {
  public let scores: Program
  public let dropsExtremes: Bool
  public let atLeast: Int
  public let aggregate: Panel.Aggregate
  public let standardize: CompiledStandardization?
  public let times: Program
}

public struct CompiledStandardization: Sendable {
  public let within: Program
  public let mean: Decimal
  public let deviation: Decimal
  public let atLeast: Int
}

public struct CompiledBonus: Sendable {
  public let cap: Program?
  public let basis: String
  public let best: Int?
  public let items: [CompiledItem]
}

/// Names for totals: bands over the total or over an expression, or an expression that gives the name.
public enum CompiledGrades: Sendable {
  case bands(of: Program?, CompiledTable)
  case expression(Program)
}

public struct CompiledSelection: Sendable {
  public let quota: SelectionQuota
  /// Ids of dimensions and items, which tie-break keys may name, with their slots.
  public let points: [(id: String, slot: Slot)]
  public let tieBreak: [CompiledKey]
  public let caps: [CompiledQuota]
  public let floors: [CompiledQuota]
}

public struct CompiledKey: Sendable {
  public let name: String
  public let program: Program
}

public struct CompiledQuota: Sendable {
  public let group: Group
  /// How many, as the nominee's own facts say; `nil` when it is the same for all.
  public let limit: Program?

  public enum Group: Sendable {
    case matching(Program)
    case per([Program])

    /// What divides the nominees into groups; empty where there is one group only.
    public var programs: [Program] {
      if case .per(let programs) = self { programs } else { [] }
    }
  }
}

/// The numbers of a selection that are the same for all nominees.
public struct SelectionQuota: Sendable {
  public let seats: Int
  /// Places on the list.
  public let candidates: Int
  public let minimum: Decimal?
  public let tieBreakNames: [String]
  /// Who decides what no key breaks.
  public let then: String?
  public let caps: [Limit]
  public let floors: [Limit]
  public let basis: [String: String]

  public struct Limit: Sendable {
    public let name: String
    public let basis: String?
    /// `nil` when each nominee's facts say it.
    public let limit: Int?
    public let isSoft: Bool
    /// A group by condition; otherwise there is one for each combination of values.
    public let isSingleGroup: Bool
  }
}

/// A component that must be there only where its row says so.
public struct ComponentCondition: Sendable {
  public let components: [(name: String, slot: Slot)]
  public let program: Program
}

/// A sentence of the office's own with FEEL in braces.
public struct Template: Sendable {
  public enum Piece: Sendable {
    case text(String)
    case value(Program)
  }

  public let pieces: [Piece]
}
