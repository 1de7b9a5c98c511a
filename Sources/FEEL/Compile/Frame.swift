/// The values of a layout's names, and the memory in which programs run. For one thread at a time.
///
/// After `set` has filled it for one record, any number of programs may run; `reset` makes it ready for the next.
public final class Frame {
  let symbols: Symbols
  // Frames belong to one thread, and no access to these goes on while another begins.
  @exclusivity(unchecked) private(set) var slots: UnsafeMutablePointer<Cell>
  @exclusivity(unchecked) private(set) var slotCount: Int
  /// The variables of the function that is running begin at `locals`.
  @exclusivity(unchecked) private(set) var locals: UnsafeMutablePointer<Cell>
  @exclusivity(unchecked) private var localBase: UnsafeMutablePointer<Cell>
  @exclusivity(unchecked) private var localCapacity: Int
  @exclusivity(unchecked) private var localCount = 0
  @exclusivity(unchecked) private(set) var arena: UnsafeMutablePointer<Cell>
  @exclusivity(unchecked) private var arenaCapacity: Int
  @exclusivity(unchecked) private(set) var arenaCount = 0
  @exclusivity(unchecked) var objects: [ArenaObject] = []
  @exclusivity(unchecked) private var table: Symbols.Table
  @exclusivity(unchecked) private var tableVersion: Int
  var own = Symbols.Table()
  /// How many elements iterations may still look at.
  @exclusivity(unchecked) private var budget = 0
  @exclusivity(unchecked) private(set) var callDepth = 0
  /// Levels that are in use already where the frame's programs are run: a host's functions may call each other, too.
  public var outerDepth = 0
  /// Regular expressions that were met, the eldest first.
  var patterns: [(pattern: String, flags: String, expression: RegularExpression)] = []
  static let patternLimit = 16
  /// What `now()` and `today()` give: the language knows no clock of its own.
  public var now: CivilDateTime?
  /// Watches a program that is being explained.
  @exclusivity(unchecked) var observer: Observer?

  /// Lists and contexts that need more cells than this become null.
  static let arenaLimit = 1 << 20
  /// So many elements may be looked at in one run; what needs more becomes null.
  static let budgetLimit = 1_000_000
  /// Levels of nodes within functions that call each other.
  public static let callDepthLimit = 2_000

  public convenience init(_ layout: Layout) { self.init(symbols: layout.symbols, slots: layout.slotCount) }

  init(symbols: Symbols, slots count: Int = 0) {
    self.symbols = symbols
    table = symbols.snapshot
    tableVersion = table.version
    slotCount = count
    slots = .allocate(capacity: max(slotCount, 1))
    slots.initialize(repeating: .null, count: slotCount)
    localCapacity = 64
    localBase = .allocate(capacity: localCapacity)
    localBase.initialize(repeating: .null, count: localCapacity)
    locals = localBase
    arenaCapacity = 256
    arena = .allocate(capacity: arenaCapacity)
    arena.initialize(repeating: .null, count: arenaCapacity)
  }

  deinit {
    slots.deallocate()
    localBase.deallocate()
    arena.deallocate()
  }

  /// A name that was never set is null.
  public func set(_ slot: Slot, _ value: Value) {
    reserveSlots(slot.index + 1)
    slots[slot.index] = cell(of: value)
  }

  public func value(_ slot: Slot) -> Value { slot.index < slotCount ? value(of: slots[slot.index]) : .null }

  /// Whether a slot holds `true`.
  public func isTrue(_ slot: Slot) -> Bool { slot.index < slotCount && slots[slot.index].isTrue }

  /// Forgets all values.
  public func reset() {
    slots.update(repeating: .null, count: slotCount)
    forget()
  }

  /// What lies beside the slots.
  func forget() {
    arenaCount = 0
    if !objects.isEmpty { objects.removeAll(keepingCapacity: true) }
    if own.version != 0 { own.removeAll() }
  }

  /// Whether nothing but slots has been filled.
  var hasOnlySlots: Bool { arenaCount == 0 && objects.isEmpty && own.version == 0 }

  /// The slots of a row; those beyond it become null.
  func restore(slots cells: UnsafeBufferPointer<Cell>) {
    reserveSlots(cells.count)
    guard let start = cells.baseAddress else { return slots.update(repeating: .null, count: slotCount) }
    slots.update(from: start, count: cells.count)
    if slotCount > cells.count { (slots + cells.count).update(repeating: .null, count: slotCount - cells.count) }
  }

  func store(_ cell: Cell, in slot: Slot) {
    reserveSlots(slot.index + 1)
    slots[slot.index] = cell
  }
}

// MARK: Running a program

extension Frame {
  struct Mark {
    fileprivate let cells: Int
    fileprivate let objects: Int
  }

  @inline(__always)
  var mark: Mark { Mark(cells: arenaCount, objects: objects.count) }

  /// Gives back what was made since.
  @inline(__always)
  func release(to mark: Mark) {
    arenaCount = mark.cells
    if objects.count > mark.objects { objects.removeSubrange(mark.objects...) }
  }

  /// Makes ready for a program of this layout.
  @inline(__always)
  func prepare(for symbols: Symbols, version: Int, slots count: Int, locals localCount: Int) {
    precondition(symbols === self.symbols, "a program runs in frames of the layout that it was compiled in")
    locals = localBase
    self.localCount = localCount
    budget = Frame.budgetLimit
    callDepth = outerDepth
    if version > tableVersion || count > slotCount || localCount > localCapacity {
      grow(version: version, slots: count, locals: localCount)
    }
  }

  @inline(never)
  private func grow(version: Int, slots count: Int, locals localCount: Int) {
    if version > tableVersion { renumber() }
    reserveSlots(count)
    reserveLocals(localCount)
  }

