import Casework
import DMN
import Diagnostics
import Evaluation
import FEEL
import Fingerprints
import Records
import Rules
import Workflow

extension Justification {
  /// 三、评分.
  func addScore(to page: inout Page) {
    guard isScored else {
      return page.addPart(values.word(zh: "评分　没有进行到评分", en: "Score: it never came to that"), values.language)
    }
    guard let score = assessment.score else {
      let why = rules.dimensions.isEmpty && rules.bonus == nil
      if !why {
        let told =
          dossier.merger == nil
          ? values.word(zh: "评分　待补正，暂不评分", en: "Score: not scored while facts are missing")
          : values.word(zh: "评分　已并入另一件，不单独评分", en: "Score: not scored apart from the case that it was merged into")
        page.addPart(told, values.language)
      }
      return
    }
    page.addPart(values.word(zh: "评分　", en: "Score: ") + sum(score), values.language)
    for (dimension, result) in zip(rules.dimensions, score.dimensions) {
      page.add(
        .group("\(dimension.id) \(dimension.name)　\(values.fixed(result.points))／\(values.points(dimension.max))"))
      for (item, line) in zip(dimension.items, result.items) { add(item, line, to: &page) }
    }
    guard let bonus = rules.bonus, let result = score.bonus else { return }
    let cap = result.cap.map { values.word(zh: "（封顶 \($0)）", en: " (at most \($0))") } ?? ""
    page.add(.group(values.word(zh: "加分", en: "Bonus") + "　\(values.fixed(result.points))\(cap)"))
    for (index, (item, line)) in zip(bonus.items, result.items).enumerated() {
      add(item, line, isCounted: result.counted.contains(index), basis: bonus.basis, to: &page)
    }
  }

  private func sum(_ score: Score) -> String {
    guard score.total != nil else {
      return values.word(
        zh: "已得 \(values.fixed(score.sum))，尚有待核项", en: "\(values.fixed(score.sum)) so far; some items are open")
    }
    guard let bonus = score.bonus else { return total(score.total ?? .zero) }
    return
      "\(values.fixed(score.subtotal)) ＋ \(values.word(zh: "加分", en: "bonus")) \(values.fixed(bonus.points)) ＝ \(total(score.total ?? .zero))"
  }

  private func add(
    _ item: CompiledItem, _ result: ItemResult, isCounted: Bool = true, basis: String = "", to page: inout Page
  ) {
    let max = item.max.map { "／\(values.points($0))" } ?? ""
    var text = "\(values.points(result.points))\(max)"
    let told = sentence(item, result)
    if !told.isEmpty { text += "　\(told)" }
    if !isCounted { text += values.word(zh: "（未计入）", en: " (not counted)") }
    page.add(
      .item(mark: "", label: "\(item.id) \(item.name)", text: text, clause: item.basis.isEmpty ? basis : item.basis))
  }

  /// What the points of an item rest on.
  func sentence(_ item: CompiledItem, _ result: ItemResult) -> String {
    switch result.state {
    case .missing(let paths):
      let names = values.facts(paths)
      return values.word(zh: "缺选填事实\(names)，0 分", en: "the optional fact \(names) is missing: 0 points")
    case .open(let paths):
      // Scores that are there, but too few of them.
      if case .panel(let panel) = result.working { return values.word(zh: "待核：", en: "open: ") + self.panel(panel) }
      return values.word(zh: "待核：缺\(values.facts(paths))", en: "open: \(values.facts(paths)) missing")
    case .notComputable:
      return working(item.form, result.working, unit: item.unit)
    case .scored where unavailable(result) != nil: return unavailable(result) ?? ""
    case .scored:
      let told =
        result.because.isEmpty
        ? working(item.form, result.working, unit: item.unit) : values.sentence(result.because)
      guard let uncapped = result.uncapped else { return told }
      return told
        + values.word(
          zh: "；合计 \(values.points(uncapped))，以满分为限", en: "; \(values.points(uncapped)) in all, cut at the maximum")
    }
  }

