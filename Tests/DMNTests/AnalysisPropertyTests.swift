import DMN
import Diagnostics
import FEEL
import Testing

/// What the analysis says of small tables, held against asking the table about every single value.
@Suite("分析与逐值求值一致") struct AnalysisPropertyTests {
  private let levels = ["国家", "省", "市"]
  private let top = 12

  @Test("随机的小表", arguments: [1, 2, 3, 4, 5] as [UInt64]) func randomTables(seed: UInt64) throws {
    var random = Noise(state: seed)
    let domains: [String: Domain] = [
      "级别": .enumeration(levels), "名次": .integers(Interval(from: .zero, through: Decimal(top))),
    ]
    for _ in 0..<60 {
      let rows = (0..<Int(random.next(6) + 1)).map { "\(level(&random)) | \(rank(&random)) => \($0)" }
      let text = TableText((["级别 | 名次 => 分"] + rows).joined(separator: "\n"), domains)
      let (compiled, findings) = text.compiled(.first)
      let table = try #require(compiled, "\(findings) \(rows)")
      let hits = matches(table, text.layout)
      #expect(table.isComplete == hits.allSatisfy { !$0.isEmpty }, "seed \(seed) \(rows)")
      #expect(table.isDisjoint == hits.allSatisfy { $0.count < 2 }, "seed \(seed) \(rows)")
      let reached = self.reached(table, text.layout)
      let reported = Set(
        findings.filter { $0.hasPrefix("PX2508") || $0.hasPrefix("PX2509") }
          .compactMap { $0.firstMatch(of: #/第 (\d+) 行/#).flatMap { Int($0.1) } })
      #expect(reported == Set(rows.indices).subtracting(reached).mapped { $0 + 1 }, "seed \(seed) \(rows) \(findings)")
      #expect(findings.contains { $0.hasPrefix("PX2505") } == !table.isComplete, "seed \(seed) \(rows)")
    }
  }

  @Test("写成一个表达式，结果不变", arguments: [6, 7, 8, 9] as [UInt64]) func expressions(seed: UInt64) throws {
    var random = Noise(state: seed)
    let domains: [String: Domain] = [
      "级别": .enumeration(levels), "名次": .integers(Interval(from: .zero, through: Decimal(top))), "团体": .booleans,
    ]
    for _ in 0..<60 {
      let rows = (0..<Int(random.next(6) + 1)).map { row in
        "\(level(&random)) | \(rank(&random)) | \(["-", "true", "false"][Int(random.next(3))]) => \(row % 3)"
      }
      let last = random.next(2) == 0 ? ["else => 9"] : []
      let text = TableText((["级别 | 名次 | 团体 => 分"] + rows + last).joined(separator: "\n"), domains)
      for policy in [HitPolicy.first, .unique] {
        let table = try #require(text.compiled(policy).table)
        #expect((table.expression != nil) == (policy == .first || table.isDisjoint), "\(rows)")
        checkOutputs(table, text.layout, "seed \(seed) \(policy) \(rows + last)")
      }
    }
  }

  private func checkOutputs(_ table: CompiledTable, _ layout: Layout, _ context: String) {
    let frame = Frame(layout)
    guard let level = layout.slot(of: "级别"), let rank = layout.slot(of: "名次"), let team = layout.slot(of: "团体") else {
      return
    }
    for levelValue in levels.map({ Value.string($0) }) + [.null, .unknown] {
      for rankValue in [0, 3, 7, 12].map({ Value.number($0) }) + [.null, .unknown] {
        for teamValue in [Value.boolean(true), .boolean(false), .null, .unknown] {
          frame.reset()
          frame.set(level, levelValue)
          frame.set(rank, rankValue)
          frame.set(team, teamValue)
          let (fast, slow) = (table.output(frame), table.evaluate(frame).output)
          if fast != slow { Issue.record("\(levelValue) \(rankValue) \(teamValue): \(fast) \(slow) \(context)") }
        }
      }
    }
  }

  /// The rows that decide for some pair of values, null among them.
  private func reached(_ table: CompiledTable, _ layout: Layout) -> Set<Int> {
    let frame = Frame(layout)
    var rows = Set<Int>()
    for level in levels.map({ Value.string($0) }) + [.null] {
      for rank in (0...top).map({ Value.number($0) }) + [.null] {
        rows.formUnion(table.evaluate(frame, inputs: [level, rank]).hits)
      }
    }
    return rows
  }

  /// For every pair of values, the rows that match it.
  private func matches(_ table: CompiledTable, _ layout: Layout) -> [[Int]] {
    let frame = Frame(layout)
    return levels.flatMap { level in
      (0...top).map { rank in
        let inputs: [Value] = [.string(level), .number(rank)]
        return table.table.rules.indices.filter { row in
          (0..<2).allSatisfy { column in
            table.test(row: row, input: column)
              .map { $0.evaluate(frame, input: inputs[column]) == .boolean(true) } ?? true
          }
        }
      }
    }
  }

  private func level(_ random: inout Noise) -> String {
    let level = levels[Int(random.next(3))]
    return ["-", level, "not(\(level))", "\(level), \(levels[0])"][Int(random.next(4))]
  }

  private func rank(_ random: inout Noise) -> String {
    let (low, high) = (random.next(14), random.next(14))
    return [
      "-", "\(low)", ">= \(low)", "< \(low)", "[\(low)..\(high)]", "(\(low)..\(high))", "not(> \(low))",
      "\(low), \(high)",
    ][
      Int(random.next(8))]
  }
}

private struct Noise {
  var state: UInt64

  mutating func next(_ limit: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % limit
  }
}

extension Set {
  fileprivate func mapped<Other: Hashable>(_ transform: (Element) -> Other) -> Set<Other> { Set<Other>(map(transform)) }
}
