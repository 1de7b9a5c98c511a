import Diagnostics
import FEEL
import YAML

/// Reads the form that nominees fill in.
enum FieldReader {
  static func readFields(_ node: Node, path: String, log: inout DiagnosticLog) -> [Located<Field>] {
    let entries = namedEntries(node, log: &log)
    let fields = entries.compactMap { name, value in
      readField(name, value, path: path, log: &log).map { Located(value: $0, span: name.span) }
    }
    checkTitles(entries.map { ($0.0.value, $0.1) }, log: &log)
    return fields
  }

  /// A title of a column that could mean two fields means neither.
  private static func checkTitles(_ entries: [(name: String, node: Node)], log: inout DiagnosticLog) {
    var owners = Dictionary(entries.map { ($0.name, $0.name) }, uniquingKeysWith: { first, _ in first })
    for (name, node) in entries {
      guard let aliases = node["aliases"] else { continue }
      for alias in aliases.sequence ?? [aliases] {
        guard let text = alias.scalar?.text else { continue }
        if let owner = owners[text] {
          log.report(Diagnostic(.aliasTaken, at: alias.span, ["name": text, "field": owner]))
        } else {
          owners[text] = name
        }
      }
    }
  }

  private static func readField(
    _ name: Located<String>, _ node: Node, path: String, log: inout DiagnosticLog
  ) -> Field? {
    guard let section = Section(node, .field, log: &log) else { return nil }
    guard let shape = readShape(section, path: path + name.value, log: &log) else { return nil }
    let plain = shape.element ?? shape
    return Field(
      name: name.value,
      aliases: section["aliases"]?.readTexts(log: &log) ?? [],
      shape: shape,
      requirement: section.boolean("required", log: &log).map { $0 ? .required : .optional } ?? .unsaid,
      requiredWhen: section.fragment("required when", log: &log),
      supplier: readSupplier(section, log: &log),
      oneOf: section["one of"]?.readTexts(log: &log),
      range: readRange(section, "range", of: plain, log: &log),
      usual: readRange(section, "usual", of: plain, log: &log),
      format: section.choice("format", of: Format.self, log: &log),
      isSensitive: section.boolean("sensitive", log: &log) ?? false,
      isKey: section.boolean("key", log: &log) ?? false,
      isTitle: section.boolean("title", log: &log) ?? false,
      fillsDown: section.boolean("fill down", log: &log) ?? false,
      isEvidence: section.boolean("evidence", log: &log) ?? false,
      isChangeable: section.boolean("changeable", log: &log) ?? true,
      unit: section.text("unit", log: &log),
      note: section.text("note", log: &log),
      defaultValue: section["default"].flatMap { readConstant($0, shape, log: &log) })
  }

  private static func readShape(_ section: Section, path: String, log: inout DiagnosticLog) -> Shape? {
    guard let node = section.required("type", log: &log), let type = node.readText(log: &log) else { return nil }
    switch type {
    case "list":
      guard let of = section.required("of", log: &log) else { return nil }
      if of.mapping != nil {
        return .list(.row(readFields(of, path: path + ".", log: &log).map(\.value)))
      }
      return plainShape(of, log: &log).map { .list(.plain($0)) }
    case "record":
      guard let of = section.required("of", log: &log) else { return nil }
      return .record(readFields(of, path: path + ".", log: &log).map(\.value))
    default:
      return plainShape(node, log: &log)
    }
  }

  private static let plainShapes: [String: Shape] = [
    "string": .string, "boolean": .boolean, "integer": .integer, "number": .number, "date": .date,
  ]

  static func plainShape(_ node: Node, log: inout DiagnosticLog) -> Shape? {
    guard let name = node.readText(log: &log) else { return nil }
    if let shape = plainShapes[name] { return shape }
    var diagnostic = Diagnostic(.unknownType, at: node.span, ["type": name])
    diagnostic.suggest(nearestName(to: name, among: plainShapes.keys.sorted() + ["list", "record"]), at: node.span)
    log.report(diagnostic)
    return nil
  }

  private static func readSupplier(_ section: Section, log: inout DiagnosticLog) -> Supplier {
    guard let node = section["from"], let name = node.readText(log: &log) else { return .applicant }
    switch name {
    case "applicant": return .applicant
    case "office": return .office
    case "experts": return .experts
    case "workflow": return .workflow
    case "department": return .department(section.requiredText("department", log: &log) ?? "")
    default:
      let choices = ["applicant", "office", "department", "experts", "workflow"]
      log.report(.notOneOf(name, at: node.span, choices: choices))
      return .applicant
    }
  }

  private static func readRange(
    _ section: Section, _ key: String, of shape: Shape, log: inout DiagnosticLog
  ) -> ValueRange? {
    guard let node = section[key], let text = node.readText(log: &log) else { return nil }
    if let range = ValueRange(text, of: shape) { return range }
    log.report(Diagnostic(.badRange, at: node.span, ["text": text]))
    return nil
  }

  /// A constant of a plain shape, as parameters and defaults hold it.
  static func readConstant(_ node: Node, _ shape: Shape, log: inout DiagnosticLog) -> Value? {
    if case .list(.plain(let element)) = shape {
      return .list(node.readList(log: &log).compactMap { readConstant($0, element, log: &log) })
    }
    guard let text = node.readText(log: &log) else { return nil }
    if let value = Value(constant: text, of: shape) { return value }
    log.report(.badValue(text, shape.kind, at: node.span))
    return nil
  }
}

extension Shape {
  /// The shape of the plain elements of a list.
  var element: Shape? {
    if case .list(.plain(let element)) = self { return element }
    return nil
  }

  var kind: Kind {
    switch self {
    case .string: .text
    case .boolean: .boolean
    case .integer: .integer
    case .number: .number
    case .date: .date
    case .list: .list
    case .record: .mapping
    }
  }
}

extension Value {
  /// A constant as written: `12`, `true`, `2025-12-01`, a text.
  init?(constant text: String, of shape: Shape) {
    switch shape {
    case .string: self = .string(text)
    case .boolean:
      guard let value = ["true": true, "false": false][text] else { return nil }
      self = .boolean(value)
    case .integer:
      guard let value = Decimal(text), value.isInteger else { return nil }
      self = .number(value)
    case .number:
      guard let value = Decimal(text) else { return nil }
      self = .number(value)
    case .date:
      guard let value = CivilDate(text) else { return nil }
      self = .date(value)
    case .list, .record: return nil
    }
  }
}

extension ValueRange {
  /// `[0..100]`, `(0..1)`, `>= 0`, `> 0`, `<= 9`, `< 9`.
  init?(_ text: String, of shape: Shape) {
    func bound(_ part: Substring) -> Value? {
      Value(constant: part.trimmingSpaces, of: shape)
    }
    for (sign, isLower, included) in [(">=", true, true), ("<=", false, true), (">", true, false), ("<", false, false)]
    where text.hasPrefix(sign) {
      guard let value = bound(text.dropFirst(sign.count)) else { return nil }
      self.init(
        lower: isLower ? value : nil, lowerIncluded: isLower && included, upper: isLower ? nil : value,
        upperIncluded: !isLower && included, text: text)
      return
    }
    guard let open = text.first, let close = text.last, "[(".contains(open), "])".contains(close),
      let dots = text.firstRange(of: "..")
    else { return nil }
    let inner = text.dropFirst().dropLast()
    guard let lower = bound(inner[..<dots.lowerBound]), let upper = bound(inner[dots.upperBound...]) else {
      return nil
    }
    self.init(
      lower: lower, lowerIncluded: open == "[", upper: upper, upperIncluded: close == "]", text: text)
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
