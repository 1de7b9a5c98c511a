internal import Diagnostics

extension Parser {
  /// A whole text of unary tests: `-`, tests between commas, or `not(tests)` (DMN 1.5 §10.3.1.2, rules 13–15).
  mutating func wholeUnaryTests() throws(Failure) -> Tree {
    guard current.kind != .end else { throw fail(.emptyExpression, at: current.range) }
    let start = current.range.lowerBound
    if current.kind == .sign(.minus), lexer.token(at: current.end).kind == .end {
      take()
      take()
      return try node(.anything, start..<start + 1)
    }
    if let negated = try negatedTests() { return negated }
    let tests = try unaryTests()
    try expectEnd()
    return try node(.tests(tests), start..<max(start, tests.last?.range.upperBound ?? start))
  }

  /// `not(…)` with nothing behind it; with an operator behind it, it is the function `not`.
  private mutating func negatedTests() throws(Failure) -> Tree? {
    guard current.kind == .name("not"), lexer.token(at: current.end).kind == .sign(.open) else { return nil }
    let before = self
    let start = current.range.lowerBound
    take()
    take()
    let tests = try unaryTests()
    try expect(Sign.close)
    guard current.kind == .end else {
      self = before
      return nil
    }
    let end = lastByte
    take()
    return try node(.noneOf(tests), start..<end)
  }

  private mutating func unaryTests() throws(Failure) -> [Tree] {
    var tests = [try unaryTest()]
    while take(if: Sign.comma) { tests.append(try unaryTest()) }
    return tests
  }

  private mutating func unaryTest() throws(Failure) -> Tree {
    guard let comparison = comparisonSign() else { return try expression() }
    return try test(comparison)
  }

  private mutating func test(_ comparison: Tree.Comparison) throws(Failure) -> Tree {
    let start = current.range.lowerBound
    take()
    let operand = try binary(.sum)
    return try node(.test(comparison, operand), from: start)
  }

  /// What stands behind `in`: one test, or tests in parentheses.
  mutating func membershipTests() throws(Failure) -> [Tree] {
    let start = current.range.lowerBound
    guard take(if: .open) else {
      if let comparison = comparisonSign() { return [try test(comparison)] }
      return [try binary(.sum)]
    }
    let first = try unaryTest()
    if current.kind == .sign(.dots) { return [try range(from: start, low: first, lowIncluded: false)] }
    var tests = [first]
    while take(if: Sign.comma) { tests.append(try unaryTest()) }
    try expect(Sign.close)
    return tests
  }
}
