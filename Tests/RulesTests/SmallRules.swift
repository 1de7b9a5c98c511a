import Diagnostics
import Rules

/// A complete rule file with a little of everything, and nothing wrong.
let smallRules = """
  award: 样例
  edition: 2025
  subject: enterprise
  regulation: {title: 样例评选办法, short: 样例办法, number: 样例〔2025〕1号, approval_number: none}
  parameters:
    基准日: {value: 2025-12-01, type: date, basis: 第一条}
    名额: {value: 10, type: integer, unit: 个, basis: 第二条}
  record:
    名称: {type: string, required: true, key: true, title: true}
    规模: {type: string, one of: [大型, 小型], required: true}
    成立日期: {type: date, required: true}
    次数: {type: integer, range: "[0..60]", required: true}
    比例: {type: number, range: "[0..100]", required: true}
    备注数: {type: integer, required: false}
    奖项:
      type: list
      of:
        级别: {type: string, one of: [国家, 省]}
        日期: {type: date}
      required: true
  checks:
    - {id: K1, name: 成立在前, require: 成立日期 <= 基准日}
  definitions:
    近年奖项: 奖项[日期 >= 基准日 - duration("P1Y")]
    奖项数: count(近年奖项)
  eligibility:
    - id: T1
      name: 成立满两年
      require: 成立日期 + duration("P2Y") <= 基准日
      basis: 第三条
    - id: T2
      name: 大型，或者有两次
      require: 规模 = "大型" or 次数 >= 2
      basis: 第四条
  vetoes:
    - {id: F1, name: 一次也没有, when: 次数 = 0, source: 公安, lookback: 当前, basis: 第五条}
  scoring:
    max: 20
    missing_optional: zero and listed
    basis: 第六条
    dimensions:
      - id: A
        name: 甲
        max: 12
        items:
          - id: A1
            name: 次数
            max: 6
            of: 次数
            bands:
              - [">= 12", 6]
              - ["[8..12)", 3]
              - ["< 8", 0]
            basis: 附件1-1
          - id: A2
            name: 奖项
            max: 6
            best of: 近年奖项
            table:
              inputs: [级别]
              rows:
                - [国家, 6]
                - [省, 3]
            basis: 附件1-2
      - id: B
        name: 乙
        max: 8
        items:
          - id: B1
            name: 比例
            max: 8
            score: 比例 / 100 * 8
            basis: 附件1-3
  bonus:
    cap: 2
    basis: 第七条
    items:
      - {id: J1, name: 大型, when: 规模 = "大型", points: 1, basis: 第七条}
  total: {scale: 2, round: half up, basis: 第八条}
  selection:
    seats: 名额
    candidates: ceiling(名额 * 1.2)
    minimum: 10
    tie_break:
      - {name: 甲, by: A}
    at most:
      - {name: 大型, where: 规模 = "大型", seats: 4, basis: 第九条}
    at least:
      - {name: 小型, where: 规模 = "小型", seats: 2, basis: 第九条}
  because:
    A1: 全年 {次数} 次

  """

/// Reads and compiles `规则.yaml` among files given as texts.
func read(
  _ files: [String: String], _ path: String = "规则.yaml"
) -> (rules: RuleSet?, compiled: CompiledRuleSet?, log: DiagnosticLog) {
  var log = DiagnosticLog()
  let rules = RuleSet.read(path, log: &log) { name in files[name].map { Source(name: name, text: $0) } }
  let compiled = rules?.compiled(log: &log)
  return (rules, compiled, log)
}
