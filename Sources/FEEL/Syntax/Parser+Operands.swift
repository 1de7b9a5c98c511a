internal import Diagnostics

extension Parser {
  mutating func primary() throws(Failure) -> Tree {
    let start = current.range.lowerBound
    switch current.kind {
    case .number(let written): return try number(written)
    case .string(let string): return try leaf(.string(string))
    case .name(let name): return try leaf(.name(name))
    case .keyword(let keyword): return try keywordExpression(keyword)
    case .sign(.input): return try leaf(.input)
    case .sign(.at): return try temporal()
    case .sign(.open):
      take()
      return try parenthesized(from: start)
    case .sign(.openBracket):
      take()
      return try listOrRange(from: start)
    case .sign(.closeBracket):
      take()
      let low = try binary(.sum)
      return try range(from: start, low: low, lowIncluded: false)
    case .sign(.openBrace):
      take()
      return try context(from: start)
    default:
      throw unexpected(.expectedExpression)
    }
  }

  private mutating func leaf(_ kind: Tree.Kind) throws(Failure) -> Tree {
    let start = current.range.lowerBound
    take()
    return try node(kind, from: start)
  }

  private mutating func number(_ written: String) throws(Failure) -> Tree {
    guard let decimal = Decimal(written) else {
      throw fail(.numberOutOfBounds, at: current.range, ["found": written])
    }
    return try leaf(.number(decimal))
  }

  private mutating func temporal() throws(Failure) -> Tree {
    let start = current.range.lowerBound
    take()
    guard case .string(let text) = current.kind else { throw unexpected(.expectedTemporal) }
    take()
    return try node(.temporal(text), from: start)
  }

  private mutating func keywordExpression(_ keyword: Keyword) throws(Failure) -> Tree {
    switch keyword {
    case .null: try leaf(.null)
    case .true: try leaf(.boolean(true))
    case .false: try leaf(.boolean(false))
    case .if: try ifElse()
    case .for: try forEach()
    case .some: try quantified(.some)
    case .every: try quantified(.every)
    case .function: try function()
    default: throw unexpected(.expectedExpression)
    }
  }
}

// MARK: Control

extension Parser {
  private mutating func ifElse() throws(Failure) -> Tree {
    let start = current.range.lowerBound
    take()
    let condition = try expression()
    try expect(Keyword.then)
    let then = try expression()
    try expect(Keyword.else)
    let otherwise = try expression()
    return try node(.ifElse(condition, then: then, else: otherwise), from: start)
  }

  private mutating func forEach() throws(Failure) -> Tree {
    let start = current.range.lowerBound
    let iterators = try iterators()
    try expect(Keyword.return)
    let body = try expression()
    return try node(.forEach(iterators, body), from: start)
  }

  private mutating func quantified(_ quantifier: Tree.Quantifier) throws(Failure) -> Tree {
    let start = current.range.lowerBound
    let iterators = try iterators()
    try expect(Keyword.satisfies)
    let condition = try expression()
    return try node(.quantified(quantifier, iterators, condition), from: start)
  }

  /// What stands behind `for`, `some` or `every`.
  private mutating func iterators() throws(Failure) -> [Tree.Iterator] {
    take()
    var iterators: [Tree.Iterator] = []
    repeat { iterators.append(try iterator()) } while take(if: Sign.comma)
    return iterators
  }

  private mutating func iterator() throws(Failure) -> Tree.Iterator {
    let (name, nameRange) = try iteratorName()
    lexer.names.declare(name)
    try expect(Keyword.in)
    let start = current.range.lowerBound
    let domain = try expression()
    guard take(if: Sign.dots) else {
      return Tree.Iterator(name: name, nameRange: nameRange, domain: domain, counts: false)
    }
    let high = try expression()
    let range = try node(.range(low: domain, lowIncluded: true, high: high, highIncluded: true), from: start)
    return Tree.Iterator(name: name, nameRange: nameRange, domain: range, counts: true)
  }

  private mutating func iteratorName() throws(Failure) -> (String, Range<Int>) {
    if let name = lexer.iteratorName(at: position) {
      take(to: name.end, range: name.range)
      return (name.name, name.range)
    }
    guard case .name(let name) = current.kind else { throw unexpected(.expectedName) }
    let range = current.range
    take()
    return (name, range)
  }

