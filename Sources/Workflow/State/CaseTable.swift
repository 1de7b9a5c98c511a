/// The cases of a round, in the order in which they were begun, and found by their ids.
public struct CaseTable: Sendable, Hashable {
  public private(set) var ids: [CaseID] = []
  private var items: [Case] = []
  private var places: [CaseID: Int] = [:]

  public init() {}

  public var count: Int { items.count }
  public var values: [Case] { items }

  public subscript(id: CaseID) -> Case? { place(of: id).map { items[$0] } }

  func contains(where holds: (Case) -> Bool) -> Bool { items.contains(where: holds) }

  func opening(_ number: Int, of id: CaseID) -> Opening? {
    guard let place = place(of: id), let index = items[place].openings.place(of: number) else { return nil }
    return items[place].openings[index]
  }

  /// Nothing, if there is no such case.
  mutating func change(_ id: CaseID, _ body: (inout Case) -> Void) {
    if let place = place(of: id) { body(&items[place]) }
  }

  /// Nothing, if there is one of that id already.
  mutating func add(_ item: Case) {
    if place(of: item.id) != nil { return }
    // The one case of a lone round is found by looking at it.
    if items.count == 1 { places[items[0].id] = 0 }
    if !items.isEmpty { places[item.id] = items.count }
    ids.append(item.id)
    items.append(item)
  }

  mutating func put(_ item: Case) { change(item.id) { $0 = item } }

  /// Those that were added after the first `count` are there no more.
  mutating func cut(to count: Int) {
    for id in ids[count...] { places[id] = nil }
    ids.removeSubrange(count...)
    items.removeSubrange(count...)
    if count == 1 { places = [:] }
  }

  @inline(__always) private func place(of id: CaseID) -> Int? {
    if ids.count == 1 { return ids[0] == id ? 0 : nil }
    return places[id]
  }
}
