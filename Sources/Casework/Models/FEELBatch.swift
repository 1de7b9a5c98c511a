public import Diagnostics
public import FEEL
import Records

/// One line of a batch of expressions: `{"id": …, "expression": "…", "context": {…}}`.
public struct FEELRequest: Sendable {
  /// Whatever the caller knows the line by.
  public let id: Value
  public let expression: String
  public let names: Context

  private static let keys = ["id", "expression", "context"]

  /// `nil` when the line is no such object; the log says why.
  public init?(_ source: Source, log: inout DiagnosticLog) {
    guard let value = JSONText.value(source, log: &log) else { return nil }
    guard case .context(let members) = value else {
      log.report(Diagnostic(.namesExpected, at: Span(source, 0..<1)))
      return nil
    }
    if let unknown = members.names.first(where: { !FEELRequest.keys.contains($0) }) {
      log.report(Diagnostic(.unknownRequestKey, at: Span(source, 0..<1), ["name": unknown]))
      return nil
    }
    guard case .string(let expression)? = members["expression"] else {
      log.report(Diagnostic(.noExpression, at: Span(source, 0..<1)))
      return nil
    }
    id = members["id"] ?? .null
    self.expression = expression
    names = members["context"]?.context?.withTemporals ?? Context()
  }
}

/// What came of a line: a value in canonical form, and what there is to say about it.
public struct FEELResponse: Sendable {
  public let id: Value
  /// `nil` when the expression could not be read.
  public let value: Value?
  public let diagnostics: [Diagnostic]

  public init(id: Value, value: Value?, diagnostics: [Diagnostic]) {
    self.id = id
    self.value = value
    self.diagnostics = diagnostics
  }
}

extension Desk {
  /// Evaluates each line of a file (NDJSON); a line that cannot be read gets an answer, too.
  public func feelBatch(
    _ path: String, now: CivilDateTime, _ body: (FEELResponse) -> Void
  ) throws(Unreadable) {
    let source = try source(path)
    for number in 1...max(1, source.lineCount) {
      let line = source.line(number)
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      var log = DiagnosticLog()
      guard let request = FEELRequest(Source(name: "\(path):\(number)", bytes: Array(line)), log: &log) else {
        body(FEELResponse(id: .null, value: nil, diagnostics: log.sorted))
        continue
      }
      let answer = FEELAnswer(request.expression, names: request.names, now: now, log: &log)
      let reason = answer?.reason(besides: log).map { [$0.diagnostic] } ?? []
      body(FEELResponse(id: request.id, value: answer?.value, diagnostics: log.sorted + reason))
    }
  }
}
