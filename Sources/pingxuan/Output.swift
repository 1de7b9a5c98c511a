public import ArgumentParser
import Casework
public import Diagnostics

/// What every command takes.
struct SharedOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: "语言 language：zh（默认 default）或 en")
  var language = Language.zh

  /// What the command line asks for, before it has been understood.
  static var languageAsked: Language {
    let words = CommandLine.arguments
    let given = zip(words, words.dropFirst()).first { $0.0 == "--lang" }?.1
    return words.contains("--lang=en") || given == "en" ? .en : .zh
  }

  var renderer: DiagnosticRenderer { DiagnosticRenderer(language: language, usesColor: Terminal.showsColor) }
}

extension Language: ExpressibleByArgument {}

/// How the value of an expression or a decision is written.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

extension SharedOptions {
  /// Shows diagnostics and says how many there are.
  func show(_ log: DiagnosticLog) {
    guard !log.diagnostics.isEmpty else { return }
    Terminal.complain(renderer.render(log.sorted) + "\n")
    let sorted = log.sorted
    let summary = renderer.summary(
      errors: sorted.count { $0.severity == .error }, warnings: sorted.count { $0.severity == .warning })
    if !summary.isEmpty { Terminal.complain(summary + "\n") }
  }

  func show(_ diagnostic: Diagnostic) { Terminal.complain(renderer.render(diagnostic)) }

  func say(zh: String, en: String) { Terminal.complain((language == .zh ? zh : en).printable + "\n") }

  /// A file that could not be opened ends the command.
  func unreadable(_ error: Desk.Unreadable) -> Exit {
    let arguments = error.cause.arguments.merging(["path": error.path]) { $1 }
    show(Diagnostic(.unreadable, at: nil, arguments))
    return .couldNotRun
  }

  /// Runs what may meet files that cannot be opened.
  func reading<Value>(_ body: () throws(Desk.Unreadable) -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      throw unreadable(error)
    }
  }

  /// Writes to a file, or to standard output where none is named.
  func write(_ text: String, to path: String?) throws {
    guard let path else { return try Terminal.write(text) }
    do {
      try TextWriting.write(text, to: path)
    } catch {
      throw unwritable(path, error)
    }
  }

  /// A file that could not be written ends the command.
  func unwritable(_ path: String, _ cause: FileFault) -> Exit {
    let arguments = cause.arguments.merging(["path": path]) { $1 }
    show(Diagnostic(.unwritable, at: nil, arguments))
    return .couldNotRun
  }
}

extension Int {
  /// `1 file`, `2 files`.
  func counted(_ one: String, _ several: String) -> String { "\(self) \(self == 1 ? one : several)" }
}
