import Diagnostics

/// A mapping or sequence whose end has not been read yet.
struct OpenCollection {
  enum Kind {
    case sequence, mapping

    var tag: String {
      switch self {
      case .sequence: "tag:yaml.org,2002:seq"
      case .mapping: "tag:yaml.org,2002:map"
      }
    }
  }

  let anchor: String?
  let tag: String?
  private(set) var size = Size(nodes: 0, height: 0)
  private let kind: Kind
  private let start: Int
  private var lastEnd: Int
  private var elements: [Node] = []
  private var entries: [Node.Entry] = []
  private var keys = KeyIndex()
  private var key = Key.awaited

  /// The key whose value comes next.
  private enum Key {
    case awaited
    case read(Node)
    /// Its value is read, and left out.
    case refused
  }

  init(_ kind: Kind, from start: Int, anchor: String?, tag: String?) {
    self.kind = kind
    self.start = start
    self.anchor = anchor
    self.tag = tag
    lastEnd = start
  }

  var content: Node.Content {
    switch kind {
    case .sequence: .sequence(elements)
    case .mapping: .mapping(entries)
    }
  }

  /// A block collection ends with its last character, not where libyaml notices that it has ended.
  func range(closedBy end: Span) -> Range<Int> {
    let closes = end.text == "]" || end.text == "}"
    let isFlow = closes && ["[", "{"].contains(end.source.bytes[safe: start])
    return start..<max(isFlow ? end.range.upperBound : lastEnd, start)
  }

  mutating func add(_ node: Node, _ size: Size, _ log: inout DiagnosticLog) {
    self.size.add(size)
    lastEnd = max(lastEnd, node.span.range.upperBound)
    switch (kind, key) {
    case (.sequence, _):
      elements.append(node)
    case (.mapping, .awaited):
      key = accept(node, &log) ? .read(node) : .refused
    case (.mapping, .read(let key)):
      entries.append(Node.Entry(key: key, value: node))
      self.key = .awaited
    case (.mapping, .refused):
      key = .awaited
    }
  }

  private mutating func accept(_ node: Node, _ log: inout DiagnosticLog) -> Bool {
    guard let text = node.scalar?.text else {
      log.report(Diagnostic(.keyIsNoText, at: node.span))
      return false
    }
    // Every key before this one has its value, and so its entry.
    guard let index = keys.firstLike(text), entries[index].keyText == text else {
      keys.add(text)
      return true
    }
    log.report(
      Diagnostic(
        .duplicateKey, at: node.span, ["key": text],
        notes: [Note(.firstKey, at: entries[index].key.span)]))
    return false
  }
}

extension [UInt8] {
  /// The character at an index, if one of ASCII stands there.
  fileprivate subscript(safe index: Int) -> Character? {
    indices.contains(index) && self[index] < 0x80 ? Character(Unicode.Scalar(self[index])) : nil
  }
}
