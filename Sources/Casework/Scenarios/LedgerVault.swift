import Foundation
import Store
import Workflow

/// Keeps everything in a store of its own, written as the office's is; the file is gone when the scenario is over.
final class LedgerVault: ScenarioVault {
  private let folder: URL
  private var ledger: Ledger

  init() throws(StoreFault) {
    folder = try Self.newFolder()
    ledger = try Ledger(Self.file(in: folder), creating: true)
  }

  private init(_ folder: URL) throws(StoreFault) {
    self.folder = folder
    ledger = try Ledger(Self.file(in: folder))
  }

  private static func newFolder() throws(StoreFault) -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pingxuan-scenario-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .readOnly
    }
    return folder
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static func file(in folder: URL) -> String { folder.appending(path: "scenario.db").path }

  func keep(_ writ: Writ) throws {
    let round = RoundID("\(writ.instance)")
    try ledger.write { writing in
      for claim in writ.claims { try writing.claim(try claim.text, for: round) }
      if let (vote, box, length) = writ.ballot { try writing.drop(vote, into: BoxID(round, box), length: length) }
      // Of a secret ballot nothing is written outside its box.
      let taken = ActTaken(writ.ballot == nil ? writ.command : nil, [])
      var drafts = [
        Writing.Draft(writ.command.case, version: writ.versionBefore, at: writ.at, by: writ.actor, .act(taken))
      ]
      drafts += writ.events.map { Writing.Draft($0.event, version: $0.version) }
      for box in writ.closedBoxes {
        guard let count = try writing.dispose(of: BoxID(round, box)) else { continue }
        let version = writ.version(of: box.case)
        drafts.append(Writing.Draft(box.case, version: version, at: writ.at, by: writ.actor, .counted(count)))
      }
      let entries = try writing.append(drafts, to: round)
      for message in writ.messages {
        try writing.post(try message.text, to: message.listener, in: round, entry: entries.lowerBound)
      }
    }
  }

  func reopen() throws { ledger = try Ledger(ledger.path) }

  func events(of instance: Int) throws -> [Event] {
    try ledger.read { reading in
      try reading.entries(of: RoundID("\(instance)")).compactMap { entry in
        if case .event(let event) = try entry.content() { event } else { nil }
      }
    }
  }

  func ballots(in box: BallotKey, of instance: Int) throws -> [Vote] {
    try ledger.read { try $0.ballots(in: BoxID(RoundID("\(instance)"), box)) }
  }

  func fork() throws -> any ScenarioVault {
    let copy = try Self.newFolder()
    // The file with its log of writes and its keys; what readers share of the log is made anew.
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !name.hasSuffix("-shm") {
      try FileManager.default.copyItem(at: folder.appending(path: name), to: copy.appending(path: name))
    }
    return try LedgerVault(copy)
  }

  func deliver(failing: Set<String>, at now: Instant) throws {
    let waiting = try ledger.read { try $0.waiting() }
    if waiting.isEmpty { return }
    try ledger.write { writing in
      for item in waiting { try writing.noteDelivery(of: item.id, at: failing.contains(item.listener) ? nil : now) }
    }
  }

  func waiting() throws -> [String: Int] {
    try ledger.read { try $0.waiting() }.reduce(into: [:]) { $0[$1.listener, default: 0] += 1 }
  }

  func tamper(_ entry: Int, _ change: [String: Datum]) throws -> Bool {
    try ledger.overwrite(entry, change.mapValues(\.plain))
  }

  func firstBadEntry() throws -> Int? { try ledger.verify().fault?.entry }
}

extension Writ {
  /// Of a case, or of the round, when all has happened.
  fileprivate func version(of id: CaseID?) -> Int { events.last { $0.event.case == id }?.version ?? versionBefore }
}

extension Datum {
  /// A text without its quotes, anything else as it would be written.
  fileprivate var plain: String { if case .text(let text) = self { text } else { yaml } }
}
