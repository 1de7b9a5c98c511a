import ArgumentParser
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
      (.unexpectedArgument, #/^Unexpected argument '(.+?)'/#),
      (.unexpectedArgument, #/^\d+ unexpected arguments: '(.+)'/#),
    ]
    if let match = sentence.firstMatch(of: #/^Unknown option '(.+?)'(?:\. Did you mean '(.+?)')?/#) {
      let hint = match.2.map { near in Phrase(zh: "；是不是“\(near)”？", en: "; did you mean “\(near)”?") }
      self.init(
        .unknownOption, at: nil, ["name": String(match.1)].naming("hint", hint ?? Phrase(zh: "", en: "")))
      return
    }
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
      self.init(.wrongUsage, at: nil, ["sentence": sentence])
    }
  }
}

/// How a command is called, out of what the parser of the command line says of an error.
struct UsageLine {
  private let usage: String
  private let help: String

  init?(_ message: String) {
    guard let usage = message.firstMatch(of: #/(?m)^Usage: (.+)$/#),
      let help = message.firstMatch(of: #/See '(.+?)'/#)
    else { return nil }
    self.usage = String(usage.1)
    self.help = String(help.1)
  }

  func text(_ language: Language) -> String {
    switch language {
    case .zh: "用法：\(usage)\n  详见 \(help)\n"
    case .en: "Usage: \(usage)\n  See \(help)\n"
    }
  }
}

extension ParsableCommand {
  /// What is wrong with words that name no command; `nil`: they name one, or ask for help.
  static func unknownCommand(_ words: some Collection<String>, of path: [String] = [_commandName]) -> UsageError? {
    let commands = configuration.subcommands
    guard let word = words.first, !commands.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
    guard let command = commands.first(where: { $0._commandName == word }) else {
      let arguments = ["command": path.joined(separator: " "), "name": word]
      return UsageError(.unknownCommand, arguments.naming("names", commands.map { $0._commandName }))
    }
    return command.unknownCommand(words.dropFirst(), of: path + [word])
  }
}
