/// Names with values, in order; two are equal when they hold the same, in whatever order (DMN 1.5 §10.3.2.6).
public struct Context: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    public let name: String
    public let value: Value

    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  public private(set) var entries: [Entry]

  /// Of entries with the same name the last one counts, at the place of the first.
  public init(_ entries: [(String, Value)] = []) {
    self.entries = []
    self.entries.reserveCapacity(entries.count)
    for (name, value) in entries { self[name] = value }
  }

  public init(entries: [Entry]) { self.init(entries.map { ($0.name, $0.value) }) }

  public var names: [String] { entries.map(\.name) }

  public var isEmpty: Bool { entries.isEmpty }

  /// Setting `nil` removes the entry.
  public subscript(name: String) -> Value? {
    get { entries.first { $0.name == name }?.value }
    set {
      let index = entries.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): entries[index] = Entry(name, value)
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append(Entry(name, value))
      case (nil, nil): break
      }
    }
  }

  public static func == (left: Context, right: Context) -> Bool {
    guard left.entries.count == right.entries.count else { return false }
    return left.entries == right.entries || left.entries.allSatisfy { right[$0.name] == $0.value }
  }

  public func hash(into hasher: inout Hasher) {
    var sum = 0
    for entry in entries {
      var own = Hasher()
      own.combine(entry)
      sum ^= own.finalize()
    }
    hasher.combine(sum)
  }
}
