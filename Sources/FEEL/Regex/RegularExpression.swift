internal import CPcreSys

/// A regular expression of XPath, compiled by PCRE2. No pattern hangs: matching has limits of steps and of memory.
final class RegularExpression: @unchecked Sendable {
  /// Bytes of the text, for the whole match and each group; `nil` for a group that took no part.
  typealias Match = [Range<Int>?]

  /// A search came to an end, or to a limit.
  enum Outcome {
    case found([Match])
    case tooHard
  }

  // Only read after `init`.
  private let code: OpaquePointer
  let groupCount: Int

  /// Steps of matching; a pattern that backtracks without end stops here.
  private static let stepLimit: UInt32 = 1_000_000
  /// Kibibytes.
  private static let heapLimit: UInt32 = 20_000
  private static let matchLimit = 1_000_000

  /// `nil` when the pattern or the flags are none of XPath's.
  init?(_ pattern: String, flags text: String) {
    guard let flags = PatternFlags(text), let (translated, groups) = XPathPattern.translated(pattern, flags) else {
      return nil
    }
    var options = UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_NO_UTF_CHECK) | UInt32(PCRE2_DOLLAR_ENDONLY)
    if flags.contains(.caseless) { options |= UInt32(PCRE2_CASELESS) }
    let context = pcre2_compile_context_create_8(nil)
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
    var error: Int32 = 0
    var offset = 0
    let bytes = Array(translated.utf8)
    guard
      let code = bytes.withUnsafeBufferPointer({
        pcre2_compile_8($0.baseAddress ?? RegularExpression.nothing, $0.count, options, &error, &offset, context)
      })
    else { return nil }
    self.code = code
    groupCount = groups
  }

  deinit { pcre2_code_free_8(code) }

  /// PCRE2 wants an address even of nothing.
  nonisolated(unsafe) private static let nothing: UnsafePointer<UInt8> = {
    let pointer = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    pointer.initialize(to: 0)
    return UnsafePointer(pointer)
  }()

  /// The first match, or all of them from left to right, none within another.
  func search(_ text: [UInt8], isOnlyFirst: Bool) -> Outcome {
    let context = pcre2_match_context_create_8(nil)
    let data = pcre2_match_data_create_from_pattern_8(code, nil)
    defer {
      pcre2_match_data_free_8(data)
      pcre2_match_context_free_8(context)
    }
    pcre2_set_match_limit_8(context, RegularExpression.stepLimit)
    pcre2_set_heap_limit_8(context, RegularExpression.heapLimit)
    return text.withUnsafeBufferPointer { buffer in
      var matches: [Match] = []
      var start = 0
      while start <= buffer.count, matches.count < RegularExpression.matchLimit {
        let count = pcre2_match_8(
          code, buffer.baseAddress ?? RegularExpression.nothing, buffer.count, start, UInt32(PCRE2_NO_UTF_CHECK), data,
          context)
        if count == PCRE2_ERROR_NOMATCH { break }
        guard count > 0, let match = match(data, count: Int(count)), let whole = match[0] else { return .tooHard }
        matches.append(match)
        if isOnlyFirst { break }
        start = whole.isEmpty ? next(after: whole.upperBound, in: buffer) : whole.upperBound
      }
      return .found(matches)
    }
  }

  private func match(_ data: OpaquePointer?, count: Int) -> Match? {
    guard let vector = pcre2_get_ovector_pointer_8(data) else { return nil }
    return (0...groupCount).map { group in
      let (low, high) = (vector[2 * group], vector[2 * group + 1])
      // What PCRE2 leaves unset is the greatest number there is.
      guard group < count, low <= high, high != .max else { return nil }
      return low..<high
    }
  }

  /// Behind the character that begins at a place.
  private func next(after start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var index = start + 1
    while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }
}
