import CAllocations
import Diagnostics
import FEEL

/// The batch workload: sixteen criteria over sixteen facts of a record.
struct Criteria {
  static let fields: [(name: String, type: Type)] = [
    ("政治面貌", .enumeration(["中共党员", "预备党员", "群众", "共青团员"])), ("党龄年", .number), ("在岗年限", .number),
    ("年龄", .number), ("党纪处分", .boolean), ("安全责任事故数", .number), ("失信被执行人", .boolean), ("旷工天数", .number),
    ("技能等级", .enumeration(["高级技师", "技师", "高级工", "中级工", "初级工"])), ("带徒人数", .number), ("专利数", .number),
    ("技改收益万元", .number), ("最高荣誉", .enumeration(["国家级", "省级", "市级", "区级", "无"])), ("民主测评", .number),
    ("培训学时", .number), ("志愿服务小时", .number),
  ]

  static let expressions = [
    "政治面貌 = \"中共党员\"", "党龄年 >= 1", "在岗年限 >= 3", "年龄 in [18..60]", "党纪处分", "安全责任事故数 > 0", "失信被执行人",
    "旷工天数 > 0",
    """
    if 技能等级 = "高级技师" then 20 else if 技能等级 = "技师" then 16 else if 技能等级 = "高级工" then 12 \
    else if 技能等级 = "中级工" then 8 else 4
    """,
    "if 带徒人数 >= 5 then 10 else if 带徒人数 >= 3 then 8 else if 带徒人数 >= 1 then 5 else 0",
    "min(专利数 * 3, 12)",
    "if 技改收益万元 >= 100 then 15 else if 技改收益万元 >= 50 then 10 else if 技改收益万元 >= 10 then 5 else 0",
    """
    if 最高荣誉 = "国家级" then 15 else if 最高荣誉 = "省级" then 10 else if 最高荣誉 = "市级" then 6 \
    else if 最高荣誉 = "区级" then 3 else 0
    """,
    "民主测评 * 0.15", "min(培训学时 / 40, 1) * 5",
    "if 志愿服务小时 >= 80 then 8 else if 志愿服务小时 >= 40 then 5 else if 志愿服务小时 >= 10 then 2 else 0",
  ]

  private let programs: ProgramSet
  private let results: [Slot]
  private let rows: [Row]
  private let frame: Frame

  init(records: [[String: Value]]) throws {
    var layout = Layout()
    let slots = Criteria.fields.map { layout.declare($0.name, $0.type) }
    var log = DiagnosticLog()
    let programs = Criteria.expressions.compactMap {
      Expression.parse(Fragment($0), in: layout, log: &log)?.compiled(in: layout, log: &log)
    }
    precondition(programs.count == Criteria.expressions.count, "\(log.sorted)")
    results = programs.indices.map { layout.declare("结果\($0)", programs[$0].type) }
    self.programs = ProgramSet(Array(zip(programs, results)))
    let frame = Frame(layout)
    rows = records.map { record in
      frame.reset()
      for (slot, field) in zip(slots, Criteria.fields) { frame.set(slot, record[field.name] ?? .null) }
      return frame.row
    }
    self.frame = frame
    check(records, programs, slots)
  }

  var count: Int { rows.count }

  /// Evaluation alone, on one core, the records having been read: the best of several rounds.
  func recordsPerSecond(rounds: Int = 15) -> Double {
    (0..<rounds).map { _ in Double(count) / ContinuousClock().measure(run).seconds }.max() ?? 0
  }

  /// How often memory is asked for in one round, after a round that warmed up.
  func allocations() -> Int {
    run()
    let before = allocations_of_this_thread()
    run()
    return allocations_of_this_thread() - before
  }

  private func run() {
    for row in rows {
      frame.load(row)
      programs.evaluate(frame)
    }
  }

  /// What is measured is right: each program alone, on records that were set value by value, says the same.
  private func check(_ records: [[String: Value]], _ programs: [Program], _ slots: [Slot]) {
    for index in stride(from: 0, to: count, by: max(count / 1000, 1)) {
      frame.load(rows[index])
      self.programs.evaluate(frame)
      let together = results.map(frame.value)
      frame.reset()
      for (slot, field) in zip(slots, Criteria.fields) { frame.set(slot, records[index][field.name] ?? .null) }
      let alone = programs.map { $0.explain(frame).value }
      precondition(together == alone, "record \(index): \(together) is not \(alone)")
    }
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
