/// DMN 1.5 §10.3.4.4, those that keep or look for elements. Positions count from 1, negative ones from the end.
extension Builtin {
  private static let list = Parameter("list", .list)

  @Sendable private static func same(_ types: [Type]) -> Type { asList(types.first ?? .any) }

  @Sendable private static func asList(_ type: Type) -> Type {
    switch type {
    case .any, .null: .list(.any)
    case .list: type
    default: .list(type)
    }
  }

  @Sendable private static func joined(_ types: [Type]) -> Type {
    .list(types.map(\.element).reduce(.null) { $0.joined($1) })
  }

  static let lists: [Builtin] = [
    Builtin(
      "list contains",
      Signature(
        [list, Parameter("element", .any)], .boolean, knowsUnknowns: true, .two { $0.contains($2, $3) })),
    Builtin(
      "count",
      Signature(
        [list], .number, .one { _, _, list in Cell(coefficient: Int64(list.count), exponent: 0) })),
    Builtin(
      "sublist",
      Signature(
        [list, Parameter("start position", .number)], same, .two { $0.sublist($2, from: $3, length: nil, $1) }),
      Signature(
        [list, Parameter("start position", .number), Parameter("length", .number)], same,
        .three { $0.sublist($2, from: $3, length: $4, $1) })),
    Builtin(
      "append",
      Signature(
        [list, Parameter("item", .any, repeats: true)],
        { types in .list(types.dropFirst().reduce(asList(types[0]).element) { $0.joined($1) }) }, knowsUnknowns: true,
        .all { $0.append($2, $1) })),
    Builtin(
      "concatenate",
      Signature(
        [Parameter("list", .list, repeats: true)], joined, .all { $0.concatenate($2, $1) })),
    Builtin(
      "union",
      Signature(
        [Parameter("list", .list, repeats: true)], joined, .all { $0.distinct($0.concatenate($2, $1), $1) })),
    Builtin("distinct values", Signature([list], same, .one { $0.distinct($2, $1) })),
    Builtin("flatten", Signature([list], { .list(flat($0[0])) }, .one { $0.flatten($2, $1) })),
    Builtin(
      "insert before",
      Signature(
        [list, Parameter("position", .number), Parameter("newItem", .any)],
        { .list(asList($0[0]).element.joined($0[2])) }, knowsUnknowns: true,
        .three { $0.insert($4, into: $2, at: $3, $1) })),
    Builtin(
      "remove",
      Signature(
        [list, Parameter("position", .number)], same, .two { $0.remove(from: $2, at: $3, $1) })),
    Builtin("reverse", Signature([list], same, .one { $0.reverse($2, $1) })),
    Builtin(
      "index of",
      Signature(
        [list, Parameter("match", .any)], .list(.number), knowsUnknowns: true, .two { $0.indices(of: $3, in: $2, $1) })),
    Builtin(
      "list replace",
      Signature(
        [list, Parameter("position", [.number, .function]), Parameter("newItem", .any)],
        { .list(asList($0[0]).element.joined($0[2])) }, hints: { [$0[0].element, $0[2]] }, knowsUnknowns: true,
        .three { $0.replace(in: $2, at: $3, $4, $1) }),
      Signature(
        [list, Parameter("match", .function), Parameter("newItem", .any)],
        { .list(asList($0[0]).element.joined($0[2])) }, hints: { [$0[0].element, $0[2]] }, knowsUnknowns: true,
        .three { $0.replace(in: $2, at: $3, $4, $1) })),
    Builtin(
      "sort",
      Signature(
        [list, Parameter("precedes", .function)], same, hints: { [$0[0].element, $0[0].element] },
        .two { $0.sort($2, by: $3, $1) }),
      Signature([list], same, .one { $0.sort($2, by: nil, $1) })),
  ]

  private static func flat(_ type: Type) -> Type {
    if case .list(let element) = type { flat(element) } else { type }
  }
}

extension Frame {
  /// The elements as they are now, free of the arena.
  func copied(_ list: Cell) -> [Cell] { Array(elements(list)) }

  /// A list of these; null if it would be too long.
  func list(_ cells: [Cell], _ site: Site) -> Cell { list(cells) ?? null(.tooLong, at: site.range) }

  fileprivate func contains(_ list: Cell, _ sought: Cell) -> Cell {
    if list.isUnknown { return .unknown }
    var result = Outcome.no
    for index in 0..<list.count {
      switch equal(element(index, of: list), sought) {
      case .yes: return .true
      case .unknown: result = .unknown
      case .no, .null: continue
      }
    }
    return result.cell
  }

