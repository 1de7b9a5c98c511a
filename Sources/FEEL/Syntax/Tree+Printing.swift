extension Tree {
  /// The expression in canonical form, on one line: single spaces, parentheses only where they say something. Reading
  /// it again gives the same tree.
  public var formatted: String { Printer().text(self) }

  /// The same for the unary tests of a cell: `>= 12`, `"甲", "乙"`, `not(3)`, `-`.
  public var formattedTests: String {
    switch kind {
    case .anything: "-"
    case .tests(let tests): Printer().list(tests)
    case .noneOf(let tests): "not(\(Printer().list(tests)))"
    default: formatted
    }
  }
}

/// Writes trees. What binds less tightly than its place allows is put in parentheses.
private struct Printer {
  /// How tightly an expression binds, as the parser reads it; the loosest first.
  private enum Binding: Int, Comparable {
    /// `if`, `for`, `some`, `every`, `function`: take all that follows.
    case open
    case or, and, comparison, sum, product, power, negation, postfix, primary

    static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
  }

  func list(_ trees: [Tree]) -> String { trees.map(text).joined(separator: ", ") }

  func text(_ tree: Tree) -> String {
    switch tree.kind {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let value): value.description
    case .string(let text): Value.string(text).feelText
    case .temporal(let text): "@" + Value.string(text).feelText
    case .name(let name): name
    case .input: "?"
    case .anything: "-"
    case .negate(let operand): "-" + text(operand, atLeast: .negation)
    case .arithmetic(let operation, let left, let right): arithmetic(operation, left, right)
    case .compare(let comparison, let left, let right):
      "\(text(left, atLeast: .sum)) \(comparison.rawValue) \(text(right, atLeast: .sum))"
    case .and(let operands): operands.map { text($0, atLeast: .comparison) }.joined(separator: " and ")
    case .or(let operands): operands.map { text($0, atLeast: .and) }.joined(separator: " or ")
    case .between(let value, let low, let high):
      "\(text(value, atLeast: .sum)) between \(text(low, atLeast: .sum)) and \(text(high, atLeast: .sum))"
    case .isIn(let value, let tests): "\(text(value, atLeast: .sum)) in \(membership(tests))"
    case .test(let comparison, let operand): "\(comparison.rawValue) \(text(operand, atLeast: .sum))"
    case .tests(let tests): list(tests)
    case .noneOf(let tests): "(!= \(list(tests)))"
    case .range(let low, let lowIncluded, let high, let highIncluded): range(low, lowIncluded, high, highIncluded)
    case .point(let value): "(= \(text(value)))"
    case .ifElse(let condition, let then, let otherwise):
      "if \(text(condition)) then \(text(then)) else \(text(otherwise))"
    case .forEach(let iterators, let body): "for \(self.iterators(iterators)) return \(text(body))"
    case .quantified(let quantifier, let iterators, let condition):
      "\(quantifier.rawValue) \(self.iterators(iterators)) satisfies \(text(condition))"
    case .filter(let base, let condition): "\(text(base, atLeast: .postfix))[\(text(condition))]"
    case .path(let base, let component): "\(text(base, atLeast: .postfix)).\(component.name)"
    case .list(let elements): "[\(list(elements))]"
    case .context(let entries): "{\(self.entries(entries))}"
    case .function(let parameters, let body): "function(\(self.parameters(parameters))) \(text(body))"
    case .call(let callee, let arguments): "\(text(callee, atLeast: .postfix))(\(self.arguments(arguments)))"
    case .instanceOf(let value, let type): "\(text(value, atLeast: .postfix)) instance of \(type.text.spaced)"
    }
  }

  private func text(_ tree: Tree, atLeast binding: Binding) -> String {
    self.binding(tree) < binding ? "(\(text(tree)))" : text(tree)
  }

  private func binding(_ tree: Tree) -> Binding {
    switch tree.kind {
    case .ifElse, .forEach, .quantified, .function, .test, .tests: .open
    case .or: .or
    case .and: .and
    case .compare, .between, .isIn: .comparison
    case .arithmetic(let operation, _, _): binding(operation)
    case .negate: .negation
    case .filter, .path, .call, .instanceOf: .postfix
    // `1.5` is a number, `(1).5` a component.
    case .number: .negation
    default: .primary
    }
  }

  private func binding(_ operation: Tree.Arithmetic) -> Binding {
    switch operation {
    case .add, .subtract: .sum
    case .multiply, .divide: .product
    case .power: .power
    }
  }

  /// Read from left to right: only the right operand must bind more tightly.
  private func arithmetic(_ operation: Tree.Arithmetic, _ left: Tree, _ right: Tree) -> String {
    let own = binding(operation)
    let next = Binding(rawValue: own.rawValue + 1) ?? .primary
    return "\(text(left, atLeast: own)) \(operation.rawValue) \(text(right, atLeast: next))"
  }

  /// A single list, range or name needs no parentheses; what stands in parentheses is read as tests.
  private func membership(_ tests: [Tree]) -> String {
    guard tests.count == 1, let only = tests.first else { return "(\(list(tests)))" }
    switch only.kind {
    case .list, .name, .string: return text(only)
    case .call, .path, .filter:
      // What begins with a parenthesis would be read as tests, and the rest as a call of their answer.
      let text = text(only)
      return text.hasPrefix("(") ? "(\(text))" : text
    case .range(.some, _, .some, _): return text(only)
    default: return "(\(text(only)))"
    }
  }

  private func range(_ low: Tree?, _ lowIncluded: Bool, _ high: Tree?, _ highIncluded: Bool) -> String {
    switch (low, high) {
    case (nil, let high?): "(\(highIncluded ? "<=" : "<") \(text(high)))"
    case (let low?, nil): "(\(lowIncluded ? ">=" : ">") \(text(low)))"
    case (let low?, let high?):
      "\(lowIncluded ? "[" : "(")\(text(low, atLeast: .sum))..\(text(high, atLeast: .sum))\(highIncluded ? "]" : ")")"
    case (nil, nil): "null"
    }
  }

  private func iterators(_ iterators: [Tree.Iterator]) -> String {
    iterators.map { iterator in
      guard iterator.counts, case .range(let low?, _, let high?, _) = iterator.domain.kind else {
        return "\(iterator.name) in \(text(iterator.domain))"
      }
      return "\(iterator.name) in \(text(low, atLeast: .or))..\(text(high, atLeast: .or))"
    }.joined(separator: ", ")
  }

  private func entries(_ entries: [Tree.Entry]) -> String {
    entries.map { entry in
      let key = isFEELName(entry.key) ? entry.key : Value.string(entry.key).feelText
      return "\(key): \(text(entry.value))"
    }.joined(separator: ", ")
  }

  private func parameters(_ parameters: [Tree.Parameter]) -> String {
    parameters.map { parameter in
      parameter.type.map { "\(parameter.name): \($0.text.spaced)" } ?? parameter.name
    }.joined(separator: ", ")
  }

  private func arguments(_ arguments: Tree.Arguments) -> String {
    switch arguments {
    case .positional(let trees): list(trees)
    case .named(let entries): self.entries(entries)
    }
  }
}

extension String {
  /// With each run of white space as one space.
  fileprivate var spaced: String {
    split { $0.unicodeScalars.allSatisfy(NameCharacters.isSpace) }.joined(separator: " ")
  }
}