  /// Why the value that an item looks up cannot be computed: 0 points, and no missing fact.
  func unavailable(_ result: ItemResult) -> String? {
    guard case .bands(let input, _) = result.working, input.value.isNull, let origin = input.origin else { return nil }
    let name = input.program.fragment.text
    let why = narrator.whyNothing(origin) ?? reason(origin) ?? ""
    return values.word(
      zh: "\(why.isEmpty ? "" : why + "，")\(name)不可计算，0 分",
      en: "\(name) cannot be computed\(why.isEmpty ? "" : ", since " + why): 0 points")
  }

  private func working(_ form: CompiledForm, _ working: Working, unit: String?) -> String {
    switch (form, working) {
    case (.bands(_, let table), .bands(let input, let match)):
      return "\(subject(input, unit: unit))\(comma)\(row(match, table, [input]))"
    case (.table(_, let table), .table(let inputs, let match)):
      return inputs.map { subject($0, unit: nil) }.joined(separator: comma) + comma + row(match, table, inputs)
    case (_, .elements(let elements, let counted, let isSum)):
      return self.elements(form, elements, counted, isSum: isSum)
    case (.parts(let parts), .parts(let workings)): return self.parts(parts, workings)
    case (_, .score(let computed)): return calculation(computed)
    case (_, .panel(let panel)): return self.panel(panel)
    case (.points, .points(let condition, _)): return condition.trace.map(narrator.sentence) ?? ""
    default: return ""
    }
  }

  private var comma: String { values.word(zh: "，", en: ", ") }

  /// What was looked up: `主题党日次数 12`.
  private func subject(_ computed: Computed, unit: String?) -> String {
    var text = computed.trace.map(narrator.noun) ?? values.text(computed.value, of: computed.program.tree)
    guard computed.value.isNull, let reason = computed.trace.flatMap(reason) else {
      // 4项 of people are 4名.
      if unit != nil, values.language == .zh, text.hasSuffix("项") { text.removeLast() }
      return text + (unit ?? "")
    }
    return "\(text)\(values.word(zh: "（\(reason)）", en: " (\(reason))"))"
  }

  private func reason(_ trace: Trace) -> String? { trace.null.map { values.reason($0, of: trace.tree) } }

  /// The band or row that matched, as it is written.
  private func row(_ match: Match, _ table: CompiledTable, _ inputs: [Computed]) -> String {
    if match.isDefault { return values.word(zh: "不属前列各档，按“其余”", en: "none of the bands: “else”") }
    guard !match.rows.isEmpty else { return values.word(zh: "没有相符的一档", en: "no band matches") }
    let texts = match.rows.map { index in
      table.table.rules[index].tests.map(cell)
        .joined(separator: values.word(zh: "，", en: ", "))
    }
    let text = texts.joined(separator: values.word(zh: "；", en: "; "))
    return values.word(zh: "属“\(text)”一档", en: "in the band “\(text)”")
  }

  private func cell(_ test: Fragment) -> String {
    switch test.text {
    case "-": values.word(zh: "不限", en: "any")
    case "true": values.word(zh: "是", en: "yes")
    case "false": values.word(zh: "否", en: "no")
    default: choices(test.text)
    }
  }

  /// Texts of a cell as they are enumerated in a sentence; a condition stays as it is written.
  private func choices(_ text: String) -> String {
    guard values.language == .zh, text.contains(", "), !text.contains(where: { "(<>=".contains($0) }) else {
      return text
    }
    return text.replacing(", ", with: "、").replacing("\"", with: "")
  }

  private func elements(_ form: CompiledForm, _ elements: [ElementWorking], _ counted: [Int], isSum: Bool) -> String {
    guard !elements.isEmpty else { return values.word(zh: "无此类事项", en: "nothing of the kind") }
    let told = elements.enumerated().map { index, element in
      let inputs = element.inputs.map { "\($0.program.fragment.text) \(values.text($0.value, of: $0.program.tree))" }
        .joined(separator: comma)
      var points = values.points(element.points)
      if let factor = element.factor, factor != Decimal(1) {
        points = "\(values.points(element.match.points ?? .zero)) × \(factor) ＝ \(points)"
      } else if let addend = element.addend, !addend.isZero {
        points = "\(values.points(element.match.points ?? .zero)) ＋ \(addend) ＝ \(points)"
      }
      let mark = counted.contains(index) || isSum ? "" : values.word(zh: "（不计）", en: " (not counted)")
      return values.word(zh: "\(inputs)：\(points)分\(mark)", en: "\(inputs): \(points)\(mark)")
    }
    let list = told.joined(separator: values.word(zh: "；", en: "; "))
    if isSum || counted.count == elements.count && elements.count == 1 { return list }
    return list
      + (counted.count == 1
        ? values.word(zh: "；取最高", en: "; the highest counts")
        : values.word(zh: "；取最高\(counted.count)项", en: "; the best \(counted.count) count"))
  }

