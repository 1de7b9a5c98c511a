import CYamlSys

/// libyaml's events one after the other, copied out of its memory.
///
/// The bytes must outlive the stream, so that it only lives inside `withEvents`.
struct EventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private(set) var failure: Failure?

  /// What libyaml says of a text that is no YAML; places in code points.
  struct Failure {
    let problem: String
    let context: String
    let problemAt: Int
    let contextAt: Int
    /// Whether libyaml ran out of memory or could not begin at all.
    let isInternal: Bool
  }

  /// Runs `body` over the events of UTF-8 bytes without a byte order mark.
  static func withEvents<Result>(_ bytes: ArraySlice<UInt8>, _ body: (inout EventStream) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { buffer in
      var stream = EventStream(buffer)
      return body(&stream)
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    // On the heap: libyaml keeps pointers into it.
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) == 1 else {
      failure = Failure(problem: "", context: "", problemAt: 0, contextAt: 0, isInternal: true)
      return
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event; `nil` at the end of the text and after a failure.
  mutating func next() -> Event? {
    guard failure == nil else { return nil }
    var raw = yaml_event_t()
    guard yaml_parser_parse(parser, &raw) == 1 else {
      failure = currentFailure()
      return nil
    }
    defer { yaml_event_delete(&raw) }
    let event = Event(raw)
    if case .streamEnd = event.kind { return nil }
    return event
  }

  private func currentFailure() -> Failure {
    let state = parser.pointee
    return Failure(
      problem: state.problem.map { String(cString: $0) } ?? "",
      context: state.context.map { String(cString: $0) } ?? "",
      problemAt: Int(state.problem_mark.index),
      contextAt: Int(state.context_mark.index),
      isInternal: state.error == YAML_MEMORY_ERROR || state.problem == nil)
  }
}
