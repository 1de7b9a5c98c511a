import Foundation
import GRDB
import Store
import Workflow

// usage: acts FOLDER [CASES]
// One figure a line, `name value unit`, for scripts/bench. The files of FOLDER are made and removed. With CASES also a
// store with so many cases, twenty events each.

let folder = URL(fileURLWithPath: CommandLine.arguments.dropFirst().first ?? ".")
let flow = Flow()
let now = Instant("2026-05-11T10:00")!

func seconds(_ body: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  try body()
  let passed = ContinuousClock.now - start
  return Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18
}

/// Approvals a second, decided and applied in memory; a hundred cases at a time have been handed in before.
func acts(_ cases: Int) -> Double {
  var time = 0.0
  for _ in 0..<(cases / 100) {
    var begun = (0..<100).map { _ in flow.begun(at: now) }
    time += seconds {
      for index in begun.indices {
        for (stage, actor) in flow.approvals {
          _ = flow.carryOut(
            Command(.sign(.approve, for: nil, override: false), stage: stage), by: actor, at: now, in: &begun[index])
        }
        if !begun[index].state.isFinal { fatalError("not finished") }
      }
    }
  }
  return Double(cases * flow.approvals.count) / time
}

/// Approvals a second, each committed and on the disk before the next.
func durableActs(_ count: Int) throws -> Double {
  let path = folder.appendingPathComponent("acts.db").path
  defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
  let ledger = try Ledger(path, creating: true)
  var done = 0
  var rounds = (0..<(count / flow.approvals.count)).map { _ in flow.begun(at: now) }
  let time = try seconds {
    for index in rounds.indices {
      let id = RoundID("2026-\(index)")
      for (stage, actor) in flow.approvals {
        let command = Command(.sign(.approve, for: nil, override: false), stage: stage)
        try ledger.write { writing in
          let events = flow.carryOut(command, by: actor, at: now, in: &rounds[index])
          let drafts =
            [Writing.Draft(nil, version: 0, at: now, by: actor, .act(ActTaken(command, [])))]
            + events.map { Writing.Draft($0, version: rounds[index].version(of: $0.case)) }
          let entries = try writing.append(drafts, to: id)
          try writing.note(command: "\(index)/\(done)", digest: [], in: id, entries: entries)
        }
        done += 1
      }
    }
  }
  return Double(done) / time
}

/// Rows a second, each committed and on the disk before the next: the least that anything durable takes.
func inserts(_ count: Int) throws -> Double {
  let path = folder.appendingPathComponent("inserts.db").path
  defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
  let queue = try DatabasePool(path: path)
  return try queue.writeWithoutTransaction { db in
    try db.execute(
      sql: "PRAGMA synchronous = FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, at TEXT, actor TEXT, body TEXT)")
    let statement = try db.makeStatement(sql: "INSERT INTO t (at, actor, body) VALUES (?, ?, ?)")
    let body = String(repeating: "x", count: 200)
    let time = try seconds {
      for _ in 0..<count {
        try db.inTransaction(.immediate) {
          try statement.execute(arguments: ["2026-05-11T10:00", "office", body])
          return .commit
        }
      }
    }
    return Double(count) / time
  }
}

_ = acts(200)
print("acts \(Int(acts(20_000))) approvals/s")
print("durable-acts \(Int(try durableActs(1_000))) acts/s")
print("sqlite-inserts \(Int(try inserts(1_000))) rows/s")

if let cases = CommandLine.arguments.dropFirst(2).first.flatMap({ Int($0) }), cases > 0 {
  let path = folder.appendingPathComponent("big.db").path
  defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
  let store = try BigStore(path, cases: cases)
  print("store-opening \(Int(try store.opening().rounded(.up))) ms")
  print("case-history \(String(format: "%.2f", try store.history())) ms")
}