  /// Whether an iteration may look at one more element.
  func mayGoOn() -> Bool {
    budget -= 1
    return budget > 0
  }

  /// Whether so many more steps may be taken; for functions whose work grows with what they have found.
  func mayGoOn(_ steps: Int) -> Bool {
    budget -= steps
    return budget > 0
  }

  /// Runs a body with variables of its own; `nil` when calls are nested too deeply.
  func call(levels: Int, locals count: Int, _ body: () -> Cell) -> Cell? {
    guard callDepth + levels <= Frame.callDepthLimit else { return nil }
    let (offset, outerCount) = (locals - localBase, localCount)
    callDepth += levels
    locals += localCount
    localCount = count
    reserveLocals(count)
    let result = body()
    locals = localBase + offset
    localCount = outerCount
    callDepth -= levels
    return result
  }

  private func reserveSlots(_ count: Int) {
    guard count > slotCount else { return }
    let grown = UnsafeMutablePointer<Cell>.allocate(capacity: count)
    grown.initialize(repeating: .null, count: count)
    grown.update(from: slots, count: slotCount)
    slots.deallocate()
    slots = grown
    slotCount = count
  }

  private func reserveLocals(_ count: Int) {
    let offset = locals - localBase
    guard offset + count > localCapacity else { return }
    let capacity = max(localCapacity * 2, offset + count)
    let grown = UnsafeMutablePointer<Cell>.allocate(capacity: capacity)
    grown.initialize(repeating: .null, count: capacity)
    grown.update(from: localBase, count: localCapacity)
    localBase.deallocate()
    localBase = grown
    localCapacity = capacity
    locals = localBase + offset
  }
}

// MARK: Arena

extension Frame {
  /// Room for cells, all null at first; `nil` when there would be too many.
  func allocate(_ count: Int) -> Int? {
    guard count <= Frame.arenaLimit - arenaCount else { return nil }
    let needed = arenaCount + count
    if needed > arenaCapacity {
      let capacity = max(arenaCapacity * 2, needed)
      let grown = UnsafeMutablePointer<Cell>.allocate(capacity: capacity)
      grown.initialize(repeating: .null, count: capacity)
      grown.update(from: arena, count: arenaCount)
      arena.deallocate()
      arena = grown
      arenaCapacity = capacity
    }
    let offset = arenaCount
    arenaCount = needed
    return offset
  }

  func list(_ cells: some Collection<Cell>) -> Cell? {
    let count = cells.count
    guard let offset = allocate(count) else { return nil }
    for (index, cell) in cells.enumerated() { arena[offset + index] = cell }
    return Cell(.list, offset: offset, count: count)
  }

  /// The elements of a list, or the values of a context; valid until the arena grows.
  func elements(_ cell: Cell) -> UnsafeBufferPointer<Cell> {
    UnsafeBufferPointer(start: arena + cell.offset, count: cell.count)
  }

  func element(_ index: Int, of cell: Cell) -> Cell { arena[cell.offset + index] }

  func object(_ object: ArenaObject) -> Int {
    objects.append(object)
    return objects.count - 1
  }

  func object(_ cell: Cell) -> ArenaObject { objects[cell.index] }
}

// MARK: Texts and shapes

extension Frame {
  func text(_ cell: Cell) -> String { text(id: Int32(truncatingIfNeeded: cell.bits)) }

  func text(id: Int32) -> String { id >= 0 ? table.texts[Int(id)] : own.texts[Int(-id - 1)] }

  func string(_ text: String) -> Cell { Cell(.string, Int64(id(of: text.normalized))) }

  /// Names of a shape, as text ids.
  func shape(_ id: Int32) -> [Int32] { id >= 0 ? table.shapes[Int(id)] : own.shapes[Int(-id - 1)] }

  func shape(of names: [Int32]) -> Int32 { table.shapeID(of: names) ?? -own.intern(shape: names) - 1 }

  func id(of normalized: String) -> Int32 { table.id(of: normalized) ?? -own.intern(normalized) - 1 }

  /// A component of a context; `nil` if it has none of that name.
  func component(_ name: Int32, of context: Cell) -> Cell? {
    shape(context.aux).firstIndex(of: name).map { arena[context.offset + $0] }
  }

  /// Programs were compiled since: what had a number of this frame may have one of the layout's now.
  private func renumber() {
    let oldTexts = own.texts
    let oldShapes = own.shapes
    table = symbols.snapshot
    tableVersion = table.version
    own.removeAll()
    let texts = oldTexts.map { id(of: $0) }
    func renumbered(_ id: Int32) -> Int32 { id >= 0 ? id : texts[Int(-id - 1)] }
    let shapes = oldShapes.map { shape(of: $0.map(renumbered)) }
    func renumbered(_ cell: Cell) -> Cell {
      if cell.tag == .string, cell.bits < 0 {
        return Cell(.string, Int64(renumbered(Int32(truncatingIfNeeded: cell.bits))))
      }
      if cell.tag == .context, cell.aux < 0 {
        return Cell(.context, offset: cell.offset, count: cell.count, aux: shapes[Int(-cell.aux - 1)])
      }
      return cell
    }
    for index in 0..<slotCount { slots[index] = renumbered(slots[index]) }
    for index in 0..<arenaCount { arena[index] = renumbered(arena[index]) }
    for index in objects.indices {
      if case .range(let low, let lowIncluded, let high, let highIncluded) = objects[index] {
        objects[index] = .range(
          low: renumbered(low), lowIncluded: lowIncluded, high: renumbered(high), highIncluded: highIncluded)
      }
    }
  }
}