  fileprivate func sublist(_ list: Cell, from start: Cell, length: Cell?, _ site: Site) -> Cell {
    guard let start = integer(start), start != 0, start <= list.count, start >= -list.count else {
      return noResult(site)
    }
    let first = start > 0 ? start - 1 : list.count + start
    var taken = list.count - first
    if let length {
      guard let length = integer(length), length >= 0, length <= taken else { return noResult(site) }
      taken = length
    }
    return Cell(.list, offset: list.offset + first, count: taken)
  }

  fileprivate func append(_ arguments: Cell, _ site: Site) -> Cell {
    let all = copied(arguments)
    if all[0].isUnknown { return .unknown }
    return list(copied(all[0]) + all.dropFirst(), site)
  }

  fileprivate func concatenate(_ arguments: Cell, _ site: Site) -> Cell {
    var total = 0
    for list in elements(arguments) { total += list.count }
    guard total <= Frame.arenaLimit else { return null(.tooLong, at: site.range) }
    return list(copied(arguments).flatMap { copied($0) }, site)
  }

  fileprivate func distinct(_ list: Cell, _ site: Site) -> Cell {
    guard list.tag == .list else { return list }
    var kept: [Cell] = []
    for index in 0..<list.count {
      let candidate = element(index, of: list)
      switch isAmong(candidate, kept) {
      case .yes: continue
      case .unknown: return .unknown
      case .no, .null: kept.append(candidate)
      }
      guard mayGoOn(kept.count) else { return null(.tooLong, at: site.range) }
    }
    return self.list(kept, site)
  }

  private func isAmong(_ candidate: Cell, _ cells: [Cell]) -> Outcome {
    var result = Outcome.no
    for cell in cells {
      switch equal(candidate, cell) {
      case .yes: return .yes
      case .unknown: result = .unknown
      case .no, .null: continue
      }
    }
    return result
  }

  fileprivate func flatten(_ list: Cell, _ site: Site) -> Cell {
    var result: [Cell] = []
    // Depth first without recursion: what is still to be looked at, the next last.
    var waiting = Array(copied(list).reversed())
    while let cell = waiting.popLast() {
      if cell.isUnknown { return .unknown }
      if cell.tag == .list {
        waiting += copied(cell).reversed()
      } else {
        result.append(cell)
      }
      guard waiting.count + result.count <= Frame.arenaLimit, mayGoOn(1) else {
        return null(.tooLong, at: site.range)
      }
    }
    return self.list(result, site)
  }

  fileprivate func insert(_ item: Cell, into list: Cell, at position: Cell, _ site: Site) -> Cell {
    if list.isUnknown || position.isUnknown { return .unknown }
    guard let position = integer(position), position != 0, position <= list.count + 1, position >= -list.count else {
      return noResult(site)
    }
    var cells = copied(list)
    cells.insert(item, at: position > 0 ? position - 1 : list.count + position)
    return self.list(cells, site)
  }

  fileprivate func remove(from list: Cell, at position: Cell, _ site: Site) -> Cell {
    guard let index = index(position, in: list) else { return noResult(site) }
    var cells = copied(list)
    cells.remove(at: index)
    return self.list(cells, site)
  }

  fileprivate func reverse(_ list: Cell, _ site: Site) -> Cell { self.list(copied(list).reversed(), site) }

  fileprivate func indices(of sought: Cell, in list: Cell, _ site: Site) -> Cell {
    if list.isUnknown { return .unknown }
    var found: [Cell] = []
    for index in 0..<list.count {
      switch equal(element(index, of: list), sought) {
      case .yes: found.append(Cell(coefficient: Int64(index + 1), exponent: 0))
      case .unknown: return .unknown
      case .no, .null: continue
      }
    }
    return self.list(found, site)
  }

  fileprivate func replace(in list: Cell, at place: Cell, _ item: Cell, _ site: Site) -> Cell {
    if list.isUnknown || place.isUnknown { return .unknown }
    var cells = copied(list)
    guard place.tag == .function else {
      guard let index = index(place, in: list) else { return noResult(site) }
      cells[index] = item
      return self.list(cells, site)
    }
    for index in cells.indices {
      let matches = call(place, [cells[index], item], site)
      if matches.isUnknown { return .unknown }
      guard matches.tag == .boolean else { return noResult(site) }
      if matches.isTrue { cells[index] = item }
    }
    return self.list(cells, site)
  }

  /// From 0; `nil` outside the list.
  func index(_ position: Cell, in list: Cell) -> Int? {
    guard let position = integer(position), position != 0, position <= list.count, position >= -list.count else {
      return nil
    }
    return position > 0 ? position - 1 : list.count + position
  }
}
