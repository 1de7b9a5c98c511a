/// DMN 1.5 §10.3.4.10 (contexts), §10.3.4.8 and §10.3.4.11 (dates), §10.3.4.6 (identity), §10.3.4.2 (negation).
extension Builtin {
  private static let entryType = Type.context(ContextType([("key", .string), ("value", .any)]))

  static let contexts: [Builtin] = [
    Builtin(
      "get value",
      Signature([Parameter("m", .context), Parameter("key", .string)], value, .two { $0.get($3, of: $2, $1) }),
      Signature([Parameter("context", .context), Parameter("key", .string)], value, .two { $0.get($3, of: $2, $1) })),
    Builtin(
      "get entries",
      Signature([Parameter("m", .context)], .list(entryType), .one { $0.entries(of: $2, $1) }),
      Signature([Parameter("context", .context)], .list(entryType), .one { $0.entries(of: $2, $1) })),
    Builtin(
      "context put",
      put("key", .string, takesPositions: false), put("keys", .list, takesPositions: false),
      put("key", [.string, .list], takesPositions: true)),
    Builtin("context merge", Signature([Parameter("contexts", .list)], .context(.open), .one { $0.merge($2, $1) })),
    Builtin("context", Signature([Parameter("entries", .list)], .context(.open), .one { $0.context($2, $1) })),
  ]

  /// By name a `key` is a text and `keys` are a list; by position either will do.
  private static func put(_ name: String, _ kinds: Kinds, takesPositions: Bool) -> Signature {
    Signature(
      [Parameter("context", .context), Parameter(name, kinds), Parameter("value", .any)], .context(.open),
      knowsUnknowns: true, takesPositions: takesPositions, .three { $0.put($4, at: $3, in: $2, $1) })
  }

  /// A component whose name is not known at load may be anything.
  @Sendable private static func value(_ types: [Type]) -> Type {
    guard case .context(let context) = types[0], case .enumeration(let names) = types[1], names.count == 1 else {
      return .any
    }
    return context[names[0]] ?? .any
  }

  static let dates: [Builtin] = [
    Builtin(
      "now", Signature([], .dateTime, .none { frame, site in frame.now.map(frame.cell) ?? frame.noClock(site) })),
    Builtin(
      "today",
      Signature([], .date, .none { frame, site in frame.now.map { frame.cell($0.date) } ?? frame.noClock(site) })),
    Builtin(
      "day of year",
      Signature(
        [Parameter("date", .day)], .number,
        .one { frame, _, date in Cell(coefficient: Int64(frame.day(date).dayOfYear), exponent: 0) })),
    Builtin(
      "day of week",
      Signature(
        [Parameter("date", .day)], .string,
        .one { frame, _, date in frame.string(weekdays[(frame.day(date).weekday + 6) % 7]) })),
    Builtin(
      "month of year",
      Signature(
        [Parameter("date", .day)], .string,
        .one { frame, _, date in frame.string(months[(frame.day(date).month + 11) % 12]) })),
    Builtin(
      "week of year",
      Signature(
        [Parameter("date", .day)], .number,
        .one { frame, _, date in Cell(coefficient: Int64(frame.day(date).weekOfYear), exponent: 0) })),
  ]

  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  static let equality: [Builtin] = [
    Builtin(
      "is",
      Signature(
        [Parameter("value1", .any), Parameter("value2", .any)], .boolean,
        .two { frame, _, left, right in
          frame.isSame(left, right)
        })),
    Builtin(
      "not",
      Signature(
        [Parameter("negand", .any)], .boolean,
        .one { frame, site, negand in
          negand.tag == .boolean ? .boolean(negand.bits == 0) : frame.noResult(site)
        })),
  ]
}

extension Frame {
  fileprivate func get(_ key: Cell, of context: Cell, _ site: Site) -> Cell {
    component(Int32(truncatingIfNeeded: key.bits), of: context)
      ?? null(.noSuchComponent, at: site.range, ["name": text(key)])
  }

