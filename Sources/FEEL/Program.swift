public import Diagnostics

/// An expression made ready to run: names are slots, constants are cells, types have chosen the operations.
public final class Program: Sendable {
  public let type: Type
  public let tree: Tree
  public let fragment: Fragment
  public let reads: Reads
  /// The type of each node, by its id.
  let types: [Type]
  let symbols: Symbols
  /// Of the symbols and slots that it needs.
  let version: Int
  let slotCount: Int
  let localCount: Int
  let code: Code
  /// The same with an observer at each node.
  let observed: Code

  init(
    type: Type, tree: Tree, fragment: Fragment, reads: Reads, types: [Type], symbols: Symbols, version: Int,
    slotCount: Int, localCount: Int, code: Code, observed: Code
  ) {
    self.type = type
    self.tree = tree
    self.fragment = fragment
    self.reads = reads
    self.types = types
    self.symbols = symbols
    self.version = version
    self.slotCount = slotCount
    self.localCount = localCount
    self.code = code
    self.observed = observed
  }

  /// How deep its nodes are nested.
  public var levels: Int { tree.height }

  /// The type of a part, as far as it is known.
  public func type(of part: Tree) -> Type { types.indices.contains(part.id) ? types[part.id] : .any }

  /// `.unknown` if a missing fact decides.
  public func evaluate(_ frame: Frame) -> Value {
    prepare(frame)
    let mark = frame.mark
    defer { frame.release(to: mark) }
    return frame.value(of: code(frame))
  }

  /// For unary tests: whether `input` passes. For other expressions `?` is the input.
  public func evaluate(_ frame: Frame, input: Value) -> Value {
    prepare(frame)
    let mark = frame.mark
    defer { frame.release(to: mark) }
    frame.locals[0] = frame.cell(of: input)
    return frame.value(of: code(frame))
  }

  /// Puts the result into a slot, for programs that read it; nothing is copied.
  public func evaluate(_ frame: Frame, into slot: Slot) {
    prepare(frame)
    frame.store(code(frame), in: slot)
  }

  /// Evaluates, and says what each part gave.
  public func explain(_ frame: Frame, input: Value? = nil) -> Trace {
    prepare(frame)
    let mark = frame.mark
    let observer = Observer(fragment: fragment)
    frame.observer = observer
    defer {
      frame.observer = nil
      frame.release(to: mark)
    }
    if let input { frame.locals[0] = frame.cell(of: input) }
    let value = frame.value(of: observed(frame))
    return observer.trace ?? Trace(tree: tree, value: value, children: [], null: nil, bindings: [])
  }

  /// Why evaluation gives null; `nil` if it does not.
  public func nullReason(_ frame: Frame, input: Value? = nil) -> NullReason? { explain(frame, input: input).null }

  @inline(__always)
  private func prepare(_ frame: Frame) {
    frame.prepare(for: symbols, version: version, slots: slotCount, locals: localCount)
    frame.locals[0] = .null
  }
}
