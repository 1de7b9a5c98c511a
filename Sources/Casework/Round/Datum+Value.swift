import FEEL
import Rules
import Workflow

extension Datum {
  /// The value of a field, as its declared type reads it; `nil` when it is no such value.
  func value(of field: Field) -> Value? { value(field.shape, oneOf: field.oneOf) }

  private func value(_ shape: Shape, oneOf: [String]?) -> Value? {
    switch (shape, self) {
    case (_, .null): return .unknown
    case (.boolean, .boolean(let holds)): return .boolean(holds)
    case (.number, .number(let text)): return Decimal(text).map(Value.number)
    case (.integer, .number(let text)):
      guard let number = Decimal(text), number.isInteger else { return nil }
      return .number(number)
    case (.date, .text(let text)): return CivilDate(text).map(Value.date)
    case (.string, .text(let text)), (.string, .number(let text)):
      return oneOf?.contains(text) == false ? nil : .string(text)
    case (.list(.plain(let element)), .list(let data)):
      let values = data.compactMap { $0.value(element, oneOf: oneOf) }
      return values.count == data.count ? .list(values) : nil
    case (.list(.row(let fields)), .list(let data)):
      let rows = data.compactMap { $0.row(fields) }
      return rows.count == data.count ? .list(rows) : nil
    case (.record(let fields), _): return row(fields)
    default: return nil
    }
  }

  /// A component that is not given is a missing fact of its row, unless it has a default.
  private func row(_ fields: [Field]) -> Value? {
    guard case .record(let members) = self, Set(members.keys).isSubset(of: fields.map(\.name)) else { return nil }
    var entries: [(String, Value)] = []
    for field in fields {
      guard let datum = members[field.name] else {
        entries.append((field.name, field.defaultValue ?? .unknown))
        continue
      }
      guard let value = datum.value(of: field) else { return nil }
      entries.append((field.name, value))
    }
    return .context(Context(entries))
  }
}
