import CJSON
public import Diagnostics
public import FEEL

/// JSON as values of FEEL, with exact numbers; for what has no schema.
public enum JSONText {
  /// A text that is one object or list.
  ///
  /// - Returns: `nil` when it is none; the log says why. A number beyond decimal128 is null.
  public static func value(_ source: Source, log: inout DiagnosticLog) -> Value? {
    let start = source.bytes.startOfText
    let padded = source.bytes + [UInt8](repeating: 0x20, count: Int(cjson_padding))
    var result: Value?
    var broken: Diagnostic?
    let fault = padded.withUnsafeBufferPointer { buffer in
      JSONReader().read(UnsafeBufferPointer(rebasing: buffer[start..<source.bytes.count]), base: start) { json in
        result = value(json, source, &broken)
      }
    }
    let diagnostic = fault.map { $0.diagnostic(source, start..<source.bytes.count) } ?? broken
    guard let diagnostic else { return result }
    log.report(diagnostic)
    return nil
  }

  private static func value(_ json: JSONValue, _ source: Source, _ broken: inout Diagnostic?) -> Value {
    switch json.kind {
    case .missing: return .null
    case .boolean(let value): return .boolean(value)
    case .number: return Decimal(json.text).map(Value.number) ?? .null
    case .list: return .list(json.elements.map { value($0, source, &broken) })
    case .row:
      return .context(Context(json.members.map { ($0.name, value($0.value, source, &broken)) }))
    case .broken(let message):
      broken = broken ?? Diagnostic(message, at: Span(source, json.range), ["text": json.text])
      return .null
    case .plain, .text, .cell: return .string(json.text)
    }
  }
}
