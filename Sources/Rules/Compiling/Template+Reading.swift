import Diagnostics
import FEEL

extension Template {
  /// Splits a sentence at its braces and compiles what stands between them.
  init(
    _ fragment: Fragment, log: inout DiagnosticLog,
    compile: (Fragment, inout DiagnosticLog) -> Program?
  ) {
    let bytes = Array(fragment.text.utf8)
    var pieces: [Piece] = []
    var start = 0
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    while let open = bytes[start...].firstIndex(of: UInt8(ascii: "{")) {
      guard let close = bytes[open...].firstIndex(of: UInt8(ascii: "}")) else {
        log.report(Diagnostic(.unknownInTemplate, at: fragment.span(open..<bytes.count)))
        break
      }
      if open > start { pieces.append(.text(text(start..<open))) }
      if let program = compile(fragment.part(open + 1..<close), &log) { pieces.append(.value(program)) }
      start = close + 1
    }
    if start < bytes.count { pieces.append(.text(text(start..<bytes.count))) }
    self.init(pieces: pieces)
  }
}
