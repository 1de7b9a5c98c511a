import Diagnostics

/// Puts events together to a tree, without recursion; looks after keys, tags, aliases and limits.
struct TreeBuilder {
  private let text: CheckedText
  private let limits: Limits
  private var open: [OpenCollection] = []
  private var anchors: [String: Anchor] = [:]
  private var root: Node?
  private var nodes = 0
  private var aliasedNodes = 0
  private var firstDocument: Span?
  private var isAbandoned = false
  /// Nothing that follows could change the result.
  private(set) var isFinished = false

  init(_ text: CheckedText, _ limits: Limits) {
    self.text = text
    self.limits = limits
  }

  mutating func take(_ event: Event, _ log: inout DiagnosticLog) {
    switch event.kind {
    case .streamStart, .streamEnd, .documentEnd: break
    case .documentStart: beginDocument(event, &log)
    case .alias(let name): addAlias(name, event, &log)
    case .scalar(let value, let style): addScalar(value, style, event, &log)
    case .sequenceStart: begin(.sequence, event, &log)
    case .mappingStart: begin(.mapping, event, &log)
    case .sequenceEnd, .mappingEnd: end(event, &log)
    }
  }

  /// What has been built, at the end of the text.
  func document(_ log: inout DiagnosticLog) -> Node? {
    if isAbandoned { return nil }
    let isEmpty = root?.scalar.map { $0.span.range.isEmpty && root?.tag == nil } ?? (root == nil)
    if isEmpty { log.report(Diagnostic(.emptyDocument, at: firstDocument ?? Span(text.source, 0..<0))) }
    return isEmpty ? nil : root
  }

  // MARK: - Documents

  private mutating func beginDocument(_ event: Event, _ log: inout DiagnosticLog) {
    let place = span(event)
    guard let firstDocument else {
      firstDocument = place
      return
    }
    log.report(Diagnostic(.severalDocuments, at: place, notes: [Note(.firstDocument, at: firstDocument)]))
    isFinished = true
  }

  // MARK: - Nodes

  private mutating func addScalar(
    _ value: String, _ style: Scalar.Style, _ event: Event, _ log: inout DiagnosticLog
  ) {
    let properties = Properties(event, in: text)
    let place = trimmed(properties.content, style)
    let forced = coreTag(event, properties, value, place, &log)
    let scalar = Scalar(value, style, at: place, forced: forced)
    let node = Node(.scalar(scalar), at: place, tag: event.tag)
    finish(node, Size(nodes: 1, height: 0), event.anchor, &log)
  }

  /// A block scalar ends for libyaml behind the blank lines that follow it.
  private func trimmed(_ span: Span, _ style: Scalar.Style) -> Span {
    guard style == .literal || style == .folded else { return span }
    let written = span.source.bytes[span.range]
    let end = written.lastIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return Span(span.source, span.range.lowerBound..<(end.map { $0 + 1 } ?? span.range.upperBound))
  }

  private mutating func addAlias(_ name: String, _ event: Event, _ log: inout DiagnosticLog) {
    let place = span(event)
    let behind = place.range.upperBound
    var node = Node(.scalar(Scalar("", .plain, at: Span(place.source, behind..<behind))), at: place)
    var size = Size(nodes: 1, height: 0)
    switch anchors[name] {
    case .complete(let anchored, let anchoredSize):
      node = Node(anchored.content, at: place, tag: anchored.tag)
      size = anchoredSize
    case .open(let begin):
      log.report(Diagnostic(.cyclicAlias, at: place, ["name": name], notes: [Note(.anchorBegins, at: begin)]))
    case nil:
      let nearest = nearestName(to: name, among: anchors.keys.sorted())
      let fixIts = nearest.map { [FixIt(replace: place, with: "*\($0)", .unsafe)] } ?? []
      log.report(Diagnostic(.undefinedAlias, at: place, ["name": name], fixIts: fixIts))
    }
    aliasedNodes += size.nodes
    if aliasedNodes > limits.aliasedNodes {
      return abandon(Diagnostic(.aliasExplosion, at: place, ["limit": "\(limits.aliasedNodes)"]), &log)
    }
    if open.count + size.height > limits.depth { return abandon(tooDeep(at: place), &log) }
    finish(node, size, nil, &log)
  }

