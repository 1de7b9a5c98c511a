import CCryptoSys

/// The SHA-256 (FIPS 180-4) of a content, by which rules, records and outcomes are named.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  /// 32 bytes.
  public let bytes: [UInt8]

  public init(of content: some Collection<UInt8>) {
    var digest = [UInt8](repeating: 0, count: 32)
    let input = Array(content)
    _ = SHA256(input, input.count, &digest)
    bytes = digest
  }

  public init(of text: String) { self.init(of: Array(text.utf8)) }

  /// One fingerprint for several, in the order given.
  public init(of parts: [Fingerprint]) { self.init(of: parts.flatMap(\.bytes)) }

  /// `sha256:` and 64 hexadecimal digits.
  public var description: String {
    "sha256:"
      + bytes.map { byte in
        let digits = String(byte, radix: 16)
        return byte < 16 ? "0" + digits : digits
      }.joined()
  }
}
