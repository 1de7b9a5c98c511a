import Casework
import Diagnostics
import Records
import Reports
import Rules
import TestSupport
import Testing

/// A selection with everything that can matter: few distinct totals, so that many are tied; caps by condition and by
/// firm, with limits of their own; hard and soft floors.
struct RandomSelection {
  let batch: Batch

  init(_ generator: inout SplitMix) throws {
    let seats = 1 + generator.below(7)
    let share = generator.below(80)
    let text = """
      award: 试选
      edition: 2025
      record:
        名称: {type: string, required: true, key: true, title: true}
        得分: {type: number, required: true, range: "[0..100]"}
        次分: {type: number, required: true}
        企业: {type: string, required: true}
        类别: {type: string, required: true, one of: [主机, 配套, 服务]}
        非公: {type: boolean, required: true}
      scoring:
        max: 100
        dimensions: [{id: A, name: 得分, max: 100, items: [{id: A1, name: 得分, max: 100, score: 得分, basis: 附件1}]}]
      selection:
        seats: \(seats)
        candidates: seats plus \(generator.pick([0, 20, 25, 50, 100]))%
        minimum: 60
        tie_break: [次分]
        at most:
          - {name: 主机, where: '类别 = "主机"', seats: \(generator.below(4))}
          - {name: 同一企业, per: [企业], seats: 'if 类别 = "主机" then \(2 + generator.below(2)) else 1'}
          - {name: 服务, where: '类别 in ("服务", "配套")', share: \(20 + generator.below(81))%}
        at least:
          - {name: 非公, where: 非公, share: \(share)%}
          - {name: 主机, where: '类别 = "主机"', seats: 1, soft: true}
          - {name: 服务, where: '类别 = "服务"', seats: \(generator.below(2))}
      """
    var log = DiagnosticLog()
    let compiled = RuleSet.read("试选.yaml", log: &log) { Source(name: $0, text: text) }?.compiled(log: &log)
    let rules = try #require(compiled, "\(DiagnosticRenderer(language: .en).render(log.sorted))\n\(text)")
    let nominees = (0..<(2 + generator.below(16))).map { index in
      let score = 58 + generator.below(8)
      return "- {名称: 对象\(index), 得分: \(score), 次分: \(generator.below(3)), 企业: 厂\(generator.below(6)), "
        + "类别: \(generator.pick(["主机", "配套", "服务"])), 非公: \(generator.below(2) == 0)}"
    }
    let source = Source(name: "名单.yaml", text: nominees.joined(separator: "\n") + "\n")
    batch = Batch(RecordBatch.read(source, as: .yaml, rules.schema, log: &log), rules: rules, observing: false)
  }

  var certificate: String {
    get throws { try #require(SelectionCertificate(batch, .zh)).text }
  }
}
