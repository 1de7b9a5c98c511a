public import Diagnostics
public import Rules
import Foundation

extension Desk {
  /// The registers of earlier rounds under these paths, held against the rules that ask about them.
  ///
  /// - Parameter paths: files; and folders, of which every `register.json` at any depth counts that these rules ask about and that is
  ///   of an earlier round.
  /// - Returns: `nil` when one cannot be used; the log says why.
  public func earlierTitles(
    _ paths: [String], rules: CompiledRuleSet, log: inout DiagnosticLog
  ) throws(Unreadable) -> EarlierTitles? {
    let before = log.errorCount
    var registers: [Register] = []
    for path in paths {
      let found = try files(under: [path], endingIn: [Register.fileName])
      let files = found.filter { $0 == path || $0.hasSuffix("/" + Register.fileName) }
      if files.isEmpty { log.report(Diagnostic(.noRegister, at: nil, ["path": path])) }
      for file in files {
        guard let register = Register.read(try source(file), log: &log) else { continue }
        // Of a folder, what is something else is none of our business.
        if file == path || register.isAsked(by: rules) { registers.append(register) }
      }
    }
    guard log.errorCount == before else { return nil }
    return EarlierTitles(registers, rules, log: &log)
  }
}

extension Register {
  /// What it is called among the documents of a round.
  public static let fileName = "register.json"

  /// Whether the rules ask about its titles, and it is not of the round that they are for.
  fileprivate func isAsked(by rules: CompiledRuleSet) -> Bool {
    rules.earlier.contains { $0.award == award } && isEarlier(than: rules)
  }

  /// Titles that a round gives exclude nobody from it; those of another award may be of the same year.
  func isEarlier(than rules: CompiledRuleSet) -> Bool {
    edition < rules.edition || (edition == rules.edition && award != rules.award)
  }
}
