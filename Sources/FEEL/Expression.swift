public import Diagnostics

/// A text of FEEL that has been read, not yet checked.
public struct Expression: Sendable {
  public let tree: Tree
  public let fragment: Fragment
  let nodeCount: Int

  /// Reads one expression. The layout says where names with spaces, signs or look-alikes end.
  ///
  /// `nil` when the text is no FEEL; then the log says why. It also gets what a program can put right.
  public static func parse(
    _ fragment: Fragment, in layout: Layout, log: inout DiagnosticLog
  ) -> Expression? {
    parse(fragment, names: layout.scanner, types: layout.namedTypes, log: &log) { parser throws(Parser.Failure) in
      try parser.wholeExpression()
    }
  }

  /// Reads unary tests, such as stand in a cell of a decision table; `?` is their input.
  ///
  /// - Parameter words: texts that may stand bare although they are no plain names: the values of an enumeration.
  public static func parseUnaryTests(
    _ fragment: Fragment, in layout: Layout, words: [String] = [], log: inout DiagnosticLog
  ) -> Expression? {
    var names = layout.scanner
    for word in words { names.declare(word) }
    return parse(fragment, names: names, types: layout.namedTypes, log: &log) { parser throws(Parser.Failure) in
      try parser.wholeUnaryTests()
    }
  }

  private static func parse(
    _ fragment: Fragment, names: NameScanner, types: [String: Type], log: inout DiagnosticLog,
    _ read: (inout Parser) throws(Parser.Failure) -> Tree
  ) -> Expression? {
    var parser = Parser(fragment, names: names, types: types)
    let tree = try? read(&parser)
    log.report(contentsOf: parser.diagnostics)
    guard let tree, !parser.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    return Expression(tree: tree, fragment: fragment, nodeCount: parser.nodeCount)
  }

  /// The program, if nothing is provably wrong.
  ///
  /// - Parameters:
  ///   - expecting: the type that the caller needs; a provably different one is an error.
  ///   - input: the type of `?`. Bare values of an enumeration are its texts.
  ///   - strictly: whether what is provably null at run time (types that don't fit, unknown names) is an error, as in
  ///     rules. The standard has it run, and give null: then it is a warning.
  public func compiled(
    in layout: Layout, expecting: Type? = nil, input: Type? = nil, strictly: Bool = true, log: inout DiagnosticLog
  ) -> Program? {
    var checker = Checker(self, in: layout, input: input, isStrict: strictly)
    let type = checker.check(tree)
    if let expecting { checker.require(tree, type, expecting, expecting == .boolean ? .notACondition : .wrongType) }
    log.report(contentsOf: checker.log)
    guard !checker.log.contains(where: { $0.severity == .error }) else { return nil }
    var plain = Compiler(checker.checked, symbols: layout.symbols, isObserved: false)
    var observed = Compiler(checker.checked, symbols: layout.symbols, isObserved: true)
    let (code, observedCode) = (plain.compile(tree), observed.compile(tree))
    return Program(
      type: type, tree: tree, fragment: fragment, reads: checker.checked.reads, types: checker.checked.types,
      symbols: layout.symbols, version: layout.symbols.snapshot.version, slotCount: layout.slotCount,
      localCount: max(plain.window.count, observed.window.count), code: code, observed: observedCode)
  }
}
