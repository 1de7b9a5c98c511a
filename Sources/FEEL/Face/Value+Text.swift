extension Value {
  /// The value as FEEL would write it: `1.5`, `"文字"`, `date("2025-01-01")`, `{a: 1}`, `[1, 2]`, `[1..5)`.
  ///
  /// Reading it again gives the same value; but a function has no text, and a missing fact is no value.
  public var feelText: String {
    switch self {
    case .null: "null"
    case .unknown: "unknown"
    case .boolean(let value): value ? "true" : "false"
    case .number(let value): value.description
    case .string(let value): value.quoted
    case .date(let value): "date(\"\(value)\")"
    case .time(let value): "time(\"\(value)\")"
    case .dateTime(let value): "date and time(\"\(value)\")"
    case .daysDuration(let value): "duration(\"\(value)\")"
    case .yearsDuration(let value): "duration(\"\(value)\")"
    case .list(let elements): "[\(elements.map(\.feelText).joined(separator: ", "))]"
    case .context(let context):
      "{\(context.entries.map { "\($0.name.asKey): \($0.value.feelText)" }.joined(separator: ", "))}"
    case .range(let range): range.text(\.feelText)
    case .function(let function): "function(\(function.parameters.map(\.name).joined(separator: ", ")))"
    }
  }

  /// What the function `string` gives: texts bare, but quoted within lists and contexts.
  public var asText: String {
    switch self {
    case .string(let value): value
    case .date(let value): value.description
    case .time(let value): value.description
    case .dateTime(let value): value.description
    case .daysDuration(let value): value.description
    case .yearsDuration(let value): value.description
    case .list(let elements): "[\(elements.map(\.asInnerText).joined(separator: ", "))]"
    case .context(let context):
      "{\(context.entries.map { "\($0.name.asKey): \($0.value.asInnerText)" }.joined(separator: ", "))}"
    case .range(let range): range.text(\.asInnerText)
    default: feelText
    }
  }

  private var asInnerText: String { if case .string(let value) = self { value.quoted } else { asText } }
}

extension RangeValue {
  fileprivate func text(_ end: (Value) -> String) -> String {
    if isPoint { return "(= \(end(low)))" }
    return switch (low.isNull, high.isNull) {
    case (true, false): "(\(highIncluded ? "<=" : "<") \(end(high)))"
    case (false, true): "(\(lowIncluded ? ">=" : ">") \(end(low)))"
    default: "\(lowIncluded ? "[" : "(")\(end(low))..\(end(high))\(highIncluded ? "]" : ")")"
    }
  }
}

extension String {
  fileprivate var quoted: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  fileprivate var asKey: String { isFEELName(self) ? self : quoted }
}
