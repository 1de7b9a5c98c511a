import Foundation
import Synchronization
import TestSupport
import Testing

/// Runs a body on one mutated text after another until the time is up.
///
/// `PINGXUAN_FUZZ_SECONDS` is how long each fuzzer runs (half a second unless said), `PINGXUAN_FUZZ_SEED` where it
/// begins (1 unless said). What goes wrong is reported with the seed that shows it again at once; what traps or hangs
/// has its seed as the last line.
struct Fuzzer {
  static let seconds = Patience.seconds(usually: 0.5)
  private static let firstSeed = Patience.seed ?? 1
  /// A text that takes longer hangs.
  private static let patience = 30.0

  let name: String
  let corpus: [[UInt8]]
  let words: [[UInt8]]

  init(_ name: String, corpus: [[UInt8]], words: [String]) {
    self.name = name
    self.corpus = corpus
    self.words = words.map { Array($0.utf8) }
  }

  /// - Parameter body: looks at a text; gives what is wrong with how it was taken, or `nil`.
  func run(_ body: @escaping (inout Mutator) -> String?) {
    let end = Date().addingTimeInterval(Fuzzer.seconds)
    let watch = Watch(name: name)
    var count = 0
    var slowest = (seconds: 0.0, seed: UInt64(0))
    var seed = Fuzzer.firstSeed
    repeat {
      watch.begin(seed, patience: Fuzzer.patience)
      var mutator = Mutator(seed: seed, corpus: corpus, words: words)
      let start = ContinuousClock.now
      if let fault = body(&mutator) {
        Issue.record("\(name), PINGXUAN_FUZZ_SEED=\(seed): \(fault)")
        break
      }
      let taken = (ContinuousClock.now - start) / .seconds(1)
      if taken > slowest.seconds { slowest = (taken, seed) }
      count += 1
      seed += 1
    } while Date() < end
    watch.end()
    print(
      "\(name): \(count) texts, seeds \(Fuzzer.firstSeed)..<\(seed); slowest \(slowest.seconds) s (\(slowest.seed))")
  }
}

/// Ends the process when a text takes too long: nothing else can be done about a loop without end.
private final class Watch: Sendable {
  private let name: String
  private let current = Mutex<(seed: UInt64, until: Date)?>(nil)
  private let isOver = Atomic(false)

  init(name: String) {
    self.name = name
    Thread.detachNewThread { [self] in
      while !isOver.load(ordering: .relaxed) {
        Thread.sleep(forTimeInterval: 0.25)
        if let (seed, until) = current.withLock(\.self), Date() > until {
          fatalError("\(name), PINGXUAN_FUZZ_SEED=\(seed): hangs")
        }
      }
    }
  }

  func begin(_ seed: UInt64, patience: Double) {
    current.withLock { $0 = (seed, Date().addingTimeInterval(patience)) }
  }

  func end() { isOver.store(true, ordering: .relaxed) }
}
