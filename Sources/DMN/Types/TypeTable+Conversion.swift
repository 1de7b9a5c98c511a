internal import FEEL

extension TypeTable {
  /// A value as a type wants it, by the implicit conversions of DMN 1.5 §10.3.2.9.4: a list of one as its element, a
  /// value as a list of one, a date as its midnight. `nil` when it does not conform; null conforms to every type.
  func converted(_ value: Value, to type: ItemType) -> Value? {
    if value.isNull || value.isUnknown { return value }
    if let fitting = conforming(value, to: type) { return fitting }
    if let element = listElement(type), let single = conforming(value, to: element) {
      return conforming(.list([single]), to: type)
    }
    if case .list(let elements) = value, elements.count == 1 { return conforming(elements[0], to: type) }
    return nil
  }

  /// The value itself, with dates made midnights where that is wanted; `nil` when it is of another type.
  private func conforming(_ value: Value, to type: ItemType) -> Value? {
    var names = [type]
    while case .defined(let index) = names[names.count - 1].shape { names.append(types[index]) }
    guard let shaped = shaped(value, names[names.count - 1].shape) else { return nil }
    return names.reversed().allSatisfy { $0.tests.allSatisfy { $0.admits(shaped) } } ? shaped : nil
  }

  private func shaped(_ value: Value, _ shape: ItemType.Shape) -> Value? {
    switch shape {
    case .plain(let type): return plain(value, type)
    case .defined(let index): return conforming(value, to: types[index])
    case .list(let element):
      guard case .list(let elements) = value else { return nil }
      let fitting = elements.map { $0.isNull ? $0 : conforming($0, to: element) }
      return fitting.contains { $0 == nil } ? nil : .list(fitting.compactMap(\.self))
    case .context(let fields): return context(value, fields)
    case .function(let parameters, _):
      guard case .function(let function) = value else { return nil }
      return function.parameters.count == parameters.count ? value : nil
    }
  }

  /// Other components than those that are asked for may stand beside them.
  private func context(_ value: Value, _ fields: [(name: String, type: ItemType)]) -> Value? {
    guard case .context(var context) = value else { return nil }
    for field in fields {
      guard let component = context[field.name] else { return nil }
      guard !component.isNull else { continue }
      guard let fitting = conforming(component, to: field.type) else { return nil }
      context[field.name] = fitting
    }
    return .context(context)
  }

  private func plain(_ value: Value, _ type: Type) -> Value? {
    if case (.dateTime, .date(let date)) = (type, value) {
      return .dateTime(CivilDateTime(date: date, time: CivilTime.midnight.with(zone: .utc)))
    }
    return value.conforms(to: type) ? value : nil
  }

  private func listElement(_ type: ItemType) -> ItemType? {
    switch resolved(type).shape {
    case .list(let element): element
    case .plain(.list(let element)): ItemType(shape: .plain(element))
    default: nil
    }
  }
}

extension Value {
  /// Whether the value is one of a type of the language (DMN 1.5 §10.3.2.9.3).
  func conforms(to type: Type) -> Bool {
    switch (type, self) {
    case (.any, _), (_, .null): true
    case (.list(let element), .list(let elements)): elements.allSatisfy { $0.conforms(to: element) }
    case (.context, .context), (.function, .function), (.range(.any), .range): true
    default: self.type == type
    }
  }
}
