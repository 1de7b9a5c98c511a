extension Timetable {
  /// - Parameter pinned: days on which stages begin whatever the reckoning says, unless it comes to them later.
  public init(
    of definition: WorkflowDefinition, from start: Day, calendar: WorkCalendar, pinned: [StageID: Day] = [:]
  ) {
    let first = calendar.workingDay(onOrAfter: start).value
    var reckonings: [Pace: Reckoning] = [:]
    for pace in Pace.allCases {
      var reckoning = Reckoning(definition, calendar, pace, pinned)
      reckoning.run(from: first)
      reckonings[pace] = reckoning
    }
    self.init(
      workflow: definition.name, start: first, startsOnRestDay: !calendar.isWorkingDay(start),
      rows: Timetable.rows(definition, calendar, reckonings),
      milestones: Timetable.milestones(definition, reckonings[.latest]), calendar: calendar)
  }

  private static func rows(
    _ definition: WorkflowDefinition, _ calendar: WorkCalendar, _ reckonings: [Pace: Reckoning]
  ) -> [Row] {
    let order = reckonings[.latest]?.order ?? []
    return order.compactMap { stage -> Row? in
      let stretches = reckonings.compactMapValues { $0.stretches[stage.id] }
      guard stretches.count == Pace.allCases.count else { return nil }
      var counted: [Day] = []
      if case .notice(let notice) = stage.kind, let stretch = stretches[.latest] {
        let counting = notice.counting ?? definition.counting
        let from = counting == .sameDay ? stretch.first : stretch.first.next
        counted = calendar.workingDays(from: from, through: stretch.last)
      }
      return Row(
        stage: stage.id, name: stage.name, basis: stage.basis, scope: stage.scope, kind: stage.planKind,
        period: stage.planPeriod, counting: stage.planCounting(definition), until: stage.due?.until,
        extras: stage.planExtras + definition.renewedNotice(behind: stage), stretches: stretches,
        inFullBy: reckonings[.latest]?.inFullBy(stage), counted: counted)
    }
  }

  private static func milestones(_ definition: WorkflowDefinition, _ reckoning: Reckoning?) -> [Milestone] {
    guard let reckoning else { return [] }
    var found = definition.deadlines.compactMap { rule in
      reckoning.deadlines[rule.name].map {
        Milestone(
          kind: .deadline(rule.name), day: $0.value, within: rule.within, counting: rule.counting,
          isProvisional: $0.isProvisional)
      }
    }
    if let reserve = definition.reserve, let notice = reckoning.stretches[reserve.stage] {
      let end = reckoning.last(of: reserve.within, from: notice.last, .nextDay)
      found.append(
        Milestone(
          kind: .reserve, day: end.value, within: reserve.within, counting: .nextDay,
          isProvisional: end.isProvisional || notice.isProvisional))
    }
    return found
  }
}

/// One walk through the stages, at one pace.
private struct Reckoning {
  let definition: WorkflowDefinition
  let calendar: WorkCalendar
  let pace: Timetable.Pace
  let pinned: [StageID: Day]
  /// The stages on the way, in the order in which a case comes to them, and those beside it.
  private(set) var order: [Stage] = []
  private(set) var stretches: [StageID: Timetable.Stretch] = [:]
  private(set) var deadlines: [String: Reckoned<Day>] = [:]
  /// From when each common deadline runs.
  private var windows: [String: Day] = [:]
  private var arrivals: [StageID: Moment] = [:]

  /// When a case comes to a stage.
  private struct Moment {
    var day: Day
    /// The office has closed: work begins on the next working day.
    var isSpent: Bool
    var isProvisional = false

    static func < (left: Moment, right: Moment) -> Bool {
      (left.day, left.isSpent ? 1 : 0) < (right.day, right.isSpent ? 1 : 0)
    }
  }

  init(
    _ definition: WorkflowDefinition, _ calendar: WorkCalendar, _ pace: Timetable.Pace, _ pinned: [StageID: Day]
  ) {
    self.definition = definition
    self.calendar = calendar
    self.pace = pace
    self.pinned = pinned
  }

  mutating func run(from start: Day) {
    guard let first = definition.stages.first else { return }
    arrivals[first.id] = Moment(day: start, isSpent: false)
    for stage in sorted(from: first) {
      guard let arrival = arrivals[stage.id] else { continue }
      order.append(stage)
      let end = walk(stage, arrival)
      for next in stage.ways { arrive(next, end) }
      addObjection(of: stage)
    }
  }

