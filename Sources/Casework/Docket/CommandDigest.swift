import Fingerprints
import Workflow

/// What a command says, by its SHA-256: who wants what done. Its id and the version it was decided on are not part of that.
struct CommandDigest {
  let bytes: [UInt8]

  init(_ step: Step) throws {
    var command = step.command
    command.id = nil
    command.ifVersion = nil
    bytes = Fingerprint(of: step.actor.rawValue + "\u{1F}" + (try String(stored: command))).bytes
  }
}
