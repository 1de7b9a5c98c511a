import Casework
import Evaluation
import FEEL
import Records
import Outcomes
import Rules

/// What has changed since an earlier batch of the same award: for each nominee that was there then, and in the criteria.
struct PacketChanges {
  private let packet: Packet
  private let words: OutcomeWords
  /// By what tells a nominee from every other: the keys of the records.
  private let earlier: [String: Dossier]

  init(_ packet: Packet, _ words: OutcomeWords) {
    self.packet = packet
    self.words = words
    var earlier: [String: Dossier] = [:]
    for dossier in packet.earlier?.dossiers ?? [] {
      for mark in dossier.record.identities { earlier[mark] = dossier }
    }
    self.earlier = earlier
  }

  func of(_ dossier: Dossier) -> JSON {
    guard packet.earlier != nil else { return .null }
    guard let before = before(dossier) else { return .object(["isNew": .boolean(true)]) }
    let (now, then) = (dossier.assessment.score?.total, before.assessment.score?.total)
    return .object([
      "isNew": .boolean(false),
      "outcome": .string(earlierWords?.text(before) ?? before.outcome.rawValue),
      "isSameOutcome": .boolean(before.outcome == dossier.outcome),
      "rank": before.ranked.map { .number($0.rank) } ?? .null,
      "total": .optional(then.map { packet.values.fixed($0, scale: packet.batch.rules.total.scale) }),
      "difference": .optional(now.flatMap { now in then.flatMap { now.subtracting($0) } }),
      "points": .array(
        packet.batch.rules.dimensions.map { dimension in
          .optional(before.assessment.score?.dimensions.first { $0.id == dimension.id }?.points)
        }),
    ])
  }

  /// `null` where there is nothing to compare with.
  var json: JSON {
    guard let batch = packet.earlier, let words = earlierWords else { return .null }
    let still = Set(packet.batch.dossiers.flatMap(\.record.identities))
    let gone = batch.inOrder.filter { $0.record.identities.allSatisfy { !still.contains($0) } }
    return .object([
      "edition": .number(batch.rules.edition),
      "gone": .array(gone.map { .array([.string($0.record.title), .string(words.text($0))]) }),
      "criteria": .array(criteria(batch.rules, packet.batch.rules).map(JSON.string)),
    ])
  }

  private var earlierWords: OutcomeWords? {
    packet.earlier.map { OutcomeWords($0, ValueText($0.rules, packet.language)) }
  }

  private func before(_ dossier: Dossier) -> Dossier? {
    dossier.record.identities.lazy.compactMap { earlier[$0] }.first
  }

  // MARK: Criteria

  private func criteria(_ old: CompiledRuleSet, _ new: CompiledRuleSet) -> [String] {
    var told: [String] = []
    let (oldConditions, newConditions) = (old.eligibility + old.vetoes, new.eligibility + new.vetoes)
    tell(oldConditions.map { ($0.id, $0.name) }, newConditions.map { ($0.id, $0.name) }, &told)
    let (oldItems, newItems) = (items(old), items(new))
    tell(oldItems.map { ($0.id, $0.name) }, newItems.map { ($0.id, $0.name) }, &told)
    for item in newItems {
      guard let before = oldItems.first(where: { $0.id == item.id }), before.max != item.max else { continue }
      let (from, to) = (shown(before.max), shown(item.max))
      told.append(
        packet.word(
          "\(item.id) \(item.name)：满分由 \(from) 改为 \(to)", "\(item.id) \(item.name): maximum \(from), now \(to)"))
    }
    for parameter in new.parameters {
      guard let before = old.parameters.first(where: { $0.name == parameter.name }) else {
        told.append(packet.word("参数 \(parameter.name)：新增", "parameter \(parameter.name): new"))
        continue
      }
      let texts = [before, parameter].map { packet.values.text($0.value) }
      if texts[0] != texts[1] {
        told.append(
          packet.word(
            "参数 \(parameter.name)：由 \(texts[0]) 改为 \(texts[1])",
            "parameter \(parameter.name): \(texts[0]), now \(texts[1])"))
      }
    }
    return told
  }

  private func items(_ rules: CompiledRuleSet) -> [CompiledItem] {
    rules.dimensions.flatMap(\.items) + (rules.bonus?.items ?? [])
  }

  private func tell(
    _ old: [(id: String, name: String)], _ new: [(id: String, name: String)], _ told: inout [String]
  ) {
    for (id, name) in new where !old.contains(where: { $0.id == id }) {
      told.append(packet.word("\(id) \(name)：新增", "\(id) \(name): new"))
    }
    for (id, name) in old where !new.contains(where: { $0.id == id }) {
      told.append(packet.word("\(id) \(name)：取消", "\(id) \(name): no longer there"))
    }
  }

  private func shown(_ max: Decimal?) -> String { max.map { packet.values.fixed($0) } ?? packet.word("不限", "none") }
}
