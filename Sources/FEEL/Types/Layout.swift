/// Where the value of a name lies in a frame.
public struct Slot: Sendable, Hashable {
  let index: Int
}

/// The names in scope, what is known of their values, and the slots where those lie.
///
/// A program compiled in a layout runs in a frame of the same layout, or of one that grew out of it by `declare`.
public struct Layout: Sendable {
  public private(set) var names: [String] = []
  private var types: [Type] = []
  private var slots: [String: Int] = [:]
  private(set) var namedTypes: [String: Type] = [:]
  let symbols: Symbols
  private(set) var scanner = NameScanner.ofLanguage

  public init() { symbols = Symbols() }

  /// A name that is declared again keeps its slot and gets the new type.
  @discardableResult
  public mutating func declare(_ name: String, _ type: Type) -> Slot {
    scanner.declare(name)
    for component in type.componentNames { scanner.declare(component) }
    for text in type.texts { _ = symbols.intern(text) }
    if let index = slots[name] {
      types[index] = type
      return Slot(index: index)
    }
    slots[name] = names.count
    names.append(name)
    types.append(type)
    return Slot(index: names.count - 1)
  }

  /// A type that expressions may name after `instance of`, and for the parameters of functions.
  public mutating func declareType(_ name: String, _ type: Type) {
    scanner.declare(name)
    namedTypes[name] = type
  }

  public func slot(of name: String) -> Slot? { slots[name].map(Slot.init) }

  public func type(of name: String) -> Type? { slots[name].map { types[$0] } }

  var slotCount: Int { names.count }
}

extension Type {
  /// The values of all enumerations within: those that a frame need not number itself.
  fileprivate var texts: [String] {
    switch self {
    case .enumeration(let texts): texts
    case .list(let element), .range(let element): element.texts
    case .context(let type): type.fields.flatMap(\.type.texts)
    default: []
    }
  }

  /// The names of all components within, at any depth.
  var componentNames: [String] {
    switch self {
    case .list(let element), .range(let element): element.componentNames
    case .context(let type): type.fields.flatMap { [$0.name] + $0.type.componentNames }
    case .function(let parameters, let result): (parameters + [result]).flatMap(\.componentNames)
    default: []
    }
  }
}
