public import Diagnostics
public import FEEL

/// The form that a nominee fills in: its fields in the order of the rule file.
public struct RecordSchema: Sendable {
  public let fields: [Field]

  public init(fields: [Field]) { self.fields = fields }

  /// The fields that together say who the nominee is; empty when the rule file names none.
  public var keys: [Field] { fields.filter(\.isKey) }

  /// The field by whose value people know the nominee.
  public var title: Field? { fields.first(where: \.isTitle) ?? keys.first }

  public subscript(name: String) -> Field? { fields.first { $0.name == name } }
}

/// One field of a record, or one component of a row.
public struct Field: Sendable {
  public let name: String
  /// Other titles under which a table may have it.
  public let aliases: [String]
  public let shape: Shape
  /// Whether the fact must be there when it is due; what the file leaves unsaid is settled by what its rules read.
  public let requirement: Requirement
  /// A component that must be there only where this FEEL condition over its row holds.
  public let requiredWhen: Fragment?
  public let supplier: Supplier
  /// The admissible texts of an enumerated field; `nil` for any.
  public let oneOf: [String]?
  /// The admissible numbers or dates: outside them a record is refused.
  public let range: ValueRange?
  /// Outside it a value is admitted with a warning.
  public let usual: ValueRange?
  public let format: Format?
  public let isSensitive: Bool
  public let isKey: Bool
  public let isTitle: Bool
  /// Whether, in a table, merged cells mean that each of their rows has the value of the first.
  public let fillsDown: Bool
  /// Whether it is the number of a piece of evidence, which counts for one nominee only.
  public let isEvidence: Bool
  /// `false` for what the nominee cannot change any more, such as a date of birth.
  public let isChangeable: Bool
  public let unit: String?
  public let note: String?
  /// What an empty component stands for.
  public let defaultValue: Value?

  public init(
    name: String, aliases: [String] = [], shape: Shape, requirement: Requirement = .unsaid,
    requiredWhen: Fragment? = nil,
    supplier: Supplier = .applicant, oneOf: [String]? = nil, range: ValueRange? = nil,
    usual: ValueRange? = nil, format: Format? = nil, isSensitive: Bool = false, isKey: Bool = false,
    isTitle: Bool = false, fillsDown: Bool = false, isEvidence: Bool = false, isChangeable: Bool = true,
    unit: String? = nil, note: String? = nil, defaultValue: Value? = nil
  ) {
    self.name = name
    self.aliases = aliases
    self.shape = shape
    self.requirement = requirement
    self.requiredWhen = requiredWhen
    self.supplier = supplier
    self.oneOf = oneOf
    self.range = range
    self.usual = usual
    self.format = format
    self.isSensitive = isSensitive
    self.isKey = isKey
    self.isTitle = isTitle
    self.fillsDown = fillsDown
    self.isEvidence = isEvidence
    self.isChangeable = isChangeable
    self.unit = unit
    self.note = note
    self.defaultValue = defaultValue
  }
}

/// What a rule file says of a field's being there.
public enum Requirement: Sendable, Hashable {
  case required, optional, unsaid
}

/// What kind of value a field holds.
public indirect enum Shape: Sendable, Hashable {
  case string, boolean, integer, number, date
  /// Rows of components, or plain values.
  case list(Element)
  case record([Field])

  public enum Element: Sendable, Hashable {
    case plain(Shape)
    case row([Field])
  }
}

extension Field: Hashable {
  public static func == (left: Field, right: Field) -> Bool {
    left.name == right.name && left.shape == right.shape && left.oneOf == right.oneOf && left.range == right.range
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Who gives a fact, and so when it is due (评选办法 第二十八至三十一条).
public enum Supplier: Sendable, Hashable {
  /// 申报人, due at intake.
  case applicant
  /// 评选办, due before the automatic scoring.
  case office
  /// 联审部门, due at the end of the joint clearance.
  case department(String)
  /// 专家, due at the end of the experts' stage.
  case experts
  /// Written by the workflow itself.
  case workflow
}

/// Text of a known form: numbers with a check digit, names, telephone numbers.
public enum Format: String, Sendable, Hashable, CaseIterable {
  /// 公民身份号码, GB 11643-1999.
  case residentID = "resident-id"
  /// 统一社会信用代码, GB 32100-2015.
  case creditCode = "credit-code"
  /// 手机号: eleven digits, of which the first is 1.
  case mobile
  /// A person's name, between whose Chinese characters no blank belongs.
  case personName = "person-name"
}

extension Field {
  /// A field that is called 姓名 holds one without its being said.
  public var isPersonName: Bool {
    guard shape == .string, oneOf == nil else { return false }
    return format == .personName || (format == nil && name.hasSuffix("姓名"))
  }
}

/// Bounds of numbers or dates; an open side is `nil`.
public struct ValueRange: Sendable, Hashable {
  public let lower: Value?
  public let lowerIncluded: Bool
  public let upper: Value?
  public let upperIncluded: Bool
  /// As written, for messages: `[0..100]`.
  public let text: String

  public init(lower: Value?, lowerIncluded: Bool, upper: Value?, upperIncluded: Bool, text: String) {
    self.lower = lower
    self.lowerIncluded = lowerIncluded
    self.upper = upper
    self.upperIncluded = upperIncluded
    self.text = text
  }
}

extension ValueRange {
  /// Whether a number or a date lies within; anything else does not.
  public func contains(_ value: Value) -> Bool {
    switch value {
    case .number(let number): contains(number, lower?.number, upper?.number)
    case .date(let date): contains(date, lower?.date, upper?.date)
    default: false
    }
  }

  private func contains<Bound: Comparable>(_ value: Bound, _ low: Bound?, _ high: Bound?) -> Bool {
    if let low, value < low || (value == low && !lowerIncluded) { return false }
    if let high, value > high || (value == high && !upperIncluded) { return false }
    return true
  }
}