  /// So that every stage stands behind all that lead to it; what leads back is left out.
  private func sorted(from first: Stage) -> [Stage] {
    var seen = Set<StageID>()
    var order: [Stage] = []
    var open: [(stage: Stage, isDone: Bool)] = [(first, false)]
    while let (stage, isDone) = open.popLast() {
      if isDone {
        order.append(stage)
      } else if seen.insert(stage.id).inserted {
        open.append((stage, true))
        // The last to be visited comes first in the end: branches stand in the order of the file.
        open += stage.ways.compactMap { definition[$0] }.map { ($0, false) }
      }
    }
    return order.reversed()
  }

  /// Branches of a split are all waited for; of a choice, the shortest is as early as it can be.
  private mutating func arrive(_ id: StageID, _ moment: Moment) {
    guard let stage = definition[id], let before = arrivals[id] else {
      arrivals[id] = moment
      return
    }
    let waitsForAll = if case .join = stage.kind { true } else { pace != .earliest }
    arrivals[id] = (before < moment) == waitsForAll ? moment : before
  }

  // MARK: One stage

  private mutating func walk(_ stage: Stage, _ arrival: Moment) -> Moment {
    var begin = begin(stage, arrival)
    let end: Moment
    if case .notice(let notice) = stage.kind {
      let last = last(of: notice.days, from: begin.day, notice.counting ?? definition.counting)
      end = Moment(day: last.value, isSpent: true, isProvisional: begin.isProvisional || last.isProvisional)
    } else if stage.takesNoTime || stage.kind == .join {
      begin = arrival
      end = arrival
    } else {
      end =
        pace == .earliest
        ? Moment(day: begin.day, isSpent: false, isProvisional: begin.isProvisional)
        : usedUp(stage, arrival, begin)
    }
    stretches[stage.id] = Timetable.Stretch(
      first: min(begin.day, end.day), last: end.day, isProvisional: end.isProvisional)
    for rule in definition.deadlines where rule.from == stage.id {
      deadlines[rule.name] = last(of: rule.within, from: end.day, rule.counting)
      windows[rule.name] = end.day
    }
    return end
  }

  /// The first day on which somebody can act.
  private func begin(_ stage: Stage, _ arrival: Moment) -> Moment {
    var day = calendar.workingDay(onOrAfter: arrival.isSpent ? arrival.day.next : arrival.day)
    if let name = stage.due?.notBefore, let deadline = deadlines[name] {
      let after = calendar.workingDay(onOrAfter: deadline.value.next)
      if after.value > day.value { day = after }
    }
    if let pin = pinned[stage.id] {
      let after = calendar.workingDay(onOrAfter: pin)
      if after.value > day.value { day = after }
    }
    // All that a common deadline ends may be done on any day before it, one thing after the other.
    if pace != .earliest, let name = stage.due?.until, let from = windows[name] {
      return Moment(day: from, isSpent: false, isProvisional: arrival.isProvisional)
    }
    return Moment(
      day: day.value, isSpent: false, isProvisional: arrival.isProvisional || day.isProvisional)
  }

  /// The last day of the stage: that of the common deadline which ends it, or of its period and of what may be added.
  private func usedUp(_ stage: Stage, _ arrival: Moment, _ begin: Moment) -> Moment {
    if let name = stage.due?.until, let deadline = deadlines[name] {
      return Moment(day: deadline.value, isSpent: true, isProvisional: deadline.isProvisional)
    }
    guard let period = stage.planPeriod else { return begin }
    var spans = [period]
    if pace == .extended { spans += stage.planExtras.flatMap(\.spans) }
    // A pinned stage is entered on its day; any other when the stage before is over.
    let counting = stage.planCounting(definition)
    var day = pinned[stage.id] == nil ? arrival.day : begin.day
    if let name = stage.due?.notBefore, let deadline = deadlines[name] { day = max(day, deadline.value) }
    var isProvisional = begin.isProvisional
    for span in spans {
      let last = last(of: span, from: day, counting)
      day = last.value
      isProvisional = isProvisional || last.isProvisional
    }
    return Moment(day: max(day, begin.day), isSpent: true, isProvisional: isProvisional)
  }

  func last(of span: TimeSpan, from day: Day, _ counting: Counting) -> Reckoned<Day> {
    calendar.end(of: span, from: Instant(day, .midnight), counting: counting, endsAt: .midnight).map(\.day)
  }

  // MARK: Beside the way

