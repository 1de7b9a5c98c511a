public import Diagnostics
public import Rules
import Foundation

/// Brings files to the modules that read them; the only place where the use cases touch the disk for reading.
public struct Desk: Sendable {
  public init() {}

  /// A file that cannot be opened is the world's fault, not the text's.
  public struct Unreadable: Error, Sendable {
    public let path: String
    public let cause: FileFault

    init(path: String) {
      self.path = path
      cause = FileFault(reading: path)
    }
  }

  public func source(_ path: String) throws(Unreadable) -> Source {
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      return Source(name: path, bytes: [UInt8](data))
    } catch {
      throw Unreadable(path: path)
    }
  }

  /// A rule file with all that it builds on, compiled; `nil` when something in it is wrong.
  public func rules(_ path: String, log: inout DiagnosticLog) throws(Unreadable) -> CompiledRuleSet? {
    _ = try source(path)
    guard let rules = RuleSet.read(path, log: &log, source: { try? source($0) }) else { return nil }
    return rules.compiled(log: &log)
  }
}
