import Foundation
import TestSupport
import Testing

/// Runs the program as a user does.
struct Program {
  struct Result {
    let code: Int32
    let output: String
    let complaints: String
  }

  static let root = Checkout.root

  /// The program stands beside the test bundle.
  fileprivate static var executable: URL {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("pingxuan")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    return root.appendingPathComponent(".build/debug/pingxuan")
  }

  static func run(_ arguments: String..., in folder: URL = root, environment: [String: String] = [:]) throws -> Result {
    try run(arguments, in: folder, environment: environment)
  }

  /// Runs a line of the shell, in which `pingxuan` is the program.
  static func shell(_ line: String) throws -> Result {
    try run(
      ["-c", "pingxuan() { \"$PINGXUAN\" \"$@\"; }; \(line)"], of: URL(fileURLWithPath: "/bin/bash"),
      environment: ["PINGXUAN": executable.path])
  }

  static func run(_ arguments: [String], in folder: URL = root, environment: [String: String] = [:]) throws -> Result {
    try run(arguments, of: executable, in: folder, environment: environment)
  }

  private static func run(
    _ arguments: [String], of executable: URL, in folder: URL = root, environment: [String: String]
  ) throws -> Result {
    let scratch = try Scratch()
    let output = try scratch.file("output", "")
    let complaints = try scratch.file("complaints", "")
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: complaints)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "the program must never trap: \(arguments)")
    return Result(
      code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      complaints: try String(contentsOf: complaints, encoding: .utf8))
  }
}

/// A program that was started and runs.
final class Running {
  private let process: Process
  private let scratch: Scratch
  private let output: URL
  private let complaints: URL

  fileprivate init(_ executable: URL, _ arguments: [String], _ folder: URL, _ environment: [String: String]) throws {
    scratch = try Scratch()
    output = try scratch.file("output", "")
    complaints = try scratch.file("complaints", "")
    process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: complaints)
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  /// How it ended.
  func result() throws -> Program.Result {
    process.waitUntilExit()
    return Program.Result(
      code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      complaints: try String(contentsOf: complaints, encoding: .utf8))
  }

  /// Ends it as a power cut does, unless it has ended before.
  func kill() throws -> (wasKilled: Bool, output: String) {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return (process.terminationReason == .uncaughtSignal, try String(contentsOf: output, encoding: .utf8))
  }
}

extension Program {
  static func start(_ arguments: [String], environment: [String: String]) throws -> Running {
    try Running(executable, arguments, root, environment)
  }
}

/// A folder of its own, gone when nobody needs it.
final class Scratch: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("pingxuan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func file(_ name: String, _ text: String) throws -> URL {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url
  }
}
