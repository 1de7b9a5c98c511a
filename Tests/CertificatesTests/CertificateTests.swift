import Certificates
import Diagnostics
import FEEL
import TestSupport
import Testing
import YAML

/// The checker takes every true certificate and none that was spoiled.
@Suite("Certificates")
struct CertificateTests {
  private static let rounds = Patience.hasTheNight ? 50_000 : 1_000

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

  private static func told(_ faults: [Diagnostic]) -> String { faults.map { $0.text(.en) }.joined(separator: "; ") }
}
