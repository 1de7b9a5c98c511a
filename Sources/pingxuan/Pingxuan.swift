import ArgumentParser
import Casework
import Diagnostics

/// 评选：rules and workflow for yearly award selections.
@main
struct Pingxuan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pingxuan",
    abstract: "评选：按规则评审、按流程审批、给出理由。Rules, workflow and justified decisions for award selections.",
    version: Engine.version,
    subcommands: [
      Check.self, Evaluate.self, Explain.self, VerifySelection.self, Judges.self, Run.self, Flow.self,
      RoundCommand.self, CaseCommand.self, Act.self, Tick.self, ReportCommand.self, Template.self, AuditCommand.self,
      Feel.self,
      DMNCommand.self,
    ])

  /// Exit codes: 0 nothing to object, 1 ran and found something, 2 could not run, 3 a fault of ours.
  static func main() {
    do {
      do {
        if let error = unknownCommand(arguments) { throw error }
        var command = try parseAsRoot(arguments)
        try command.run()
      } catch let error where exitCode(for: error).isSuccess {
        try Terminal.write(fullMessage(for: error) + "\n")
      }
    } catch let exit as Exit {
      Terminal.end(exit.rawValue)
    } catch let fault as FileFault {
      Terminal.complain(renderer.render(Diagnostic(.outputFailed, at: nil, fault.arguments)))
      Terminal.end(Exit.couldNotRun.rawValue)
    } catch let error as UsageError {
      Terminal.complain(renderer.render(error.diagnostic))
      Terminal.end(Exit.couldNotRun.rawValue)
    } catch let error where exitCode(for: error) != .validationFailure {
      Terminal.complain(renderer.render(Diagnostic(.unexpectedFault, at: nil, ["fault": "\(error)"])))
      Terminal.end(Exit.faultOfOurs.rawValue)
    } catch {
      // The parser has no codes and speaks English only.
      Terminal.complain(renderer.render(Diagnostic(usage: message(for: error))))
      if let usage = UsageLine(fullMessage(for: error)) {
        Terminal.complain(usage.text(renderer.language).printableLines)
      }
      Terminal.end(Exit.couldNotRun.rawValue)
    }
  }

  /// The command line; `--lang` may also stand in front of a command, or alone.
  private static var arguments: [String] {
    let words = Array(CommandLine.arguments.dropFirst())
    let count = words.first == "--lang" ? 2 : words.first?.hasPrefix("--lang=") == true ? 1 : 0
    guard count > 0, count < words.count else { return count == words.count ? [] : words }
    return Array(words.dropFirst(count) + words.prefix(count))
  }

  /// For what is said where no command has been understood, or none is left.
  private static var renderer: DiagnosticRenderer {
    DiagnosticRenderer(language: SharedOptions.languageAsked, usesColor: Terminal.showsColor)
  }
}

/// How a command ends, when not well.
enum Exit: Int32, Error {
  case foundSomething = 1
  case couldNotRun = 2
  case faultOfOurs = 3
}
