public import Diagnostics
import FEEL
import YAML

extension RuleSet {
  /// Reads a rule file with all that it extends and includes.
  ///
  /// - Parameters:
  ///   - path: the file, as people name it; paths in it are relative to it.
  ///   - source: gives the text under a path, or `nil` when it cannot be read.
  /// - Returns: `nil` when something is wrong; everything that is wrong stands in the log.
  public static func read(
    _ path: String, log: inout DiagnosticLog, source: @escaping (String) -> Source?
  ) -> RuleSet? {
    let before = log.errorCount
    var reader = FileReader(source: source)
    guard let file = reader.readFamily(path, log: &log) else { return nil }
    guard log.errorCount == before else {
      // What a broken part would have given is unknown: judging the whole would only add false alarms.
      return nil
    }
    let merged = RuleSet(file, sources: reader.sources, path: path, log: &log)
    return log.errorCount == before ? merged : nil
  }
}

/// Reads files and what they refer to, each once, and merges parents, shared parts and children.
private struct FileReader {
  private static let deepest = 16

  let source: (String) -> Source?
  private(set) var sources: [Source] = []
  private var path: [String] = []

  init(source: @escaping (String) -> Source?) { self.source = source }

  mutating func readFamily(_ name: String, referredBy reference: Reference? = nil, log: inout DiagnosticLog)
    -> RuleFile?
  {
    if path.contains(name) {
      let circle = (path.drop { $0 != name } + [name]).joined(separator: " → ")
      log.report(
        Diagnostic(
          .circularFiles, at: reference?.span, ["key": reference?.key ?? "extends", "path": circle]))
      return nil
    }
    guard path.count < Self.deepest else {
      log.report(Diagnostic(.fileTooLarge, at: reference?.span, ["limit": "\(Self.deepest)"]))
      return nil
    }
    guard let text = source(name) else {
      log.report(Diagnostic(.unreadableFile, at: reference?.span, ["path": name]))
      return nil
    }
    guard let node = Node.read(text, log: &log) else { return nil }
    path.append(name)
    defer { path.removeLast() }
    let file = RuleFile(node, source: text, log: &log)
    guard var merged = readBase(of: file, name: name, log: &log) else { return nil }
    if !sources.contains(text) { sources.append(text) }
    merged.apply(file, log: &log)
    return merged
  }

  /// What the file builds on: the edition that it extends, then the shared parts that it includes.
  private mutating func readBase(of file: RuleFile, name: String, log: inout DiagnosticLog) -> RuleFile? {
    var base = RuleFile(source: file.source)
    if let parent = file.extends {
      let reference = Reference(key: "extends", span: parent.span)
      guard let family = readFamily(resolve(parent.value, from: name), referredBy: reference, log: &log) else {
        return nil
      }
      base = family
      base.source = file.source
    }
    var included = RuleFile(source: file.source)
    for include in file.includes {
      let reference = Reference(key: "includes", span: include.span)
      guard let part = readFamily(resolve(include.value, from: name), referredBy: reference, log: &log) else {
        return nil
      }
      part.checkRepetition(of: included, log: &log)
      included.apply(part, log: &log)
      base.apply(part, log: &log)
    }
    file.checkRepetition(of: included, log: &log)
    return base
  }

  struct Reference {
    let key: String
    let span: Span
  }
}

/// `../共同条款.yaml` seen from `rules/2025/红星工匠.yaml` is `rules/共同条款.yaml`.
func resolve(_ path: String, from file: String) -> String {
  guard !path.hasPrefix("/") else { return path }
  var parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
  for part in path.split(separator: "/").map(String.init) {
    if part == ".", !parts.isEmpty { continue }
    if part == "..", let last = parts.last, last != "..", last != "" {
      parts.removeLast()
    } else if part != "." {
      parts.append(part)
    }
  }
  return parts.joined(separator: "/")
}

extension RuleSet {
  /// Keys by which a file is known for a shared part of rule sets.
  public static let partKeys: Set<String> = [
    "parameters", "record", "checks", "definitions", "eligibility", "vetoes", "scoring", "bonus", "selection",
  ]

  /// Checks a file that others include, as far as it can be checked alone: what it names may stand in the others.
  public static func checkPart(_ path: String, log: inout DiagnosticLog, source: @escaping (String) -> Source?) {
    var reader = FileReader(source: source)
    _ = reader.readFamily(path, log: &log)
  }
}
