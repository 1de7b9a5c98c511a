import Diagnostics
import FEEL

extension RuleCompiler {
  mutating func compile(_ selection: SelectionRule, log: inout DiagnosticLog) -> CompiledSelection? {
    guard let seats = number(selection.seats, named: "名额", log: &log)?.intValue, seats >= 0 else { return nil }
    let candidates = candidates(selection, seats: seats, log: &log)
    let (pointsLayout, points) = pointsScope()
    let tieBreak = selection.tieBreak.compactMap { key in
      program(key.by, in: pointsLayout, expecting: .number, log: &log).map { CompiledKey(name: key.name, program: $0) }
    }
    let caps = selection.caps.compactMap { compile($0, seats: seats, log: &log) }
    let floors = selection.floors.compactMap { compile($0, seats: seats, log: &log) }
    guard let candidates, tieBreak.count == selection.tieBreak.count else { return nil }
    for floor in floors.map(\.limit) where !floor.isSoft {
      checkFloor(floor, of: selection, seats: seats, log: &log)
    }
    return CompiledSelection(
      quota: SelectionQuota(
        seats: seats, candidates: candidates,
        minimum: selection.minimum.flatMap { number($0, named: "最低分", log: &log) },
        tieBreakNames: selection.tieBreak.map(\.name), then: selection.then, caps: caps.map(\.limit),
        floors: floors.map(\.limit), basis: selection.basis),
      points: points, tieBreak: tieBreak, caps: caps.map(\.quota), floors: floors.map(\.quota))
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

  private func candidates(_ selection: SelectionRule, seats: Int, log: inout DiagnosticLog) -> Int? {
    if let surplus = selection.surplus {
      let more = Decimal(seats).multiplied(by: surplus)?.divided(by: Decimal(100))
      return more.flatMap { Decimal(seats).adding($0)?.ceiling.intValue }
    }
    guard let candidates = selection.candidates else { return seats }
    return number(candidates, named: "入围数", log: &log)?.intValue
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

  private func parameterFrame() -> Frame {
    let frame = Frame(layout)
    for slot in fieldSlots { frame.set(slot, .null) }
    for (slot, parameter) in zip(parameterSlots, rules.parameters) { frame.set(slot, parameter.value) }
    for definition in definitions { frame.set(definition.slot, definition.program.evaluate(frame)) }
    return frame
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
