import Fingerprints

/// Each entry's hash covers the one before: what is changed, dropped, put elsewhere or cut off no longer fits.
enum Chain {
  /// Before the first entry.
  static let start = [UInt8](repeating: 0, count: 32)

  /// Over all that an entry says, each part with its length, so that none runs into the next.
  static func hash(
    after previous: [UInt8], seq: Int, round: String, subject: String?, version: Int, act: Int, at: String,
    by: String, format: Int, kind: String, body: String
  ) -> [UInt8] {
    var bytes = previous
    bytes.reserveCapacity(160 + body.utf8.count)
    for number in [seq, version, act, format] { append(UInt64(bitPattern: Int64(number)), to: &bytes) }
    bytes.append(subject == nil ? 0 : 1)
    for text in [round, subject ?? "", at, by, kind, body] {
      append(UInt64(text.utf8.count), to: &bytes)
      bytes.append(contentsOf: text.utf8)
    }
    return Fingerprint(of: bytes).bytes
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }
}
