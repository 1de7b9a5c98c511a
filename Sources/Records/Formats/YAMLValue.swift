import Diagnostics
import Rules
import YAML

/// A node of YAML; one that was read out of a cell knows the way back into the table.
struct YAMLValue: WrittenValue {
  let node: Node
  /// The cell that holds the whole.
  let cell: Fragment?

  init(_ node: Node, in cell: Fragment? = nil) {
    self.node = node
    self.cell = cell
  }

  /// Reads what is written in a cell; diagnostics have their places in the table.
  static func read(_ cell: Fragment, _ log: inout DiagnosticLog) -> YAMLValue? {
    var inner = DiagnosticLog()
    let limits = Limits(bytes: 1 << 20, depth: 16, nodes: 100_000, aliasedNodes: 1000)
    let node = Node.read(Source(name: cell.source.name, text: cell.text), limits: limits, log: &inner)
    for diagnostic in inner.diagnostics { log.report(diagnostic.moved(into: cell)) }
    return node.map { YAMLValue($0, in: cell) }
  }

  var kind: WrittenKind {
    switch node.content {
    case .sequence: .list
    case .mapping: .row
    case .scalar(let scalar): scalar.core == .null ? .missing : scalar.style == .plain ? .plain : .text
    }
  }

  var range: Range<Int> { place(node.span.range) }
  var text: String { node.scalar?.text ?? "" }
  var elements: [YAMLValue] { (node.sequence ?? []).map { YAMLValue($0, in: cell) } }
  var fixes: FixIt.Applicability { cell == nil ? .safe : .display }

  func forEachField(in form: RowForm, _ body: (FieldName, Range<Int>, YAMLValue) -> Void) {
    for entry in node.mapping ?? [] {
      let name = form.index(of: entry.keyText).map { FieldName.known($0) } ?? .unknown(entry.keyText)
      body(name, place(entry.key.span.range), YAMLValue(entry.value, in: cell))
    }
  }

  func plainFact(_ form: FieldForm) -> PlainFact? {
    // A tag may make a text of it.
    guard let scalar = node.scalar, scalar.style == .plain, node.tag == nil else { return nil }
    return scalar.text.utf8.withContiguousStorageIfAvailable { PlainFact($0, .plain, form) } ?? nil
  }

  private func place(_ range: Range<Int>) -> Range<Int> { cell?.span(range).range ?? range }
}

extension Diagnostic {
  /// The same about a text that was taken out of another one.
  fileprivate func moved(into cell: Fragment) -> Diagnostic {
    Diagnostic(
      message, at: span.map { cell.span($0.range) }, arguments,
      notes: notes.map { Note($0.phrase, at: $0.span.map { cell.span($0.range) }, $0.arguments) },
      fixIts: fixIts.map { FixIt(replace: cell.span($0.span.range), with: $0.replacement, .display) })
  }
}