  private func parts(_ parts: [CompiledPart], _ workings: [PartWorking]) -> String {
    zip(parts, workings).map { part, working in
      let told =
        switch working.working {
        case .points(_, let holds): holds ? "" : values.word(zh: "（否）", en: " (no)")
        case .elements:
          values.word(zh: "（", en: " (") + self.working(part.form, working.working, unit: nil)
            + values.word(zh: "）", en: ")")
        default: ""
        }
      return "\(part.name) \(values.points(working.points))\(told)"
    }.joined(separator: values.word(zh: "、", en: ", "))
  }

  /// A calculation with its values: `达标岗 4项 ÷ 党员示范岗 4项 × 6`.
  private func calculation(_ computed: Computed) -> String {
    guard let trace = computed.trace else { return "" }
    if computed.value.isNull, let reason = reason(trace) {
      return values.word(zh: "算不出：\(reason)，0 分", en: "not computable: \(reason); 0 points")
    }
    return narrator.calculation(trace)
  }

  private func panel(_ panel: PanelWorking) -> String {
    let scores = panel.scores.map(values.number).joined(separator: values.word(zh: "、", en: ", "))
    let count = values.word(zh: "\(panel.scores.count)人：\(scores)", en: "\(panel.scores.count) judges: \(scores)")
    guard let aggregate = panel.aggregate else {
      return values.word(
        zh: "\(count)；有效评委不足 \(panel.needed)人", en: "\(count); fewer than \(panel.needed) valid scores")
    }
    var text = count
    if let highest = panel.highest, let lowest = panel.lowest {
      text += values.word(
        zh: "；去最高 \(highest)、最低 \(lowest)", en: "; without the highest \(highest) and the lowest \(lowest)")
    }
    let number = values.points(aggregate)
    text +=
      panel.kind == .mean
      ? values.word(zh: "，平均 \(number)", en: ", mean \(number)")
      : values.word(zh: "，中位数 \(number)", en: ", median \(number)")
    text += standing(panel.standing) + values.word(zh: "，× \(panel.factor)", en: ", × \(panel.factor)")
    if panel.scores.count > 1, Set(panel.scores).count == 1 {
      text += values.word(zh: "（提示：离散度为 0）", en: " (note: all the same)")
    }
    return text
  }

  /// The place of a panel's number among the others of its group (Z 分).
  private func standing(_ standing: PanelStanding) -> String {
    switch standing {
    case .own: return ""
    case .notYet: return values.word(zh: "（组内标准化待全组评完）", en: " (to be standardised when all of the group are scored)")
    case .tooFew(let count, let needed):
      return values.word(
        zh: "（组内 \(count) 名，不足 \(needed) 名，样本不足，用原始分）",
        en: " (\(count) in the group, fewer than \(needed): too few to standardise, it counts as it is)")
    case .level:
      return values.word(zh: "（组内离散度为 0，用原始分）", en: " (nobody in the group differs, it counts as it is)")
    case .standardized(let score):
      let (group, mean) = (values.text(score.group), values.number(score.groupMean))
      let (deviation, z) = (values.number(score.groupDeviation), values.number(score.zScore))
      let value = values.points(score.value)
      return values.word(
        zh: "；\(group)组平均 \(mean)、标准差 \(deviation)，Z \(z)，折为 \(value)",
        en: "; group \(group) has a mean of \(mean) and a deviation of \(deviation): z \(z), standardised \(value)")
    }
  }
}
