internal import Diagnostics

/// What binds more tightly stands further down.
enum Precedence: Int, Comparable {
  case or, and, comparison, sum, product, power

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// What the right operand of a left-associative operator must at least have.
  var next: Precedence? { Precedence(rawValue: rawValue + 1) }
}

extension Parser {
  private enum Infix {
    case or, and, between, isIn
    case compare(Tree.Comparison)
    case arithmetic(Tree.Arithmetic)

    var precedence: Precedence {
      switch self {
      case .or: .or
      case .and: .and
      case .between, .isIn, .compare: .comparison
      case .arithmetic(.add), .arithmetic(.subtract): .sum
      case .arithmetic(.multiply), .arithmetic(.divide): .product
      case .arithmetic(.power): .power
      }
    }
  }

  mutating func binary(_ minimum: Precedence) throws(Failure) -> Tree {
    try nested { parser throws(Failure) in
      var left = try parser.unary()
      while let infix = parser.infix(), infix.precedence >= minimum {
        left = try parser.continued(left, by: infix)
      }
      return left
    }
  }

  private func infix() -> Infix? {
    switch current.kind {
    case .keyword(.or): .or
    case .keyword(.and): .and
    case .keyword(.between): .between
    case .keyword(.in): .isIn
    case .sign(let sign):
      if let comparison = Tree.Comparison(rawValue: sign.rawValue) {
        .compare(comparison)
      } else {
        Tree.Arithmetic(rawValue: sign.rawValue).map { .arithmetic($0) }
      }
    default: nil
    }
  }

  private mutating func continued(_ left: Tree, by infix: Infix) throws(Failure) -> Tree {
    switch infix {
    case .or: try node(.or(operands(left, .or, .and)), from: left.range.lowerBound)
    case .and: try node(.and(operands(left, .and, .comparison)), from: left.range.lowerBound)
    case .between: try between(left)
    case .isIn: try isIn(left)
    case .compare(let comparison): try compare(left, comparison)
    case .arithmetic(let arithmetic): try combine(left, arithmetic, infix.precedence)
    }
  }

  private mutating func compare(_ left: Tree, _ comparison: Tree.Comparison) throws(Failure) -> Tree {
    take()
    let right = try binary(.sum)
    return try node(.compare(comparison, left, right), from: left.range.lowerBound)
  }

  private mutating func combine(
    _ left: Tree, _ arithmetic: Tree.Arithmetic, _ precedence: Precedence
  ) throws(Failure) -> Tree {
    take()
    let right = if let next = precedence.next { try binary(next) } else { try unary() }
    return try node(.arithmetic(arithmetic, left, right), from: left.range.lowerBound)
  }

  private mutating func operands(
    _ first: Tree, _ keyword: Keyword, _ precedence: Precedence
  ) throws(Failure) -> [Tree] {
    var operands = [first]
    while take(if: keyword) { operands.append(try binary(precedence)) }
    return operands
  }

  private mutating func between(_ value: Tree) throws(Failure) -> Tree {
    take()
    let low = try binary(.sum)
    try expect(Keyword.and)
    let high = try binary(.sum)
    return try node(.between(value, low: low, high: high), from: value.range.lowerBound)
  }

  private mutating func isIn(_ value: Tree) throws(Failure) -> Tree {
    take()
    let tests = try membershipTests()
    return try node(.isIn(value, tests), from: value.range.lowerBound)
  }

  private mutating func unary() throws(Failure) -> Tree {
    guard current.kind == .sign(.minus) else { return try postfix() }
    let start = current.range.lowerBound
    take()
    let operand = try nested { parser throws(Failure) in try parser.unary() }
    return try node(.negate(operand), from: start)
  }
}

// MARK: Behind an operand

extension Parser {
  private mutating func postfix() throws(Failure) -> Tree {
    let start = current.range.lowerBound
    var tree = try primary()
    while true {
      switch current.kind {
      case .sign(.dot):
        take()
        tree = try node(.path(tree, component()), from: start)
      case .sign(.openBracket) where !closesRange():
        take()
        let condition = try expression()
        try expect(Sign.closeBracket)
        tree = try node(.filter(tree, condition), from: start)
      case .sign(.open):
        take()
        tree = try node(.call(tree, arguments()), from: start)
      case .keyword(.instance):
        take()
        tree = try node(.instanceOf(tree, instanceType()), from: start)
      default:
        return tree
      }
    }
  }

  private mutating func component() throws(Failure) -> Tree.Component {
    let range = current.range
    switch current.kind {
    case .name(let name):
      take()
      return Tree.Component(name: name, range: range)
    case .keyword(let keyword):
      take()
      return Tree.Component(name: keyword.rawValue, range: range)
    default:
      throw unexpected(.expectedName)
    }
  }

  private mutating func instanceType() throws(Failure) -> Tree.TypeName {
    guard current.kind == .name("of") else { throw unexpected(.expectedKeyword, ["expected": "of"]) }
    take()
    let type = try typeName()
    // By itself none of these is a type (DMN 1.5 §10.3.1.2, rule 52; table 61).
    let isIncomplete = ["list", "range", "context"].contains(type.text)
    return isIncomplete ? Tree.TypeName(type: nil, name: type.name, text: type.text, range: type.range) : type
  }

  /// The arguments behind `(`, with the closing `)`.
  private mutating func arguments() throws(Failure) -> Tree.Arguments {
    if take(if: .close) { return .positional([]) }
    if isNamedArgument() { return .named(try namedArguments()) }
    var values = [try expression()]
    while take(if: Sign.comma) { values.append(try expression()) }
    try expect(Sign.close)
    return .positional(values)
  }

  private func isNamedArgument() -> Bool {
    if let name = lexer.declaredName(at: position, joins: true), lexer.token(at: name.end).kind == .sign(.colon) {
      return true
    }
    if case .name = current.kind { return lexer.token(at: current.end).kind == .sign(.colon) }
    return false
  }

  private mutating func namedArguments() throws(Failure) -> [Tree.Entry] {
    var entries: [Tree.Entry] = []
    repeat {
      let (name, range) = try key()
      entries.append(Tree.Entry(key: name, keyRange: range, value: try expression()))
    } while take(if: Sign.comma)
    try expect(Sign.close)
    return entries
  }

  /// A name or a string with `:` behind it.
  mutating func key() throws(Failure) -> (String, Range<Int>) {
    if let name = lexer.declaredName(at: position, joins: true), lexer.token(at: name.end).kind == .sign(.colon) {
      take(to: name.end, range: name.range)
      try expect(Sign.colon)
      return (name.name, name.range)
    }
    let range = current.range
    switch current.kind {
    case .name(let name), .string(let name):
      take()
      try expect(Sign.colon)
      return (name, range)
    default:
      throw unexpected(.expectedName)
    }
  }
}
