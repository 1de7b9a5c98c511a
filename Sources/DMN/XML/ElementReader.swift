internal import Diagnostics
import Foundation
import FoundationXML

/// Reads an XML document into elements. Foundation's parser (libxml2) judges and decodes; the places are found beside it.
final class ElementReader: NSObject {
  /// Deeper documents are refused: whoever walks the tree does so by recursion.
  static let deepest = 200
  static let largest = 64 << 20

  /// An element whose end has not come yet.
  private struct Open {
    let namespace: String
    let name: String
    let attributes: [String: String]
    let tag: Range<Int>
    var children: [Element] = []
    var hasElements = false
  }

  private let source: Source
  private var scanner: TagScanner
  private var open: [Open] = []
  private var root: Element?
  private var fault: Diagnostic?
  /// Namespaces by prefix, as the document declares them.
  private(set) var prefixes: [String: String] = [:]

  private init(_ source: Source) {
    self.source = source
    scanner = TagScanner(source.bytes)
  }

  /// The root element with the document's prefixes; `nil` when the document is none, which is reported.
  static func read(_ source: Source, log: inout DiagnosticLog) -> (root: Element, prefixes: [String: String])? {
    if let fault = refusal(source) {
      log.report(fault)
      return nil
    }
    let reader = ElementReader(source)
    let parser = XMLParser(data: Data(source.bytes))
    parser.shouldProcessNamespaces = true
    parser.shouldReportNamespacePrefixes = true
    parser.shouldResolveExternalEntities = false
    parser.delegate = reader
    // Its answer is no measure: it says true of documents that break off.
    _ = parser.parse()
    if let fault = reader.fault {
      log.report(fault)
      return nil
    }
    guard let root = reader.root else {
      log.report(Diagnostic(.notXML, at: Span(source, 0..<0)))
      return nil
    }
    return (root, reader.prefixes)
  }

  private static func refusal(_ source: Source) -> Diagnostic? {
    let bytes = source.bytes
    if bytes.count > largest {
      return Diagnostic(.documentTooLarge, at: Span(source, 0..<0), ["limit": "\(largest >> 20)"])
    }
    if let place = otherEncoding(bytes) { return Diagnostic(.notUTF8, at: Span(source, place)) }
    // A document type could name files and define entities; a model needs neither.
    var scanner = TagScanner(bytes)
    guard let first = scanner.nextStart(), bytes[first].starts(with: "<!DOCTYPE".utf8) else { return nil }
    return Diagnostic(.documentType, at: Span(source, first))
  }

  /// The first byte that is no UTF-8, or the encoding that the document says it is in. A zero byte is in no XML, but in
  /// texts of other encodings, which the parser would guess and read.
  private static func otherEncoding(_ bytes: [UInt8]) -> Range<Int>? {
    if String(validating: bytes, as: UTF8.self) == nil { return firstFault(bytes) }
    if let zero = bytes.firstIndex(of: 0) { return zero..<zero + 1 }
    guard let start = bytes.prefix(8).firstRange(of: Array("<?xml".utf8)),
      let end = bytes[start.upperBound...].firstRange(of: Array("?>".utf8)),
      let word = bytes[start.upperBound..<end.lowerBound].firstRange(of: Array("encoding".utf8))
    else { return nil }
    let name = bytes[word.upperBound..<end.lowerBound].drop { " \t\r\n=\"'".utf8.contains($0) }
      .prefix { !"\"'".utf8.contains($0) }
    let isFine = ["utf-8", "utf8", "us-ascii", "ascii"].contains(String(decoding: name, as: UTF8.self).lowercased())
    return isFine ? nil : name.startIndex..<name.endIndex
  }

  private static func firstFault(_ bytes: [UInt8]) -> Range<Int> {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { offset += scalar.count }
    return offset..<offset + 1
  }
}

extension ElementReader: XMLParserDelegate {
  func parser(_ parser: XMLParser, didStartMappingPrefix prefix: String, toURI namespaceURI: String) {
    prefixes[prefix] = namespaceURI
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let tag = scanner.nextStart() ?? source.bytes.count..<source.bytes.count
    guard open.count < ElementReader.deepest else {
      stop(parser, Diagnostic(.documentTooDeep, at: Span(source, tag), ["limit": "\(ElementReader.deepest)"]))
      return
    }
    if !open.isEmpty { open[open.count - 1].hasElements = true }
    open.append(
      Open(
        namespace: namespaceURI ?? "", name: name, attributes: attributes, tag: tag))
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    // The parser also ends what a fault leaves open.
    guard fault == nil, parser.parserError.map(isWarning) ?? true, let ended = open.popLast() else { return }
    let end = scanner.nextEnd() ?? source.bytes.count..<source.bytes.count
    let inside = ended.tag.upperBound..<max(ended.tag.upperBound, end.lowerBound)
    let element = Element(
      namespace: ended.namespace, name: ended.name, attributes: ended.attributes, children: ended.children,
      span: Span(source, ended.tag),
      content: ContentText.fragment(source, ended.hasElements ? inside.lowerBound..<inside.lowerBound : inside))
    if open.isEmpty {
      root = element
    } else if open[open.count - 1].namespace == element.namespace {
      open[open.count - 1].children.append(element)
    }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    guard !isWarning(error), fault == nil else { return }
    let start = source.start(ofLine: parser.lineNumber)
    let line = source.line(parser.lineNumber)
    let name = open.last?.name ?? ""
    fault = Diagnostic(
      name.isEmpty ? .notXML : .brokenXML, at: Span(source, start..<start + line.count), ["element": name])
    root = nil
  }

  private func stop(_ parser: XMLParser, _ diagnostic: Diagnostic) {
    if fault == nil { fault = diagnostic }
    root = nil
    parser.abortParsing()
  }

  /// libxml2 only warns of relative namespaces, unknown versions and languages.
  private func isWarning(_ error: any Error) -> Bool { [97, 98, 99, 100, 106].contains((error as NSError).code) }
}
