import Foundation
import Testing

@Suite("只读的案卷库")
struct ReadOnlyTests {
  private static let reading = [
    "round list", "case list", "case show X-1", "case history X-1", "audit verify", "audit replay", "audit export",
  ]

  /// Makes a command one whom permissions bind: root is let through everywhere unless that right is given up.
  private static let binding: String = {
    let rights = "-dac_override,-dac_read_search"
    return geteuid() == 0 ? "setpriv --bounding-set=\(rights) --inh-caps=\(rights)" : ""
  }()

  /// Not every container lets root give up a right.
  private static var canBind: Bool { (try? Program.shell("\(binding) true"))?.code == 0 }

  private func bound(_ words: String, _ round: SmallRound) throws -> Program.Result {
    try Program.shell("PINGXUAN_STORE='\(round.path("案卷.db"))' \(Self.binding) \"$PINGXUAN\" \(words)")
  }

  private func allow(_ rights: Int, _ path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: path)
  }

  @Test("只读的文件、只读的文件夹：照样能列、能看、能核对；不能办，也直说不可写", .enabled(if: canBind))
  func rights() throws {
    let round = try SmallRound()
    #expect(try round.open().code == 0)
    let (folder, store) = (round.scratch.folder.path, round.path("案卷.db"))
    defer { try? allow(0o700, folder) }
    for (file, directory) in [(0o600, 0o500), (0o400, 0o500), (0o400, 0o700)] {
      try allow(file, store)
      try allow(directory, folder)
      for words in Self.reading {
        let answer = try bound(words, round)
        #expect(answer.code == 0 && !answer.output.isEmpty, "\(words): \(answer)")
      }
      let written = try bound("act submit --case X-1 --as 甲 --at 2026-05-11T10:00", round)
      #expect(written.code == 2 && written.complaints.contains("PX8006"), "\(written)")
    }
    try allow(0o700, folder)
    try allow(0o600, store)
    #expect(try Program.run("round", "report", "-o", round.path("文书"), environment: round.environment).code == 0)
  }

  @Test("写的人断了电，记录还在 -wal 里：有写权限的读得全；没有的，直说读不全", .enabled(if: canBind))
  func unfinished() throws {
    let round = try SmallRound()
    #expect(try round.open().code == 0)
    let (folder, store) = (round.scratch.folder.path, round.path("案卷.db"))
    defer { try? allow(0o700, folder) }
    let python =
      "import sqlite3, os, sys; c = sqlite3.connect(sys.argv[1]); c.execute('insert into claim values (1, 2)'); c.commit(); os._exit(0)"
    #expect(try Program.shell("python3 -c \"\(python)\" '\(store)' && rm '\(store)-shm'").code == 0)
    try allow(0o500, folder)
    let unread = try bound("round list", round)
    #expect(unread.code == 2 && unread.complaints.contains("PX8015"), "\(unread)")
    try allow(0o700, folder)
    for words in Self.reading { #expect(try bound(words, round).code == 0) }
    try allow(0o500, folder)
    #expect(try bound("round list", round).code == 0)
  }

  @Test("列和看不等写的人，也不改动文件")
  func others() throws {
    let round = try SmallRound()
    #expect(try round.open().code == 0)
    let store = URL(fileURLWithPath: round.path("案卷.db"))
    let before = try Data(contentsOf: store)
    let python = """
      import sqlite3, subprocess, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('begin immediate')
      print(subprocess.run(sys.argv[2:] + ['--store', sys.argv[1]], timeout=8).returncode); c.execute('rollback')
      """
    let answer = try Program.shell("python3 -c \"\(python)\" '\(store.path)' \"$PINGXUAN\" case list")
    #expect(answer.code == 0 && answer.output.contains("甲厂"), "\(answer)")
    #expect(try Data(contentsOf: store) == before)
  }
}
