import Diagnostics

/// A command line that cannot be carried out, found out by a command itself.
struct UsageError: Error {
  let diagnostic: Diagnostic

  init(_ message: Message, _ arguments: [String: String] = [:]) {
    diagnostic = Diagnostic(message, at: nil, arguments)
  }
}

extension Diagnostic {
  /// What the parser of the command line objects to, by its English sentence.
  init(usage sentence: String) {
    let known: [(Message, Regex<(Substring, Substring)>)] = [
      (.missingArgument, #/^Missing expected argument '(.+?)'/#), (.missingValue, #/^Missing value for '(.+?)'/#),
      (.unknownOption, #/^Unknown option '(.+?)'/#), (.unexpectedArgument, #/^Unexpected argument '(.+?)'/#),
      (.unexpectedArgument, #/^\d+ unexpected arguments: '(.+)'/#),
    ]
    for (message, pattern) in known {
      guard let match = sentence.firstMatch(of: pattern) else { continue }
      self.init(message, at: nil, ["name": String(match.1.replacing("', '", with: " "))])
      return
    }
    if let match = sentence.firstMatch(of: #/^The value '(.*?)' is invalid for '(.+?)'\.?(.*)/#) {
      let choices = match.3.matches(of: #/'(.+?)'/#).map { String($0.1) }
      self.init(
        .invalidValue, at: nil,
        [
          "value": String(match.1), "name": String(match.2),
          "choices_zh": choices.isEmpty ? "" : "，可以是 \(choices.joined(separator: "、"))",
          "choices_en": choices.isEmpty ? "" : ": \(choices.joined(separator: ", "))",
        ])
    } else {
      self.init(.wrongUsage, at: nil)
    }
  }
}
