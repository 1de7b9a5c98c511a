import CCryptoSys

/// AES-256-GCM (NIST SP 800-38D) of OpenSSL.
enum Cipher {
  static let keyLength = 32
  private static let nonceLength = 12
  private static let tagLength = 16

  /// Nonce, ciphertext, tag; `nil` if the library cannot.
  static func seal(_ plain: [UInt8], with key: [UInt8]) -> [UInt8]? {
    guard key.count == keyLength, let nonce = Chance.bytes(nonceLength), let context = EVP_CIPHER_CTX_new() else {
      return nil
    }
    defer { EVP_CIPHER_CTX_free(context) }
    var sealed = [UInt8](repeating: 0, count: plain.count)
    var tag = [UInt8](repeating: 0, count: tagLength)
    var count: Int32 = 0
    guard EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1,
      EVP_EncryptUpdate(context, &sealed, &count, plain, Int32(plain.count)) == 1, Int(count) == plain.count,
      EVP_EncryptFinal_ex(context, &tag, &count) == 1, count == 0,
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, Int32(tagLength), &tag) == 1
    else { return nil }
    return nonce + sealed + tag
  }

  /// `nil` if it was sealed with another key, or changed since.
  static func open(_ sealed: [UInt8], with key: [UInt8]) -> [UInt8]? {
    guard key.count == keyLength, sealed.count >= nonceLength + tagLength, let context = EVP_CIPHER_CTX_new() else {
      return nil
    }
    defer { EVP_CIPHER_CTX_free(context) }
    let nonce = Array(sealed.prefix(nonceLength))
    let body = Array(sealed.dropFirst(nonceLength).dropLast(tagLength))
    var tag = Array(sealed.suffix(tagLength))
    var plain = [UInt8](repeating: 0, count: body.count)
    var rest = [UInt8](repeating: 0, count: tagLength)
    var count: Int32 = 0
    guard EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1,
      EVP_DecryptUpdate(context, &plain, &count, body, Int32(body.count)) == 1, Int(count) == body.count,
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, Int32(tagLength), &tag) == 1,
      EVP_DecryptFinal_ex(context, &rest, &count) == 1
    else { return nil }
    return plain
  }
}

/// The library's random bytes: keys, and the order in which ballots lie in a box.
enum Chance {
  static func bytes(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return RAND_bytes(&bytes, Int32(count)) == 1 ? bytes : nil
  }

  struct Generator: RandomNumberGenerator {
    mutating func next() -> UInt64 {
      // The system's generator is as good, should the library fail.
      guard let bytes = Chance.bytes(8) else { return UInt64.random(in: .min ... .max) }
      return bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
  }
}
