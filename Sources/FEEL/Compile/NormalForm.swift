@_spi(_Unicode) import Swift

extension String {
  /// In normalisation form C. Chinese and ASCII text is in it already, and is not copied.
  var normalized: String {
    unicodeScalars.allSatisfy(\.isNormalAlone) ? self : String(String.UnicodeScalarView(_nfc))
  }
}

extension Unicode.Scalar {
  /// Stands for itself in form C and never combines with what is before it.
  fileprivate var isNormalAlone: Bool {
    switch value {
    case 0...0x2FF, 0x2010...0x2025, 0x2030...0x205E, 0x2190...0x22FF, 0x2460...0x27BF, 0x3000...0x3029,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xFF00...0xFFEE, 0x20000...0x2A6DF:
      true
    default: false
    }
  }
}
