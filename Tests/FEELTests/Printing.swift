import Diagnostics
import FEEL
import Testing

/// What is printed reads as what was read.
@Suite("书写")
struct Printing {
  private func parse(_ text: String, tests: Bool = false) -> Tree? {
    var log = DiagnosticLog()
    let layout = Writer.world.layout
    return tests
      ? Expression.parseUnaryTests(Fragment(text), in: layout, log: &log)?.tree
      : Expression.parse(Fragment(text), in: layout, log: &log)?.tree
  }

  @Test("规则 61 的空白就是空白，不是名称的一部分", arguments: ["\u{FEFF}", "\u{1680}", "\u{180E}", "\u{3000}", "\u{A0}"])
  func space(_ space: String) throws {
    let tree = try #require(parse("n\(space)+\(space)1"))
    #expect(tree.formatted == "n + 1")
    #expect(parse("n instance of list<num\(space)ber>") == nil)
  }

  @Test(
    "规范的写法",
    arguments: [
      ("1+2*3", "1 + 2 * 3"), ("(1+2)*3", "(1 + 2) * 3"), ("1-(2-3)", "1 - (2 - 3)"), ("(1-2)-3", "1 - 2 - 3"),
      ("2**3**2", "2 ** 3 ** 2"), ("2**(3**2)", "2 ** (3 ** 2)"), ("-n**2", "-n ** 2"), ("-(n**2)", "-(n ** 2)"),
      ("n  >=3 and(m<2 or 是)", "n >= 3 and (m < 2 or 是)"), ("(n>1)=是", "(n > 1) = 是"),
      ("if 是 then 1 else 2", "if 是 then 1 else 2"), ("(if 是 then 1 else 2)+1", "(if 是 then 1 else 2) + 1"),
      ("n in[1..3)", "n in [1..3)"), ("n in (1..3)", "n in (1..3)"), ("n in (<3,>5)", "n in (< 3, > 5)"),
      ("n in ((<3))", "n in ((< 3))"), ("n in (3)", "n in (3)"), ("文 in (\"A\",\"B\")", "文 in (\"A\", \"B\")"),
      ("表[甲>1].乙", "表[甲 > 1].乙"), ("[1,2][1]", "[1, 2][1]"), ("{a:1,\"b c\":a+1}.a", "{a: 1, b c: a + 1}.a"),
      ("{\"1\":1}", "{\"1\": 1}"), ("for x in 1..3,y in[x] return x*y", "for x in 1..3, y in [x] return x * y"),
      ("some x in 表 satisfies x.甲>1", "some x in 表 satisfies x.甲 > 1"),
      ("function(a:number,b)a+b", "function(a: number, b) a + b"), ("(function(a)a)(1)", "(function(a) a)(1)"),
      ("substring(string:文,start position:1)", "substring(string: 文, start position: 1)"),
      ("n instance of  list < number >", "n instance of list < number >"), ("@\"P1Y\"", "@\"P1Y\""),
      ("n in 3(\"A\")", "n in ((3)(\"A\"))"),
      ("n in ((1).甲)", "n in ((1).甲)"), ("n between 1 and 3", "n between 1 and 3"), ("(<3)", "(< 3)"),
      ("(=3)", "(= 3)"), ("(1).甲", "(1).甲"),
      ("\"引号\\\"与\\\\\"", "\"引号\\\"与\\\\\""), ("n // 注释\n + 1", "n + 1"),
    ])
  func canonical(_ written: String, _ expected: String) throws {
    let tree = try #require(parse(written))
    #expect(tree.formatted == expected)
    #expect(try #require(parse(expected)).outline == tree.outline)
  }

  @Test(
    "格子的写法",
    arguments: [
      ("-", "-"), (">=12", ">= 12"), ("\"甲\",\"乙\"", "\"甲\", \"乙\""), ("not(3,>5)", "not(3, > 5)"),
      ("[1..3),null", "[1..3), null"), ("? > 2 and ?<5", "? > 2 and ? < 5"),
    ])
  func cells(_ written: String, _ expected: String) throws {
    let tree = try #require(parse(written, tests: true))
    #expect(tree.formattedTests == expected)
    #expect(try #require(parse(expected, tests: true)).outline == tree.outline)
  }

  @Test("随便写的表达式：写出来再读，还是同一棵树", arguments: [UInt64(1), 2, 3, 4])
  func generated(_ seed: UInt64) throws {
    var writer = Writer(seed: seed)
    for count in 0..<1_000 {
      let text = writer.expression(4)
      guard let tree = parse(text) else { continue }
      let printed = tree.formatted
      let again = try #require(parse(printed), "种子 \(seed) 第 \(count) 个：\(text) → \(printed)")
      #expect(again.outline == tree.outline, "种子 \(seed) 第 \(count) 个：\(text) → \(printed)")
      #expect(again.formatted == printed, "种子 \(seed) 第 \(count) 个")
    }
  }
}

extension Tree {
  /// What it is, part by part, without places.
  var outline: String {
    let own =
      switch kind {
      case .boolean(let value): "\(value)"
      case .number(let value): "\(value)"
      case .string(let text): "text \(text)"
      case .temporal(let text): "@\(text)"
      case .name(let name): "name \(name)"
      case .arithmetic(let operation, _, _): operation.rawValue
      case .compare(let comparison, _, _): comparison.rawValue
      case .test(let comparison, _): "test \(comparison.rawValue)"
      case .range(let low, let lowIncluded, let high, let highIncluded):
        "range \(low == nil) \(lowIncluded) \(high == nil) \(highIncluded)"
      case .quantified(let quantifier, let iterators, _): "\(quantifier) \(iterators.map(\.name))"
      case .forEach(let iterators, _): "for \(iterators.map(\.name)) \(iterators.map(\.counts))"
      case .path(_, let component): "path \(component.name)"
      case .context(let entries): "context \(entries.map(\.key))"
      case .function(let parameters, _):
        "function \(parameters.map { "\($0.name) \($0.type?.type?.description ?? "")" })"
      case .call(_, .named(let entries)): "call \(entries.map(\.key))"
      case .call: "call"
      case .instanceOf(_, let type): "instance of \(type.type?.description ?? type.name)"
      case .null: "null"
      case .input: "?"
      case .negate: "negate"
      case .and: "and"
      case .or: "or"
      case .between: "between"
      case .isIn: "in"
      case .tests: "tests"
      case .noneOf: "none of"
      case .anything: "-"
      case .point: "point"
      case .ifElse: "if"
      case .filter: "filter"
      case .list: "list"
      }
    return "(\(own)\(children.map { " " + $0.outline }.joined()))"
  }
}