  fileprivate func entries(of context: Cell, _ site: Site) -> Cell {
    let shape = shape(of: [id(of: "key"), id(of: "value")])
    var cells: [Cell] = []
    for (index, name) in self.shape(context.aux).enumerated() {
      guard let entry = list([Cell(.string, Int64(name)), element(index, of: context)]) else {
        return null(.tooLong, at: site.range)
      }
      cells.append(Cell(.context, offset: entry.offset, count: 2, aux: shape))
    }
    return list(cells, site)
  }

  /// A context of names and values; of equal names the last counts.
  func context(_ entries: [(Int32, Cell)], _ site: Site) -> Cell {
    var names: [Int32] = []
    var cells: [Cell] = []
    for (name, cell) in entries {
      if let index = names.firstIndex(of: name) {
        cells[index] = cell
      } else {
        names.append(name)
        cells.append(cell)
      }
    }
    guard let made = list(cells) else { return null(.tooLong, at: site.range) }
    return Cell(.context, offset: made.offset, count: made.count, aux: shape(of: names))
  }

  private func pairs(_ context: Cell) -> [(Int32, Cell)] {
    shape(context.aux).enumerated().map { ($1, element($0, of: context)) }
  }

  /// - Parameter key: a text, or a list of texts that leads to a component of a component.
  fileprivate func put(_ value: Cell, at key: Cell, in context: Cell, _ site: Site) -> Cell {
    if context.isUnknown || key.isUnknown { return .unknown }
    guard key.tag == .list else {
      return self.context(pairs(context) + [(Int32(truncatingIfNeeded: key.bits), value)], site)
    }
    return put(value, at: copied(key)[...], in: context, site)
  }

  private func put(_ value: Cell, at keys: ArraySlice<Cell>, in context: Cell, _ site: Site) -> Cell {
    guard let key = keys.first, key.tag == .string, context.tag == .context, keys.count <= Parser.heightLimit else {
      return noResult(site)
    }
    let name = Int32(truncatingIfNeeded: key.bits)
    guard keys.count > 1 else { return self.context(pairs(context) + [(name, value)], site) }
    guard let inner = component(name, of: context) else { return noResult(site) }
    let changed = put(value, at: keys.dropFirst(), in: inner, site)
    return changed.isNull ? changed : self.context(pairs(context) + [(name, changed)], site)
  }

  fileprivate func merge(_ contexts: Cell, _ site: Site) -> Cell {
    var all: [(Int32, Cell)] = []
    for context in copied(contexts) {
      if context.isUnknown { return .unknown }
      guard context.tag == .context else { return noResult(site) }
      all += pairs(context)
    }
    return context(all, site)
  }

  /// From entries with `key` and `value`; the same key twice has no result.
  fileprivate func context(_ entries: Cell, _ site: Site) -> Cell {
    var all: [(Int32, Cell)] = []
    for entry in copied(entries) {
      if entry.isUnknown { return .unknown }
      guard entry.tag == .context, let key = component(id(of: "key"), of: entry), key.tag == .string,
        let value = component(id(of: "value"), of: entry), !all.contains(where: { Int64($0.0) == key.bits })
      else { return noResult(site) }
      all.append((Int32(truncatingIfNeeded: key.bits), value))
    }
    return context(all, site)
  }

  /// The same kind of value, and the same element of it: times of different zones are not (DMN 1.5 §10.3.4.6).
  fileprivate func isSame(_ left: Cell, _ right: Cell) -> Cell {
    switch (left.tag, right.tag) {
    case (.time, .time), (.dateTime, .dateTime): .boolean(value(of: left) == value(of: right))
    case (.date, .dateTime), (.dateTime, .date): .false
    default:
      switch equal(left, right) {
      case .yes: .true
      case .unknown: .unknown
      case .no, .null: .false
      }
    }
  }
}
