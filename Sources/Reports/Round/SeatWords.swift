import Casework
import Evaluation
import Outcomes
import Records
import Rules
import Workflow

/// How the seats were given out, in words: which floor kept how many empty, and why somebody has none.
struct SeatWords {
  private let batch: Batch
  private let allocation: SeatAllocation
  private let quota: SelectionQuota
  private let values: ValueText

  /// `nil`: nobody has been voted on.
  init?(_ batch: Batch, _ values: ValueText) {
    guard let allocation = batch.allocation, let quota = batch.rules.selection?.quota else { return nil }
    self.batch = batch
    self.allocation = allocation
    self.quota = quota
    self.values = values
  }

  // MARK: For the whole list

  /// One line for each thing that kept a seat empty, and the sum (E19).
  var lines: [String] {
    let given = allocation.selected.count
    var lines = [
      word(
        "名额 \(quota.seats)，票决后给出 \(given)，空缺 \(allocation.emptySeats)",
        "\(quota.seats) seats: \(given) given out after the vote, \(allocation.emptySeats) left empty")
    ]
    lines += keepingFloors
    if lines.count == 1, allocation.emptySeats > 0 {
      lines.append(word("票决通过的不足名额，宁缺毋滥", "fewer passed the vote than there are seats"))
    }
    let vacancies = (batch.course?.vacancies ?? []).map(told)
    lines += vacancies
    if !vacancies.isEmpty || batch.dossiers.contains(where: { $0.outcome.hasBeenNamed }) {
      let seated = batch.dossiers.count { $0.outcome.hasBeenNamed || $0.outcome == .selected }
      lines.append(
        word(
          "最后有名额的 \(seated)，空缺 \(max(0, quota.seats - seated))",
          "in the end \(seated) hold a seat, \(max(0, quota.seats - seated)) are empty"))
    }
    return lines
  }

  /// Each floor that too few passed for, and how many seats are kept empty for it, or for several together.
  private var keepingFloors: [String] {
    guard allocation.emptySeats > 0 else { return [] }
    let short = allocation.floors.filter { !quota.floors[$0.index].isSoft && $0.listed < $0.needed }
    let lines = short.map { report in
      let floor = quota.floors[report.index]
      let clause = floor.basis ?? quota.basis["floors"] ?? ""
      let basis = clause.isEmpty ? "" : word("（\(clause)）", " (\(clause))")
      let told = word(
        "底线“\(floor.name)”\(basis)须 \(report.needed) 名，票决通过的只有 \(passed(report.index)) 名",
        "the floor “\(floor.name)”\(basis) asks for \(report.needed), and only \(passed(report.index)) passed")
      return short.count > 1
        ? told : told + word("，为其", ", and ") + kept(report.needed - report.listed)
    }
    guard short.count > 1 else { return lines }
    let all = kept(short.map { $0.needed - $0.listed }.reduce(0, +))
    return lines + [word("为这些底线", "for these floors ") + all]
  }

  private func kept(_ gap: Int) -> String {
    let count = min(gap, allocation.emptySeats)
    return word("保留的 \(count) 个名额空缺，不凑数", "\(count) seats are kept empty")
  }

  private func told(_ vacancy: Round.Vacancy) -> String {
    let whose = name(vacancy.of)
    let start = word("“\(whose)”出缺：", "the seat of “\(whose)” fell free: ")
    guard vacancy.isFilled else { return start + word("没有递补，名额空缺", "it was not filled again") }
    guard let successor = vacancy.by else {
      return start + word("没有合乎底线和上限的递补候选，名额空缺", "floors and caps admit nobody of the reserve, and it stays empty")
    }
    return start + word("由“\(name(successor))”递补", "“\(name(successor))” stepped up")
  }

  private func name(_ id: CaseID) -> String {
    batch.dossiers.first { $0.record.id == id.rawValue }?.record.title ?? id.rawValue
  }

  // MARK: For one of the reserve

  /// Why one who passed the vote has no seat.
  func reason(_ dossier: Dossier) -> String {
    let full = allocation.selected.count >= quota.seats
    guard let index = blocking(dossier) else {
      return full
        ? word(
          "\(quota.seats) 个名额已给赞成票、排名在前的对象", "all \(quota.seats) seats went to those with more votes or a better rank")
        : word("没有得到名额", "got no seat")
    }
    let floor = quota.floors[index]
    let needed = floor.limit ?? 0
    let others = quota.seats - needed
    let few = passed(index) < needed ? word("，通过的只有 \(passed(index)) 名", ", and only \(passed(index)) passed") : ""
    return word(
      "底线“\(floor.name)”须 \(needed) 名\(few)，其余对象至多 \(others) 个名额，已给赞成票、排名在前的",
      "the floor “\(floor.name)” asks for \(needed)\(few); the \(others) other seats went to those with more votes or a better rank"
    )
  }

  /// The floor that leaves no room for one who is not of its group.
  private func blocking(_ dossier: Dossier) -> Int? {
    quota.floors.indices.first { index in
      guard !quota.floors[index].isSoft, let needed = quota.floors[index].limit, !isMember(dossier, of: index) else {
        return false
      }
      let others = seated.count { !isMember($0, of: index) }
      return others + 1 > quota.seats - needed
    }
  }

  private var seated: [Dossier] { batch.dossiers.filter { allocation.selected.contains($0.record.id) } }

  /// Of a floor's group, how many passed the vote.
  private func passed(_ floor: Int) -> Int {
    let all = allocation.selected + allocation.reserve + allocation.undecided
    return batch.dossiers.count { all.contains($0.record.id) && isMember($0, of: floor) }
  }

  private func isMember(_ dossier: Dossier, of floor: Int) -> Bool {
    dossier.assessment.standing?.floors[floor].group != nil
  }

  private func word(_ zh: String, _ en: String) -> String { values.word(zh: zh, en: en) }
}
