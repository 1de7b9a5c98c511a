@testable import Workflow

/// Answers the few guards of the scenarios, until the runner has FEEL: a name, `name = "text"`, `name >= number`.
enum PlainGuard {
  /// `nil`: not one of these shapes.
  static func answer(_ question: GuardQuestion) -> GuardAnswer? {
    let words = question.expression.text.split(separator: " ").map(String.init)
    guard let name = words.first else { return nil }
    guard words.count == 3 || words.count == 1 else { return nil }
    guard let left = value(name, question) else { return .unknown(name: name) }
    if words.count == 1 { return left == .boolean(true) ? .holds : .fails }
    guard let right = literal(words[2]) ?? value(words[2], question) else { return .unknown(name: words[2]) }
    switch (words[1], left, right) {
    case ("=", _, _): return left == right ? .holds : .fails
    case (">=", .number(let a), .number(let b)):
      guard let a = Int(a), let b = Int(b) else { return nil }
      return a >= b ? .holds : .fails
    default: return nil
    }
  }

  private static func value(_ name: String, _ question: GuardQuestion) -> Datum? {
    switch name {
    case "approvals": .number(String(question.approvals))
    case "rejections": .number(String(question.rejections))
    case "pending": .number(String(question.pending))
    default: question.data[name]
    }
  }

  private static func literal(_ text: String) -> Datum? {
    if text.hasPrefix("\""), text.hasSuffix("\""), text.count >= 2 { return .text(String(text.dropFirst().dropLast())) }
    return Int(text).map { .number(String($0)) }
  }
}