  /// 异议核查: from the first day of the notice, since an objection may come then; and from its last at the latest.
  private mutating func addObjection(of stage: Stage) {
    guard case .notice(let notice) = stage.kind, let id = notice.objectionStage, let aside = definition[id],
      let held = stretches[stage.id]
    else { return }
    order.append(aside)
    guard pace != .earliest else {
      stretches[id] = Timetable.Stretch(first: held.first, last: held.first, isProvisional: held.isProvisional)
      return
    }
    var spans = aside.planAdmission.map { [$0] } ?? []
    if let period = aside.planPeriod { spans.append(period) }
    if pace == .extended { spans += aside.planExtras.flatMap(\.spans) + [notice.days] }
    var (day, isProvisional) = (held.last, held.isProvisional)
    for span in spans {
      let last = last(of: span, from: day, definition.counting)
      day = last.value
      isProvisional = isProvisional || last.isProvisional
    }
    stretches[id] = Timetable.Stretch(first: held.first, last: day, isProvisional: isProvisional)
  }

  // MARK: Periods in full

  /// The day by which this stage has to be done, so that those behind it have all of their periods before the deadline.
  func inFullBy(_ stage: Stage) -> Day? {
    guard let name = stage.due?.until, var day = deadlines[name]?.value,
      let index = order.firstIndex(where: { $0.id == stage.id })
    else { return nil }
    for other in order[(index + 1)...].reversed() where other.due?.until == name {
      guard let period = other.planPeriod else { continue }
      let counting = other.planCounting(definition)
      let latest = day
      while last(of: period, from: day, counting).value > latest, day > .first { day = day.adding(-1) }
    }
    return calendar.isWorkingDay(day) ? day : calendar.workingDay(before: day)
  }
}

extension WorkCalendar {
  /// In order, both ends included.
  fileprivate func workingDays(from first: Day, through last: Day) -> [Day] {
    var days: [Day] = []
    var day = first
    while day <= last, day < .last {
      if isWorkingDay(day) { days.append(day) }
      day = day.next
    }
    return days
  }

  fileprivate func workingDay(before day: Day) -> Day {
    var day = day.adding(-1)
    while !isWorkingDay(day), day > .first { day = day.adding(-1) }
    return day
  }
}

extension WorkflowDefinition {
  fileprivate func renewedNotice(behind stage: Stage) -> [Timetable.Extra] {
    stages.compactMap { other in
      guard case .notice(let notice) = other.kind, notice.objectionStage == stage.id else { return nil }
      return .renewedNotice(notice.days)
    }
  }
}

extension Timetable.Extra {
  /// One after the other.
  fileprivate var spans: [TimeSpan] {
    switch self {
    case .returns(let count, let span), .adjournments(let count, let span): Array(repeating: span, count: count)
    case .grace(let span), .prolongation(let span): [span]
    case .admission, .renewedNotice: []
    }
  }
}

extension Stage.Fields {
  /// Where a case goes on from here when nothing stands against it.
  fileprivate var ways: [StageID] {
    switch kind {
    case .choice(let branches): branches.compactMap(\.next.stage)
    case .split(let split): split.branches.compactMap(\.next.stage)
    default: next?.stage.map { [$0] } ?? []
    }
  }

  fileprivate var takesNoTime: Bool {
    switch kind {
    case .rules, .choice, .split, .join, .cc: true
    default: false
    }
  }

  fileprivate var planKind: Timetable.Kind {
    switch kind {
    case .notice: .notice
    case .objection: .aside
    default: takesNoTime ? .automatic : .work
    }
  }

  fileprivate var planPeriod: TimeSpan? {
    if case .notice(let notice) = kind { notice.days } else { due?.within }
  }

  fileprivate var planExtras: [Timetable.Extra] {
    var extras: [Timetable.Extra] = []
    if let limit = returns.limit, limit > 0, let within = returns.within {
      extras.append(.returns(count: limit, within: within))
    }
    if let grace { extras.append(.grace(grace)) }
    if case .vote(let ballot) = kind, let count = ballot.maxAdjournments, count > 0, let within = ballot.adjournedFor {
      extras.append(.adjournments(count: count, within: within))
    }
    if case .objection(let inquiry) = kind {
      if let admission = inquiry.admission { extras.append(.admission(admission)) }
      if let prolongation = inquiry.prolongation { extras.append(.prolongation(prolongation)) }
    }
    return extras
  }

  fileprivate var planAdmission: TimeSpan? {
    if case .objection(let inquiry) = kind { inquiry.admission } else { nil }
  }
}

extension Stage {
  fileprivate func planCounting(_ definition: WorkflowDefinition) -> Counting {
    if case .notice(let notice) = self.kind { return notice.counting ?? definition.counting }
    return self.due?.counting ?? definition.counting
  }
}
