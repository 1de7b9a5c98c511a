import Certificates
import Diagnostics
import FEEL
import TestSupport
import Testing
import YAML

/// The checker takes every true certificate and none that was spoiled.
@Suite("Certificates")
struct CertificateTests {
  private static let rounds = Patience.hasTheNight ? 20_000 : 1_000

  private static func faults(_ text: String) throws -> [Diagnostic] {
    var log = DiagnosticLog()
    let node = try #require(Node.read(Source(name: "凭证.json", text: text), log: &log))
    guard let certificate = Certificate(node, log: &log) else { return log.diagnostics }
    return certificate.faults
  }

  @Test("a thousand selections are as they must be, and a thousand spoiled certificates are not")
  func random() throws {
    let seed = Patience.seed ?? UInt64.random(in: 0..<UInt64.max)
    var generator = SplitMix(seed: seed)
    var seen: Set<String> = []
    for round in 0..<Self.rounds {
      let certificate = try RandomSelection(&generator).certificate
      let faults = try Self.faults(certificate)
      #expect(faults.isEmpty, "seed \(seed), round \(round): \(Self.told(faults))\n\(certificate)")
      if !faults.isEmpty { return }
      var spoiler = Spoiler(certificate)
      let spoiled = spoiler.spoil(&generator)
      seen.insert(spoiler.what)
      #expect(
        try !Self.faults(spoiled).isEmpty, "seed \(seed), round \(round): \(spoiler.what)\n\(certificate)\n\(spoiled)")
    }
    #expect(seen.count == Spoiler.ways, "\(seen.sorted())")
  }

  @Test("the order of the records changes nothing in a certificate: 100 shuffles")
  func shuffles() throws {
    let seed = Patience.seed ?? UInt64.random(in: 0..<UInt64.max)
    var generator = SplitMix(seed: seed)
    for _ in 0..<10 {
      let selection = try RandomSelection(&generator)
      let expected = try Self.withoutRecords(selection.certificate)
      for _ in 0..<10 {
        #expect(try Self.withoutRecords(selection.shuffled(&generator).certificate) == expected, "seed \(seed)")
      }
    }
  }

  /// The fingerprint of the file is another one, of course.
  private static func withoutRecords(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.contains("\"records\":") }
  }

  private static func told(_ faults: [Diagnostic]) -> String { faults.map { $0.text(.en) }.joined(separator: "; ") }
}
