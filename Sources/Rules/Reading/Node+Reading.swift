import Diagnostics
import FEEL
import YAML

extension Node {
  /// An empty value: nothing was written after the key.
  var isEmpty: Bool {
    guard let scalar else { return false }
    return scalar.style == .plain && scalar.text.isEmpty
  }

  /// The first word of the node, so that a missing key does not underline a whole section.
  var headSpan: Span { mapping?.first?.key.span ?? span }

  func readText(log: inout DiagnosticLog) -> String? {
    if let scalar { return scalar.text }
    log.report(.expected(.text, at: headSpan))
    return nil
  }

  /// An expression: any scalar, as written.
  func readFragment(log: inout DiagnosticLog) -> Fragment? {
    if let scalar { return scalar.fragment }
    log.report(.expected(.expression, at: headSpan))
    return nil
  }

  func readBoolean(log: inout DiagnosticLog) -> Bool? {
    if let scalar, scalar.style == .plain, let value = ["true": true, "false": false][scalar.text] { return value }
    log.report(.expected(.boolean, at: headSpan))
    return nil
  }

  func readInteger(log: inout DiagnosticLog) -> Int? {
    if let scalar, let value = Int(scalar.text) { return value }
    log.report(.expected(.integer, at: headSpan))
    return nil
  }

  func readNumber(log: inout DiagnosticLog) -> Decimal? {
    if let scalar, let value = Decimal(scalar.text) { return value }
    log.report(.expected(.number, at: headSpan))
    return nil
  }

  func readList(log: inout DiagnosticLog) -> [Node] {
    if let sequence { return sequence }
    log.report(.expected(.list, at: headSpan))
    return []
  }

  /// A list of texts, or one text alone.
  func readTexts(log: inout DiagnosticLog) -> [String] {
    guard let sequence else { return readText(log: &log).map { [$0] } ?? [] }
    return sequence.compactMap { $0.readText(log: &log) }
  }

  /// `30%` as 30.
  func readPercentage(log: inout DiagnosticLog) -> Decimal? {
    if let text = scalar?.text, text.hasSuffix("%"), let value = Decimal(text.dropLast()) { return value }
    log.report(.expected(.percentage, at: headSpan))
    return nil
  }
}
