import Fingerprints
import Foundation
import Workflow

/// What a command says, by its SHA-256: who wants what done. Its id and the version it was decided on are not part of that.
struct CommandDigest {
  let bytes: [UInt8]

  init(_ step: Step) throws {
    var command = step.command
    command.id = nil
    command.ifVersion = nil
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    bytes =
      Fingerprint(of: step.actor.rawValue + "\u{1F}" + String(decoding: try encoder.encode(command), as: UTF8.self))
      .bytes
  }
}