  private mutating func function() throws(Failure) -> Tree {
    let start = current.range.lowerBound
    take()
    try expect(Sign.open)
    var parameters: [Tree.Parameter] = []
    if !take(if: .close) {
      repeat { parameters.append(try parameter()) } while take(if: Sign.comma)
      try expect(Sign.close)
    }
    guard current.kind != .keyword(.external) else { throw fail(.externalFunction, at: current.range) }
    let body = try expression()
    return try node(.function(parameters, body), from: start)
  }

  private mutating func parameter() throws(Failure) -> Tree.Parameter {
    let (name, range) = try parameterName()
    lexer.names.declare(name)
    let type = take(if: Sign.colon) ? try typeName() : nil
    return Tree.Parameter(name: name, nameRange: range, type: type)
  }

  private mutating func parameterName() throws(Failure) -> (String, Range<Int>) {
    if let name = lexer.declaredName(at: position, joins: true) {
      let next = lexer.token(at: name.end).kind
      if next == .sign(.comma) || next == .sign(.colon) || next == .sign(.close) {
        take(to: name.end, range: name.range)
        return (name.name, name.range)
      }
    }
    guard case .name(let name) = current.kind else { throw unexpected(.expectedName) }
    let range = current.range
    take()
    return (name, range)
  }
}

// MARK: Brackets

extension Parser {
  private mutating func parenthesized(from start: Int) throws(Failure) -> Tree {
    if let comparison = comparisonSign() {
      take()
      let end = try expression()
      try expect(Sign.close)
      return try node(unboundedRange(comparison, end), from: start)
    }
    let tree = try expression()
    if current.kind == .sign(.dots) { return try range(from: start, low: tree, lowIncluded: false) }
    try expect(Sign.close)
    return tree
  }

  func comparisonSign() -> Tree.Comparison? {
    guard case .sign(let sign) = current.kind else { return nil }
    return Tree.Comparison(rawValue: sign.rawValue)
  }

  /// `(>= 3)` as a value (DMN 1.5 §10.3.2.7).
  private func unboundedRange(_ comparison: Tree.Comparison, _ end: Tree) -> Tree.Kind {
    switch comparison {
    case .less: .range(low: nil, lowIncluded: false, high: end, highIncluded: false)
    case .lessOrEqual: .range(low: nil, lowIncluded: false, high: end, highIncluded: true)
    case .greater: .range(low: end, lowIncluded: false, high: nil, highIncluded: false)
    case .greaterOrEqual: .range(low: end, lowIncluded: true, high: nil, highIncluded: false)
    case .equal: .point(end)
    case .notEqual: .noneOf([end])
    }
  }

  private mutating func listOrRange(from start: Int) throws(Failure) -> Tree {
    if take(if: .closeBracket) { return try node(.list([]), from: start) }
    var elements = [try expression()]
    if current.kind == .sign(.dots) { return try range(from: start, low: elements[0], lowIncluded: true) }
    while take(if: Sign.comma) { elements.append(try expression()) }
    try expect(Sign.closeBracket)
    return try node(.list(elements), from: start)
  }

  /// From `..` to the bracket that closes.
  mutating func range(from start: Int, low: Tree, lowIncluded: Bool) throws(Failure) -> Tree {
    try expect(Sign.dots)
    let high = try endpoint()
    let highIncluded = current.kind == .sign(.closeBracket)
    guard take(if: .closeBracket) || take(if: .close) || take(if: .openBracket) else {
      throw unexpected(.expectedSign, ["expected": "]"])
    }
    return try node(
      .range(low: low, lowIncluded: lowIncluded, high: high, highIncluded: highIncluded), from: start)
  }

  private mutating func context(from start: Int) throws(Failure) -> Tree {
    var entries: [Tree.Entry] = []
    if take(if: .closeBrace) { return try node(.context([]), from: start) }
    repeat {
      let (name, range) = try key()
      lexer.names.declare(name)
      if entries.contains(where: { $0.key == name }) {
        throw fail(.duplicateKey, at: range, ["name": name])
      }
      entries.append(Tree.Entry(key: name, keyRange: range, value: try expression()))
    } while take(if: Sign.comma)
    try expect(Sign.closeBrace)
    return try node(.context(entries), from: start)
  }
}
