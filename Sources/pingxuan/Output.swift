import ArgumentParser
import Casework
import Diagnostics
import Foundation

/// What every command takes.
struct SharedOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: "语言 language：zh（默认 default）或 en")
  var languageCode = "zh"

  func validate() throws {
    guard Language(rawValue: languageCode) != nil else {
      throw ValidationError("--lang：zh 或 en；zh or en，not “\(languageCode)”")
    }
  }

  var language: Language { Language(rawValue: languageCode) ?? .zh }

  var renderer: DiagnosticRenderer { DiagnosticRenderer(language: language, usesColor: Terminal.showsColor) }
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

  func say(zh: String, en: String) { Terminal.complain((language == .zh ? zh : en) + "\n") }

  /// A file that could not be opened ends the command.
  func unreadable(_ path: String) -> Exit {
    Terminal.complain(renderer.render(Diagnostic(.unreadable, at: nil, ["path": path])))
    return .couldNotRun
  }

  /// Runs what may meet files that cannot be opened.
  func reading<Value>(_ body: () throws(Desk.Unreadable) -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      throw unreadable(error.path)
    }
  }

  /// Writes to a file, or to standard output where none is named.
  func write(_ text: String, to path: String?) throws {
    guard let path else {
      Terminal.write(text)
      return
    }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      say(zh: "无法写入“\(path)”", en: "cannot write “\(path)”")
      throw Exit.couldNotRun
    }
  }
}
