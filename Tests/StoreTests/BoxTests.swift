import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store
@testable import Workflow

@Suite("无记名的票箱")
struct BoxTests {
  static let box = BoxID(round: Sample.round, subject: "A-1", opening: 3, session: 1)

  /// The sealed bytes after each cast, and all keys that ever were in the key file.
  private func cast(_ ballots: [Vote], _ sample: Sample, then: (Ledger) throws -> Void = { _ in }) throws -> (
    states: [Data], keys: [Data]
  ) {
    let ledger = try sample.filled(1)
    var states: [Data] = []
    var keys: [Data] = []
    for ballot in ballots {
      try ledger.write { try $0.drop(ballot, into: Self.box, length: 80) }
      states.append(try ledger.read { try Data.fetchOne($0.db, sql: "SELECT sealed FROM box")! })
      keys.append(try Data(contentsOf: URL(fileURLWithPath: sample.path + ".keys")))
    }
    try then(ledger)
    return (states, keys)
  }

  @Test("放进去的都在，一张不多，一张不少；清点以后箱子和钥匙都没有了")
  func counting() throws {
    let sample = try Sample()
    let ballots: [Vote] = [.choice(.yes), .choice(.no), .choice(.yes), .choice(.abstain), .names(["A-1", "B-1"])]
    _ = try cast(ballots, sample) { ledger in
      let found = try ledger.read { try $0.ballots(in: Self.box) }
      #expect(found.map { "\($0)" }.sorted() == ballots.map { "\($0)" }.sorted())
      let count = try ledger.write { try $0.dispose(of: Self.box) }
      #expect(count?.ballots == 5 && count?.digest.hasPrefix("sha256:") == true)
      #expect(try ledger.read { try $0.ballots(in: Self.box) } == [])
      #expect(try ledger.read { try Int.fetchOne($0.db, sql: "SELECT count(*) FROM box") } == 0)
    }
    #expect(!FileManager.default.fileExists(atPath: sample.path + ".keys"))
  }

  @Test("每投一张，前一把钥匙就不在了；现在的钥匙打不开从前的任何一个箱子")
  func keysGo() throws {
    let sample = try Sample()
    let (states, keys) = try cast(Array(repeating: .choice(.yes), count: 9), sample)
    #expect(Set(keys).count == 9)
    struct Shelf: Decodable {
      struct Item: Decodable { let key: [UInt8] }
      let keys: [Item]
    }
    let shelf = try JSONDecoder().decode(Shelf.self, from: keys.last!)
    #expect(shelf.keys.count == 1)
    let key = try #require(shelf.keys.first?.key)
    #expect(Cipher.open([UInt8](states[8]), with: key) != nil)
    for state in states.dropLast() { #expect(Cipher.open([UInt8](state), with: key) == nil) }
  }

  @Test("票的长短、次序、内容，从密封的箱子里都看不出来：长度只随张数变，次序每次打乱")
  func shape() throws {
    let same = try cast(Array(repeating: .choice(.no), count: 5), try Sample()).states.map(\.count)
    let other = try cast(
      [.choice(.abstain), .choice(.yes), .choice(.no), .choice(.abstain), .choice(.yes)], try Sample()
    ).states.map(\.count)
    #expect(same == other)
    // Where the last ballot lies, over many boxes: nowhere in particular.
    var places = [Int](repeating: 0, count: 4)
    for _ in 0..<80 {
      let sample = try Sample()
      let ballots: [Vote] = [.choice(.no), .choice(.no), .choice(.no), .choice(.yes)]
      _ = try cast(ballots, sample) { ledger in
        let found = try ledger.read { try $0.ballots(in: Self.box) }
        places[try #require(found.firstIndex(of: .choice(.yes)))] += 1
      }
    }
    // 80 throws over four places: fewer than 6 at one of them happens once in 10,000 runs.
    #expect(places.allSatisfy { $0 >= 6 }, "\(places)")
  }

  @Test("九人投完以后，数据库、预写日志、空闲页里都没有一张票的明文，也没有钥匙")
  func bytes() throws {
    let sample = try Sample()
    let choices: [Choice] = [.yes, .no, .yes, .abstain, .yes, .no, .yes, .yes, .no]
    let (_, keys) = try cast(choices.map { .choice($0) }, sample)
    let files = try FileManager.default.contentsOfDirectory(atPath: sample.folder.path).filter {
      !$0.hasSuffix(".keys")
    }
    #expect(files.count >= 1)
    for name in files {
      let bytes = try Data(contentsOf: sample.folder.appendingPathComponent(name))
      for word in ["\"yes\"", "\"abstain\"", "{\"choice\""] {
        #expect(bytes.range(of: Data(word.utf8)) == nil, "\(name) holds \(word)")
      }
      for file in keys {
        struct Shelf: Decodable {
          struct Item: Decodable { let key: [UInt8] }
          let keys: [Item]
        }
        for item in try JSONDecoder().decode(Shelf.self, from: file).keys {
          #expect(bytes.range(of: Data(item.key)) == nil, "\(name) holds a key")
        }
      }
    }
    // Nothing of earlier boxes is left in the log of writes.
    let wal = sample.path + "-wal"
    #expect(((try? Data(contentsOf: URL(fileURLWithPath: wal)))?.count ?? 0) == 0)
  }

  @Test("钥匙丢了，谁也打不开，并且这样说")
  func lostKey() throws {
    let sample = try Sample()
    _ = try cast([.choice(.yes)], sample) { ledger in
      try FileManager.default.removeItem(atPath: sample.path + ".keys")
      #expect(throws: StoreFault.keyLost) { try ledger.read { try $0.ballots(in: Self.box) } }
      #expect(throws: StoreFault.keyLost) { try ledger.write { try $0.drop(.choice(.no), into: Self.box, length: 80) } }
    }
  }

  @Test("断电在钥匙写下之后、箱子写下之前：旧箱子仍打得开")
  func betweenKeyAndBox() throws {
    let sample = try Sample()
    _ = try cast([.choice(.yes), .choice(.no)], sample) { ledger in
      struct PowerCut: Error {}
      #expect(throws: PowerCut.self) {
        try ledger.write { writing in
          try writing.drop(.choice(.abstain), into: Self.box, length: 80)
          throw PowerCut()
        }
      }
      #expect(try ledger.read { try $0.ballots(in: Self.box) }.count == 2)
      try ledger.write { try $0.drop(.choice(.abstain), into: Self.box, length: 80) }
      #expect(try ledger.read { try $0.ballots(in: Self.box) }.count == 3)
    }
  }

  @Test("密封：换一把钥匙、改一个字节，都打不开", arguments: [0, 1, 16, 1_000])
  func cipher(_ length: Int) throws {
    var random = SplitMix(seed: UInt64(length))
    let plain = (0..<length).map { _ in UInt8(random.below(256)) }
    let key = try #require(Chance.bytes(Cipher.keyLength))
    let sealed = try #require(Cipher.seal(plain, with: key))
    #expect(Cipher.open(sealed, with: key) == plain)
    #expect(Cipher.open(sealed, with: try #require(Chance.bytes(Cipher.keyLength))) == nil)
    for index in [0, sealed.count / 2, sealed.count - 1] {
      var other = sealed
      other[index] ^= 1
      #expect(Cipher.open(other, with: key) == nil)
    }
    #expect(Cipher.open([], with: key) == nil && Cipher.open(sealed, with: []) == nil)
  }
}
