import Workflow

extension Datum {
  /// As YAML writes it on one line, so that it is read like any value of a record.
  var yaml: String {
    switch self {
    case .null: "null"
    case .boolean(let holds): holds ? "true" : "false"
    case .number(let text): text
    case .text(let text): Self.quoted(text)
    case .list(let data): "[" + data.map(\.yaml).joined(separator: ", ") + "]"
    case .record(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { "\(Self.quoted($0.key)): \($0.value.yaml)" }
        .joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _
      where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value) || scalar.value == 0xFEFF
        || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
