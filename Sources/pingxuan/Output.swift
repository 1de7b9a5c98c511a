public import ArgumentParser
import Casework
public import Diagnostics

/// What every command takes.
struct SharedOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: "语言 language：zh（默认 default）或 en")
  var language = Language.zh

  @Flag(name: .customLong("quiet"), help: "不显示进度 no progress bars")
  var isQuiet = false

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
  func show(_ log: DiagnosticLog, allNotes: Bool = false) {
    guard !log.diagnostics.isEmpty else { return }
    let sorted = log.sorted
    let remarks = sorted.filter { $0.severity > .note }
    if !remarks.isEmpty { Terminal.complain(renderer.render(remarks) + "\n") }
    show(notes: sorted.filter { $0.severity == .note }, all: allNotes)
    let summary = renderer.summary(
      errors: sorted.count { $0.severity == .error }, warnings: sorted.count { $0.severity == .warning })
    if !summary.isEmpty { Terminal.complain(summary + "\n") }
  }

  /// What was put in order, a line for each; of many the first ones, unless all are asked for.
  private func show(notes: [Diagnostic], all: Bool) {
    let shown = all ? notes[...] : notes.prefix(Self.mostNotes)
    Terminal.complain(shown.map(renderer.brief).joined())
    let others = notes.count - shown.count
    guard others > 0 else { return }
    say(
      zh: "还有 \(others) 处写法也整理过；逐条列出请加 --notes",
      en: "\(others.counted("more cell was", "more cells were")) put in order; add --notes to see each")
  }

  private static let mostNotes = 10

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
