import Foundation
import TestSupport
import Testing

@Suite("随时断电")
struct KillTests {
  @Test("随机时刻 SIGKILL：记录是一段前缀，版本不缺，说过“记下”的都在；接着办，结果与没断过一样")
  func killed() throws {
    let rounds = Patience.hasTheNight ? 200 : 10
    var random = SplitMix(seed: Patience.seed ?? UInt64(Date().timeIntervalSince1970))
    let scratch = try Scratch()
    let (path, environment) = try StoreCommandTests.opened(scratch)
    let fresh = try Data(contentsOf: URL(fileURLWithPath: path))
    let acts = ["act", "--file", StoreCommandTests.acts, "--format", "json"]
    var (entries, killed) = (0, 0)
    for number in 0..<rounds {
      let running = try Program.start(acts, environment: environment)
      usleep(UInt32(100_000 + random.below(1_500_000)))
      let result = try running.kill()
      if result.wasKilled { killed += 1 }
      let told = result.output.split(separator: "\n").compactMap {
        $0.wholeMatch(of: #/.*"last":(\d+).*/#).map { Int($0.1) ?? 0 }
      }
      let verified = try Program.run("audit", "verify", "--format", "json", environment: environment)
      #expect(verified.code == 0, "round \(number): \(verified.output)\(verified.complaints)")
      let count = verified.output.firstMatch(of: #/"entries": (\d+)/#).flatMap { Int($0.1) } ?? 0
      #expect(count >= entries, "round \(number): entries are gone")
      #expect(count >= told.max() ?? 0, "round \(number): what was acknowledged is gone")
      entries = count
      // Finished: once more from the beginning.
      if !result.wasKilled {
        for end in ["", "-wal", "-shm", ".keys"] { try? FileManager.default.removeItem(atPath: path + end) }
        try fresh.write(to: URL(fileURLWithPath: path))
        entries = 0
      }
    }
    #expect(killed > rounds / 2, "\(killed) of \(rounds) were killed in time")

    _ = try Program.run(acts, environment: environment)
    let interrupted = try Program.run("case", "list", "--format", "json", environment: environment)
    let other = scratch.folder.appendingPathComponent("不断.db").path
    _ = try StoreCommandTests.open(other)
    _ = try Program.run(acts, environment: ["PINGXUAN_STORE": other])
    let whole = try Program.run("case", "list", "--format", "json", environment: ["PINGXUAN_STORE": other])
    #expect(interrupted.output == whole.output)
    let heads = try [path, other].map { try Program.run("audit", "verify", environment: ["PINGXUAN_STORE": $0]).output }
    // Ballots are counted with digests of boxes that no two runs have alike; all else is the same to the entry.
    #expect(heads[0].split(separator: "\n").first == heads[1].split(separator: "\n").first)
  }

  @Test("文件不许再长：动作要么记下，要么被拒绝，链条完好")
  func fileLimit() throws {
    let scratch = try Scratch()
    let (path, environment) = try StoreCommandTests.opened(scratch)
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    let limit = size / 1024 + 300
    let result = try Program.shell(
      "trap '' XFSZ; ulimit -f \(limit); PINGXUAN_STORE='\(path)' pingxuan act --file \(StoreCommandTests.acts)")
    #expect(result.code == 2, "\(result.code) \(result.complaints)")
    #expect(result.complaints.contains("什么也没有记下"), "\(result.complaints)")
    let verified = try Program.run("audit", "verify", environment: environment)
    #expect(verified.code == 0, "\(verified.output)\(verified.complaints)")
  }
}
