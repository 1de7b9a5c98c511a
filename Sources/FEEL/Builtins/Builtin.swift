internal import Diagnostics

/// A function of the language (DMN 1.5 §10.3.4).
struct Builtin: Sendable {
  let name: String
  let signatures: [Signature]

  init(_ name: String, _ signatures: Signature...) {
    self.name = name
    self.signatures = signatures
  }

  static func named(_ name: String) -> Builtin? { table[name] }

  static let all: [Builtin] =
    conversions + texts + patterns + lists + aggregates + numbers + ranges + contexts + dates + equality

  static let names = all.map(\.name)

  private static let table = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// Its parameters when it is passed around as a value: those of the first signature that takes positions.
  var valueParameters: [FunctionValue.Parameter] {
    let signature = signatures.first(where: \.takesPositions)
    return (signature?.parameters ?? []).map { FunctionValue.Parameter($0.name) }
  }

  /// The signature that names mean: the one that leaves the fewest parameters out.
  func signature(names: [String]) -> Signature? {
    signatures.filter { $0.accepts(names: names) }.min { $0.parameters.count < $1.parameters.count }
  }

  /// Whether it gives another answer tomorrow.
  var readsClock: Bool { name == "now" || name == "today" }

  /// How many arguments it takes, for people: `1`, `2/3`, `1+`.
  var counts: String {
    signatures.map { "\($0.parameters.count)\($0.repeats ? "+" : "")" }.joined(separator: "/")
  }
}

/// Where a function is called, for those who ask why it gave null.
struct Site: Sendable {
  let name: String
  let range: Range<Int>
}

extension Builtin {
  /// One way to call it.
  struct Signature: Sendable {
    let parameters: [Parameter]
    /// From the types of the arguments.
    let result: @Sendable ([Type]) -> Type
    /// What is known of the parameters of a function that is written as an argument, from the arguments before it.
    let hints: @Sendable ([Type]) -> [Type]
    /// Whether it looks at missing facts itself; otherwise one of them makes the result unknown.
    let knowsUnknowns: Bool
    /// Whether it can be called without the names of its parameters.
    let takesPositions: Bool
    let body: Body

    init(
      _ parameters: [Parameter], _ result: @escaping @Sendable ([Type]) -> Type,
      hints: @escaping @Sendable ([Type]) -> [Type] = { _ in [] }, knowsUnknowns: Bool = false,
      takesPositions: Bool = true, _ body: Body
    ) {
      self.parameters = parameters
      self.result = result
      self.hints = hints
      self.knowsUnknowns = knowsUnknowns
      self.takesPositions = takesPositions
      self.body = body
    }

    init(
      _ parameters: [Parameter], _ result: Type, knowsUnknowns: Bool = false, takesPositions: Bool = true, _ body: Body
    ) {
      self.init(parameters, { _ in result }, knowsUnknowns: knowsUnknowns, takesPositions: takesPositions, body)
    }

    var repeats: Bool { parameters.last?.repeats ?? false }

    func accepts(count: Int) -> Bool {
      takesPositions && (repeats ? count >= parameters.count : count == parameters.count)
    }

    /// Each name is a parameter's, and stands once; one that is not there is null.
    func accepts(names: [String]) -> Bool {
      let own = Set(parameters.map(\.name))
      return Set(names).count == names.count && names.allSatisfy(own.contains)
    }

    /// The parameter of each of so many arguments.
    func places(count: Int) -> [Int] { (0..<count).map { min($0, parameters.count - 1) } }
  }

  struct Parameter: Sendable {
    let name: String
    let kinds: Kinds
    let takesNull: Bool
    /// The last parameter may take any number of arguments.
    let repeats: Bool

    init(_ name: String, _ kinds: Kinds, takesNull: Bool = false, repeats: Bool = false) {
      self.name = name
      self.kinds = kinds
      self.takesNull = takesNull || kinds == .any
      self.repeats = repeats
    }

    /// Whether an argument of a type may do.
    func accepts(_ type: Type) -> Bool {
      guard type.isKnown else { return true }
      // A list of one is that one (DMN 1.5 §10.3.2.9.4); whoever wants a list is not served by a number.
      if case .list(let element) = type, !kinds.contains(.list) { return accepts(element) }
      return !kinds.isDisjoint(with: Kinds(type))
    }
  }

  /// What an argument may be.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt16

    static let boolean = Kinds(rawValue: 1)
    static let number = Kinds(rawValue: 2)
    static let string = Kinds(rawValue: 4)
    static let date = Kinds(rawValue: 8)
    static let time = Kinds(rawValue: 16)
    static let dateTime = Kinds(rawValue: 32)
    static let daysDuration = Kinds(rawValue: 64)
    static let yearsDuration = Kinds(rawValue: 128)
    static let list = Kinds(rawValue: 256)
    static let context = Kinds(rawValue: 512)
    static let range = Kinds(rawValue: 1024)
    static let function = Kinds(rawValue: 2048)
    static let any = Kinds(rawValue: 4095)
    static let duration: Kinds = [.daysDuration, .yearsDuration]
    static let day: Kinds = [.date, .dateTime]

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ type: Type) {
      self =
        switch type {
        case .any, .null: .any
        case .boolean: .boolean
        case .number: .number
        case .string, .enumeration: .string
        case .date: .date
        case .time: .time
        case .dateTime: .dateTime
        case .daysDuration: .daysDuration
        case .yearsDuration: .yearsDuration
        case .list: .list
        case .context: .context
        case .range: .range
        case .function: .function
        }
    }

    /// What is null or missing is none of them.
    init(_ tag: Cell.Tag) { self = tag == .null || tag == .unknown ? [] : Kinds(tag.type) }
  }

  /// Arguments come checked: of the parameter's kinds, null only where it may be, unknown only for those who know.
  enum Body: Sendable {
    case none(@Sendable (Frame, Site) -> Cell)
    case one(@Sendable (Frame, Site, Cell) -> Cell)
    case two(@Sendable (Frame, Site, Cell, Cell) -> Cell)
    case three(@Sendable (Frame, Site, Cell, Cell, Cell) -> Cell)
    /// All arguments, as a list; for more than three, and where the last parameter repeats.
    /// With something quicker for two, if there is.
    case all(@Sendable (Frame, Site, Cell) -> Cell, two: (@Sendable (Frame, Site, Cell, Cell) -> Cell)? = nil)
  }
}

extension Frame {
  /// Nobody said what time it is.
  func noClock(_ site: Site) -> Cell { null(.noClock, at: site.range, ["function": site.name]) }

  /// A function has no result for these arguments.
  func noResult(_ site: Site) -> Cell { null(.noResult, at: site.range, ["text": site.name]) }
}
