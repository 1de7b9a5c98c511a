public import Diagnostics
import FEEL
public import YAML

extension Certificate {
  /// Reads a certificate, or the one that an evaluation holds under `selection`; `nil` with the faults reported.
  ///
  /// - Parameter node: JSON is YAML.
  public init?(_ node: Node, log: inout DiagnosticLog) {
    let document = node["selection"] ?? node
    guard let ranking = document["ranking"] else {
      log.report(Diagnostic(.notACertificate, at: document.span))
      return nil
    }
    var reader = Reader(log: log)
    defer { log = reader.log }
    let before = log.diagnostics.count
    seats = reader.whole(document, "seats")
    places = reader.whole(document, "places")
    minimum = reader.optionalNumber(document, "minimum")
    let caps = reader.list(document, "caps").map { reader.limit($0) }
    let floors = reader.list(document, "floors").map { reader.limit($0) }
    self.ranking = reader.list(ranking).map { reader.nominee($0, caps: caps.count, floors: floors.count) }
    self.caps = caps
    self.floors = floors
    belowMinimum = reader.list(document, "below_minimum").map { node in
      Short(
        id: reader.text(node, "id"), name: reader.text(node, "name"), total: reader.number(node, "total"),
        gap: reader.number(node, "gap"), span: (node["id"] ?? node).span)
    }
    counts = (document["counts"]?.mapping ?? []).map { entry in
      Count(
        name: entry.keyText, value: reader.whole(document["counts"] ?? document, entry.keyText), span: entry.key.span)
    }
    guard reader.log.diagnostics.count == before else { return nil }
  }
}

/// Takes the members of a document; what is missing or of another kind is reported, and stands for nothing.
private struct Reader {
  var log: DiagnosticLog

  mutating func nominee(_ node: Node, caps: Int, floors: Int) -> Certificate.Nominee {
    Certificate.Nominee(
      id: text(node, "id"), name: text(node, "name"), rank: whole(node, "rank"), total: number(node, "total"),
      keys: list(node, "keys").map { $0.scalar.flatMap { Decimal($0.text) } }, caps: numbers(node, "caps", upTo: caps),
      floors: numbers(node, "floors", upTo: floors), list: place(node, "list") ?? .out, reason: reason(node, "reason"),
      votes: optionalNumber(node, "votes")?.intValue, holdsSeat: node["holds_seat"]?.scalar?.text == "true",
      seat: isNull(node, "seat") ? nil : place(node, "seat"), seatReason: reason(node, "seat_reason"),
      span: (node["id"] ?? node).span)
  }

  mutating func limit(_ node: Node) -> Certificate.Limit {
    Certificate.Limit(
      name: text(node, "name"), limit: whole(node, node["limit"] == nil ? "needed" : "limit"),
      isSoft: node["soft"]?.scalar?.text == "true", listed: whole(node, "listed"),
      seated: optionalNumber(node, "seated")?.intValue, span: (node["id"] ?? node).span)
  }

  private mutating func reason(_ node: Node, _ key: String) -> Certificate.Reason? {
    guard let reason = node[key], !reason.isNull else { return nil }
    let others = reason["holders"] ?? reason["with"] ?? reason["for"]
    return Certificate.Reason(
      code: text(reason, "code"), last: reason["last"].flatMap(ownText), gap: optionalNumber(reason, "gap"),
      key: optionalNumber(reason, "key")?.intValue,
      number: (optionalNumber(reason, "cap") ?? optionalNumber(reason, "floor"))?.intValue,
      others: (others?.sequence ?? []).compactMap(ownText), instead: reason["instead"].flatMap(ownText))
  }

  // MARK: Kinds

  mutating func list(_ node: Node, _ key: String) -> [Node] {
    node[key].map { list($0) } ?? lacking(key, .list, node) ?? []
  }

  mutating func list(_ node: Node) -> [Node] {
    if let elements = node.sequence { return elements }
    log.report(Diagnostic(.badMember, at: node.span, ["key": "ranking"].naming("kind", .list)))
    return []
  }

  mutating func text(_ node: Node, _ key: String) -> String {
    node[key].flatMap(ownText) ?? lacking(key, .text, node) ?? ""
  }

  mutating func number(_ node: Node, _ key: String) -> Decimal {
    node[key]?.scalar.flatMap { Decimal($0.text) } ?? lacking(key, .number, node) ?? .zero
  }

  mutating func whole(_ node: Node, _ key: String) -> Int {
    let number = node[key]?.scalar.flatMap { Decimal($0.text) }
    if let number, number.isInteger, let value = number.intValue { return value }
    return lacking(key, .wholeNumber, node) ?? 0
  }

  mutating func optionalNumber(_ node: Node, _ key: String) -> Decimal? {
    isNull(node, key) ? nil : number(node, key)
  }

  /// Numbers of what the document lists, from 1.
  private mutating func numbers(_ node: Node, _ key: String, upTo count: Int) -> [Int] {
    list(node, key).compactMap { element in
      if let number = element.scalar.flatMap({ Decimal($0.text) })?.intValue, number > 0, number <= count {
        return number
      }
      return lacking(key, .number, node)
    }
  }

  private mutating func place(_ node: Node, _ key: String) -> Certificate.Place? {
    node[key]?.scalar.flatMap { Certificate.Place(rawValue: $0.text) } ?? lacking(key, .place, node)
  }

  private func ownText(_ node: Node) -> String? { node.isNull ? nil : node.scalar?.text }

  private func isNull(_ node: Node, _ key: String) -> Bool { node[key]?.isNull ?? true }

  private mutating func lacking<Value>(_ key: String, _ kind: Phrase, _ node: Node) -> Value? {
    log.report(Diagnostic(.badMember, at: (node[key] ?? node["id"] ?? node).span, ["key": key].naming("kind", kind)))
    return nil
  }
}
