import FEEL

/// Values as one line of JSON that depends on nothing but the values.
struct CanonicalText {
  private(set) var text = ""

  init(names: [String], values: [Value]) {
    appendRow(zip(names, values).map { ($0, $1) })
  }

  private mutating func append(_ value: Value) {
    switch value {
    case .boolean(let value): text += value ? "true" : "false"
    case .number(let number): text += number.description
    case .string(let string): appendQuoted(string)
    case .date(let date): appendQuoted(date.description)
    case .list(let elements): appendList(elements)
    case .context(let context): appendRow(context.entries.map { ($0.name, $0.value) })
    case .unknown: text += "null"
    case .null: appendQuoted("无")
    // No field of a record has these.
    case .time, .dateTime, .daysDuration, .yearsDuration, .range, .function: text += "null"
    }
  }

  private mutating func appendList(_ elements: [Value]) {
    text += "["
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      append(element)
    }
    text += "]"
  }

  private mutating func appendRow(_ entries: [(name: String, value: Value)]) {
    text += "{"
    let known = entries.filter { !$0.value.isUnknown }
    for (index, entry) in known.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }).enumerated() {
      if index > 0 { text += "," }
      appendQuoted(entry.name)
      text += ":"
      append(entry.value)
    }
    text += "}"
  }

  private mutating func appendQuoted(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
