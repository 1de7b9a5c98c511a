public import Diagnostics
public import FEEL

/// A decision table as it is written (DMN 1.5 §8): texts with their places, nothing resolved yet.
///
/// ```
/// DecisionTable(
///   hitPolicy: .unique,
///   inputs: [.init(Fragment("主题党日次数"), domain: .integers())],
///   rules: [.init(tests: [Fragment(">= 12")], outputs: [Fragment("6")])],
///   defaultOutput: [Fragment("0")])
/// ```
public struct DecisionTable: Sendable {
  public let hitPolicy: HitPolicy
  public let inputs: [Input]
  /// At least one; its name matters only where there are several.
  public let outputs: [Output]
  public let rules: [Rule]
  /// The row `else`: one expression for each output, for what no row matches. `nil`: then the result is null.
  public let defaultOutput: [Fragment]?
  /// What a null input matches.
  public let nullInput: NullInput
  /// Where a finding about the whole table points.
  public let place: Span?

  public init(
    hitPolicy: HitPolicy, inputs: [Input], outputs: [Output] = [Output()], rules: [Rule],
    defaultOutput: [Fragment]? = nil, nullInput: NullInput = .matchesOnlyAnything, place: Span? = nil
  ) {
    self.hitPolicy = hitPolicy
    self.inputs = inputs
    self.outputs = outputs
    self.rules = rules
    self.defaultOutput = defaultOutput
    self.nullInput = nullInput
    self.place = place
  }

  /// A column that is tested.
  public struct Input: Sendable {
    /// FEEL; computed once for all rows.
    public let expression: Fragment
    /// What people call it.
    public let label: String
    /// `nil`: all values of the expression's type.
    public let domain: Domain?
    /// What the tests may know of the value; `nil`: no more than the domain and the expression say.
    public let type: Type?

    public init(_ expression: Fragment, label: String? = nil, domain: Domain? = nil, type: Type? = nil) {
      self.expression = expression
      self.label = label ?? expression.text
      self.domain = domain
      self.type = type
    }
  }

  /// A column of results.
  public struct Output: Sendable {
    /// The component's name when there are several outputs.
    public let name: String
    public let type: Type?
    /// FEEL constants, best first: the order of the policies `priority` and `output order`.
    public let values: [Fragment]

    public init(name: String = "", type: Type? = nil, values: [Fragment] = []) {
      self.name = name
      self.type = type
      self.values = values
    }
  }

  /// A row: one cell for each input, one expression for each output.
  ///
  /// A cell holds FEEL's unary tests (`>= 12`, `[10..12)`, `-`, `true`); allowed values of an enumerated text are
  /// written bare (`首席技师, 特级技师`).
  public struct Rule: Sendable {
    public let tests: [Fragment]
    public let outputs: [Fragment]

    public init(tests: [Fragment], outputs: [Fragment]) {
      self.tests = tests
      self.outputs = outputs
    }
  }

  public enum NullInput: Sendable, Hashable {
    /// A null passes `-` and a cell that says null, nothing else: not even `not("甲")`.
    case matchesOnlyAnything
    /// Whatever FEEL's `in` says, as in DMN models.
    case matchesAsFEEL
  }
}