  private mutating func begin(_ kind: OpenCollection.Kind, _ event: Event, _ log: inout DiagnosticLog) {
    let properties = Properties(event, in: text)
    guard open.count < limits.depth else { return abandon(tooDeep(at: properties.content), &log) }
    if let tag = event.tag, tag != "!", tag != kind.tag {
      log.report(Diagnostic(.unknownTag, at: properties.tag ?? properties.content, ["tag": shown(tag)]))
    }
    if let anchor = event.anchor { anchors[anchor] = .open(properties.anchor ?? properties.content) }
    open.append(
      OpenCollection(
        kind, from: properties.content.range.lowerBound, anchor: event.anchor, tag: event.tag))
  }

  private mutating func end(_ event: Event, _ log: inout DiagnosticLog) {
    guard let collection = open.popLast() else { return }
    let place = Span(text.source, collection.range(closedBy: span(event)))
    finish(
      Node(collection.content, at: place, tag: collection.tag), collection.size.enclosed, collection.anchor,
      &log)
  }

  private mutating func finish(_ node: Node, _ size: Size, _ anchor: String?, _ log: inout DiagnosticLog) {
    nodes += 1
    if nodes > limits.nodes {
      return abandon(Diagnostic(.tooManyNodes, at: node.span, ["limit": "\(limits.nodes)"]), &log)
    }
    if let anchor { anchors[anchor] = .complete(node, size) }
    if open.isEmpty {
      root = node
    } else {
      open[open.count - 1].add(node, size, &log)
    }
  }

  // MARK: - Tags

  private func coreTag(
    _ event: Event, _ properties: Properties, _ value: String, _ place: Span, _ log: inout DiagnosticLog
  ) -> CoreTag? {
    guard let tag = event.tag else { return nil }
    guard let core = CoreTag(tag) else {
      log.report(Diagnostic(.unknownTag, at: properties.tag ?? place, ["tag": shown(tag)]))
      return nil
    }
    if !core.accepts(value) {
      let notes = properties.tag.map { [Note(.tagStands, at: $0)] } ?? []
      log.report(Diagnostic(.tagMismatch, at: place, ["text": value, "tag": shown(tag)], notes: notes))
    }
    return core
  }

  private func shown(_ tag: String) -> String {
    tag.hasPrefix("tag:yaml.org,2002:") ? "!!" + tag.dropFirst("tag:yaml.org,2002:".count) : tag
  }

  // MARK: - Places and limits

  private func span(_ event: Event) -> Span {
    let lower = text.byteOffset(event.start)
    return Span(text.source, lower..<max(lower, text.byteOffset(event.end)))
  }

  private func tooDeep(at place: Span) -> Diagnostic {
    Diagnostic(.tooDeep, at: Span(place.source, place.range.prefix(1)), ["limit": "\(limits.depth)"])
  }

  private mutating func abandon(_ diagnostic: Diagnostic, _ log: inout DiagnosticLog) {
    log.report(diagnostic)
    isAbandoned = true
    isFinished = true
  }
}

/// What `*name` stands for.
private enum Anchor {
  /// Its collection has not ended yet.
  case open(Span)
  case complete(Node, Size)
}

/// How much a node weighs where an alias repeats it.
struct Size {
  var nodes: Int
  /// Collections within each other; 0 for a scalar.
  var height: Int

  /// Of a collection that holds this.
  var enclosed: Size { Size(nodes: nodes + 1, height: height + 1) }

  mutating func add(_ other: Size) {
    nodes = nodes.addingReportingOverflow(other.nodes).overflow ? .max - 1 : nodes + other.nodes
    height = max(height, other.height)
  }
}
