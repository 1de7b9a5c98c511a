import CExpatSys

/// What is told of an XML text, in its order. Namespaces are not looked at: names come without their prefix.
protocol XMLVisitor: AnyObject {
  /// Whether it has seen enough.
  var isDone: Bool { get }
  func begin(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  /// Part of a text, as UTF-8; a text may come in several parts.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Reads XML by expat, piece by piece. A document type, with which entities are declared, is refused, and so are elements in
/// elements without end.
final class XMLScanner {
  enum Fault: Error, Equatable {
    case syntax(line: Int)
    case documentType
    case tooDeep(limit: Int)
  }

  static let deepest = 64

  private let parser: OpaquePointer
  private let visitor: any XMLVisitor
  private var depth = 0
  private(set) var fault: Fault?

  init?(_ visitor: any XMLVisitor) {
    guard let parser = XML_ParserCreate(nil) else { return nil }
    self.parser = parser
    self.visitor = visitor
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let name, let attributes else { return }
        XMLScanner.of(context)?.begin(XMLName(name), XMLAttributes(attributes))
      },
      { context, name in
        guard let name else { return }
        XMLScanner.of(context)?.end(XMLName(name))
      })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      guard let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
        XMLScanner.of(context)?.visitor.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in XMLScanner.of(context)?.stop(.documentType) }
  }

  deinit { XML_ParserFree(parser) }

  /// Whether more is wanted.
  func take(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Bool {
    let status =
      bytes.withMemoryRebound(to: CChar.self) { XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0) }
    if status == XML_STATUS_OK { return !visitor.isDone }
    if fault == nil, !visitor.isDone { fault = .syntax(line: Int(XML_GetCurrentLineNumber(parser))) }
    return false
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLScanner? {
    context.map { Unmanaged<XMLScanner>.fromOpaque($0).takeUnretainedValue() }
  }

  private func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    guard depth <= Self.deepest else { return stop(.tooDeep(limit: Self.deepest)) }
    visitor.begin(name, attributes)
    if visitor.isDone { _ = XML_StopParser(parser, 0) }
  }

  private func end(_ name: XMLName) {
    depth -= 1
    visitor.end(name)
    if visitor.isDone { _ = XML_StopParser(parser, 0) }
  }

  private func stop(_ fault: Fault) {
    self.fault = self.fault ?? fault
    _ = XML_StopParser(parser, 0)
  }
}

/// The name of an element, without its prefix.
struct XMLName {
  private let start: UnsafePointer<CChar>

  init(_ name: UnsafePointer<CChar>) { start = name.withoutPrefix }

  static func ~= (pattern: StaticString, name: XMLName) -> Bool { name.start.holds(pattern) }
}

/// The attributes of an element; they are there only while it is told of.
struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>) { self.list = list }

  /// By the name without its prefix.
  func value(_ name: StaticString) -> UnsafePointer<CChar>? {
    var index = 0
    while let key = list[index] {
      if key.withoutPrefix.holds(name) { return list[index + 1] }
      index += 2
    }
    return nil
  }

  func text(_ name: StaticString) -> String? { value(name).map { String(cString: $0) } }

  func number(_ name: StaticString) -> Int? { value(name).flatMap { Int(String(cString: $0)) } }

  func flag(_ name: StaticString) -> Bool { value(name).map { $0.holds("1") || $0.holds("true") } ?? false }
}

extension UnsafePointer<CChar> {
  /// Behind the colon, if there is one.
  fileprivate var withoutPrefix: UnsafePointer<CChar> {
    var place = self
    while place.pointee != 0 {
      if place.pointee == 0x3A { return place + 1 }
      place += 1
    }
    return self
  }

  func holds(_ text: StaticString) -> Bool {
    let bytes = text.utf8Start
    for index in 0..<text.utf8CodeUnitCount where UInt8(bitPattern: self[index]) != bytes[index] { return false }
    return self[text.utf8CodeUnitCount] == 0
  }
}
