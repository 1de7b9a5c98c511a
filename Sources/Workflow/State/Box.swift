/// Holds a value of many fields, so that copying it is copying one reference.
///
/// Safe to share: whoever changes the value does so in a box that nobody else holds (`isKnownUniquelyReferenced`), and takes a
/// copy otherwise.
final class Box<Value: Sendable>: @unchecked Sendable {
  /// Whoever changes it holds the box alone, so that nothing has to be watched over when it is read.
  @exclusivity(unchecked) var value: Value

  init(_ value: Value) { self.value = value }
}

extension Box: Equatable where Value: Equatable {
  static func == (left: Box, right: Box) -> Bool { left === right || left.value == right.value }
}

extension Box: Hashable where Value: Hashable {
  func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}
