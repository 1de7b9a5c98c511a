/// An expression as it was written: what each part is, and where it stands.
///
/// Parentheses leave no node; the shape says what they said.
public struct Tree: Sendable, Hashable {
  /// Numbered from 0 within one expression, parts before the whole.
  public let id: Int
  /// In UTF-8 bytes of the fragment's text.
  public let range: Range<Int>
  public let kind: Kind
  /// How many levels of nodes, this one included.
  let height: Int
  private let written: Substring

  init(id: Int, range: Range<Int>, kind: Kind, height: Int, written: Substring) {
    self.id = id
    self.range = range
    self.kind = kind
    self.height = height
    self.written = written
  }

  /// As it stands in the source.
  public var text: String { String(written) }

  public static func == (left: Tree, right: Tree) -> Bool {
    left.id == right.id && left.range == right.range && left.kind == right.kind
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(range)
  }
}

extension Tree {
  /// The constructs of DMN 1.5 §10.3.1.2.
  public indirect enum Kind: Sendable, Hashable {
    case null
    case boolean(Bool)
    case number(Decimal)
    case string(String)
    /// `@"2025-01-01"`, the text between the quotes.
    case temporal(String)
    case name(String)
    /// `?`, the input of a unary test.
    case input
    case negate(Tree)
    case arithmetic(Arithmetic, Tree, Tree)
    case compare(Comparison, Tree, Tree)
    /// Two or more operands.
    case and([Tree])
    /// Two or more operands.
    case or([Tree])
    case between(Tree, low: Tree, high: Tree)
    /// `value in (tests)`: holds if one test does.
    case isIn(Tree, [Tree])
    /// `< 60`, a unary test.
    case test(Comparison, Tree)
    /// The unary tests of a cell: hold if one does.
    case tests([Tree])
    /// `not(tests)` as a unary test.
    case noneOf([Tree])
    /// `-`, which everything passes.
    case anything
    /// An end that is missing is unbounded; that is no text of FEEL, only what `(>= 3)` means as a range.
    case range(low: Tree?, lowIncluded: Bool, high: Tree?, highIncluded: Bool)
    /// `(= 10)`, the range that holds one value; it equals only its like (DMN 1.5 §10.3.2.7).
    case point(Tree)
    case ifElse(Tree, then: Tree, else: Tree)
    case forEach([Iterator], Tree)
    case quantified(Quantifier, [Iterator], Tree)
    case filter(Tree, Tree)
    case path(Tree, Component)
    case list([Tree])
    case context([Entry])
    case function([Parameter], Tree)
    case call(Tree, Arguments)
    case instanceOf(Tree, TypeName)
  }

  public enum Arithmetic: String, Sendable, Hashable {
    case add = "+", subtract = "-", multiply = "*", divide = "/", power = "**"
  }

  public enum Comparison: String, Sendable, Hashable {
    case equal = "=", notEqual = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
  }

  public enum Quantifier: String, Sendable, Hashable {
    case some, every
  }

  /// `name in domain`, or `name in low..high` (then the domain is `.range`, both ends included, and may fall).
  public struct Iterator: Sendable, Hashable {
    public let name: String
    public let nameRange: Range<Int>
    public let domain: Tree
    /// Whether the domain was written `low..high`.
    public let counts: Bool
  }

  public struct Component: Sendable, Hashable {
    public let name: String
    public let range: Range<Int>
  }

  public struct Entry: Sendable, Hashable {
    public let key: String
    public let keyRange: Range<Int>
    public let value: Tree
  }

  public struct Parameter: Sendable, Hashable {
    public let name: String
    public let nameRange: Range<Int>
    public let type: TypeName?
  }

  public enum Arguments: Sendable, Hashable {
    case positional([Tree])
    case named([Entry])

    public var values: [Tree] {
      switch self {
      case .positional(let trees): trees
      case .named(let entries): entries.map(\.value)
      }
    }
  }

  /// A type as it is written after `instance of`.
  public struct TypeName: Sendable, Hashable {
    /// `nil` when the name is none of FEEL's; it may be an item definition of the model.
    public let type: Type?
    public let name: String
    /// As it is written, with its parameters.
    public let text: String
    public let range: Range<Int>
  }
}

extension Tree {
  /// The direct parts, in the order in which they are written.
  public var children: [Tree] {
    switch kind {
    case .null, .boolean, .number, .string, .temporal, .name, .input, .anything: []
    case .negate(let operand), .point(let operand), .test(_, let operand), .path(let operand, _),
      .instanceOf(let operand, _),
      .function(_, let operand):
      [operand]
    case .arithmetic(_, let left, let right), .compare(_, let left, let right), .filter(let left, let right):
      [left, right]
    case .and(let parts), .or(let parts), .tests(let parts), .noneOf(let parts), .list(let parts): parts
    case .between(let value, let low, let high): [value, low, high]
    case .isIn(let value, let tests): [value] + tests
    case .range(let low, _, let high, _): [low, high].compactMap(\.self)
    case .ifElse(let condition, let then, let otherwise): [condition, then, otherwise]
    case .forEach(let iterators, let body), .quantified(_, let iterators, let body): iterators.map(\.domain) + [body]
    case .context(let entries): entries.map(\.value)
    case .call(let callee, let arguments): [callee] + arguments.values
    }
  }
}
