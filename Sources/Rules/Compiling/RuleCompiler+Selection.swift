import Diagnostics
import FEEL

extension RuleCompiler {
  mutating func compile(_ selection: SelectionRule, log: inout DiagnosticLog) -> CompiledSelection? {
    guard let seats = seats(selection.seats, log: &log) else { return nil }
    let candidates = candidates(selection, seats: seats, log: &log)
    let (pointsLayout, points) = pointsScope()
    let tieBreak = selection.tieBreak.compactMap { key in
      program(key.by, in: pointsLayout, expecting: .number, log: &log).map { CompiledKey(name: key.name, program: $0) }
    }
    let caps = selection.caps.compactMap { compile($0, seats: seats, log: &log) }
    let floors = selection.floors.compactMap { compile($0, seats: seats, log: &log) }
    let minimum = selection.minimum.flatMap { reachable($0, log: &log) }
    guard let candidates, tieBreak.count == selection.tieBreak.count else { return nil }
    for floor in floors.map(\.limit) where !floor.isSoft {
      checkFloor(floor, of: selection, seats: seats, log: &log)
    }
    let isPossible = !floors.contains { !$0.limit.isSoft && ($0.limit.limit ?? 0) > seats }
    let compiled = CompiledSelection(
      quota: SelectionQuota(
        seats: seats, candidates: candidates,
        minimum: minimum,
        tieBreakNames: selection.tieBreak.map(\.name), then: selection.then, caps: caps.map(\.limit),
        floors: floors.map(\.limit), basis: selection.basis),
      points: points, tieBreak: tieBreak, caps: caps.map(\.quota), floors: floors.map(\.quota))
    if isPossible, caps.count == selection.caps.count, floors.count == selection.floors.count {
      checkConflicts(of: selection, compiled, log: &log)
    }
    return compiled
  }

  /// Dimensions and items by their ids, as numbers.
  private mutating func pointsScope() -> (Layout, [(id: String, slot: Slot)]) {
    var inner = layout
    var points: [(id: String, slot: Slot)] = []
    for dimension in rules.scoring?.dimensions ?? [] {
      points.append((dimension.id, inner.declare(dimension.id, .number)))
      for item in dimension.items { points.append((item.id, inner.declare(item.id, .number))) }
    }
    widen(inner)
    return (inner, points)
  }

  private func seats(_ fragment: Fragment, log: inout DiagnosticLog) -> Int? {
    guard let value = number(fragment, named: "名额", log: &log) else { return nil }
    if let seats = value.whole(in: 1...Self.mostSeats) { return seats }
    log.report(
      Diagnostic(.impossibleSeats, at: fragment.span, ["most": "\(Self.mostSeats)", "value": value.description]))
    return nil
  }

  private func candidates(_ selection: SelectionRule, seats: Int, log: inout DiagnosticLog) -> Int? {
    var value: Decimal?
    if let surplus = selection.surplus {
      let more = Decimal(seats).multiplied(by: surplus)?.divided(by: Decimal(100))
      value = more.flatMap { Decimal(seats).adding($0)?.ceiling }
    } else if let candidates = selection.candidates {
      value = number(candidates, named: "入围数", log: &log)
    } else {
      return seats
    }
    guard let value else { return nil }
    if let candidates = value.whole(in: seats...Self.mostSeats) { return candidates }
    log.report(
      Diagnostic(
        .impossibleCandidates, at: selection.candidatesSpan ?? selection.span,
        ["least": "\(seats)", "most": "\(Self.mostSeats)", "value": value.description]))
    return nil
  }

  /// One above everything that can be scored would keep everybody out.
  private func reachable(_ fragment: Fragment, log: inout DiagnosticLog) -> Decimal? {
    guard let minimum = number(fragment, named: "最低分", log: &log) else { return nil }
    if let best = bestTotal, minimum > best {
      log.report(
        Diagnostic(
          .unreachableMinimum, at: fragment.span, ["minimum": minimum.description, "best": best.description]))
    }
    return minimum
  }

  /// `nil` when the bonus has no cap that is the same for all.
  private var bestTotal: Decimal? {
    guard let scoring = rules.scoring else { return nil }
    guard let bonus = rules.bonus else { return scoring.max }
    var silent = DiagnosticLog()
    guard let cap = bonus.cap.flatMap({ program($0, expecting: .number, log: &silent) }).flatMap(constant)?.number
    else { return nil }
    return scoring.max.adding(cap)
  }

  /// A number that needs parameters only.
  private func number(_ fragment: Fragment, named name: String, log: inout DiagnosticLog) -> Decimal? {
    guard let program = program(fragment, expecting: .number, log: &log) else { return nil }
    if case .number(let number) = program.evaluate(parameterFrame()) { return number }
    log.report(
      Diagnostic(
        .noScore, at: fragment.span,
        [
          "name": name, "why_zh": "这里只能由参数算出一个数",
          "why_en": "it must follow from the parameters alone",
        ]))
    return nil
  }

  private func compile(
    _ quota: Quota, seats: Int, log: inout DiagnosticLog
  ) -> (quota: CompiledQuota, limit: SelectionQuota.Limit)? {
    var limit: Int?
    var ownLimit: Program?
    switch quota.amount {
    case .share(let share, _):
      limit = Decimal(seats).multiplied(by: share)?.divided(by: Decimal(100))?.ceiling.intValue
    case .seats(let fragment):
      guard let program = program(fragment, expecting: .number, log: &log) else { return nil }
      for (value, span) in results(of: program) where value.whole(in: 0...Self.mostSeats) == nil {
        log.report(
          Diagnostic(
            .impossibleQuota, at: span,
            ["name": quota.name, "most": "\(Self.mostSeats)", "value": value.description]))
      }
      if reads(of: [program]).fields.isEmpty {
        limit = number(fragment, named: quota.name, log: &log)?.intValue
      } else {
        ownLimit = program
      }
    }
    guard let group = compile(quota.group, log: &log) else { return nil }
    var isSingle = false
    if case .matching = group { isSingle = true }
    return (
      CompiledQuota(group: group, limit: ownLimit),
      SelectionQuota.Limit(
        name: quota.name, basis: quota.basis, limit: limit, isSoft: quota.isSoft, isSingleGroup: isSingle)
    )
  }

  private func compile(_ group: Quota.Group, log: inout DiagnosticLog) -> CompiledQuota.Group? {
    switch group {
    case .matching(let fragment):
      return program(fragment, expecting: .boolean, log: &log).map(CompiledQuota.Group.matching)
    case .per(let fragments):
      let programs = fragments.compactMap { program($0, log: &log) }
      return programs.count == fragments.count ? .per(programs) : nil
    }
  }

  private func checkFloor(
    _ floor: SelectionQuota.Limit, of selection: SelectionRule, seats: Int, log: inout DiagnosticLog
  ) {
    guard let limit = floor.limit, limit > seats else { return }
    let span = selection.floors.first { $0.name == floor.name }?.span ?? selection.span
    log.report(
      Diagnostic(
        .floorsExceedSeats, at: span, ["floor": "\(limit)", "seats": "\(seats)", "name": floor.name]))
  }
}

extension Decimal {
  /// `nil` for a number with decimals or outside the range.
  fileprivate func whole(in range: ClosedRange<Int>) -> Int? {
    guard isInteger, let value = intValue, range.contains(value) else { return nil }
    return value
  }
}
