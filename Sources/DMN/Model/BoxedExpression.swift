public import Diagnostics

/// Logic as it is drawn: a table, a context, a call, or plain FEEL (DMN 1.5 §10.2).
public struct BoxedExpression: Sendable {
  public let kind: Kind
  /// The type that the result should have.
  public let type: TypeReference?
  public let span: Span

  public indirect enum Kind: Sendable {
    /// FEEL.
    case literal(Fragment)
    case table(BoxedTable)
    /// The entry without a variable, if there is one, is the result.
    case context([BoxedEntry])
    case list([BoxedExpression])
    /// A table of values: a list of contexts.
    case relation(columns: [InformationItem], rows: [[BoxedExpression]])
    case invocation(function: BoxedExpression, bindings: [BoxedBinding])
    case function(BoxedFunction)
    case conditional(condition: BoxedExpression, then: BoxedExpression, otherwise: BoxedExpression)
    case filter(list: BoxedExpression, condition: BoxedExpression)
    case iteration(Iteration, variable: InformationItem, domain: BoxedExpression, body: BoxedExpression)
  }

  public enum Iteration: String, Sendable {
    case forEach = "for", some, every
  }
}

public struct BoxedEntry: Sendable {
  public let variable: InformationItem?
  public let value: BoxedExpression
}

public struct BoxedBinding: Sendable {
  public let parameter: InformationItem
  /// `nil`: nothing is given, which is null.
  public let value: BoxedExpression?
}

/// Logic with parameters (DMN 1.5 §7.3.13).
public struct BoxedFunction: Sendable {
  public let kind: Kind
  public let parameters: [InformationItem]
  /// `nil`: the model does not say how.
  public let body: BoxedExpression?
  public let span: Span

  /// Only functions that are written in FEEL can be run.
  public enum Kind: String, Sendable {
    case feel = "FEEL", java = "Java", pmml = "PMML"
  }
}

/// A decision table with its headings as the file has them (DMN 1.5 §8).
public struct BoxedTable: Sendable {
  public struct Input: Sendable {
    public let expression: Fragment
    public let type: TypeReference?
    /// Unary tests that an input must pass.
    public let values: Fragment?
    public let label: String?
  }

  public struct Output: Sendable {
    /// `nil` where there is only one.
    public let name: String?
    public let type: TypeReference?
    /// Unary tests; for `priority` and `output order` the values, the best first.
    public let values: Fragment?
    public let defaultEntry: Fragment?
    public let span: Span
  }

  public struct Rule: Sendable {
    public let inputs: [Fragment]
    public let outputs: [Fragment]
    public let span: Span
  }

  public let hitPolicy: HitPolicy
  public let inputs: [Input]
  public let outputs: [Output]
  public let rules: [Rule]
  public let span: Span
}
