/// Which part belongs to which id: `xl/_rels/workbook.xml.rels`.
final class Relationships: XMLVisitor {
  struct Target {
    /// The last word of its type: `worksheet`, `styles`, `sharedStrings`.
    let kind: String
    /// Its name in the archive.
    let part: String
  }

  let isDone = false
  private(set) var targets: [String: Target] = [:]
  private let folder: String

  /// - Parameter folder: to which targets are relative, such as `xl/`.
  init(folder: String) { self.folder = folder }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    guard case "Relationship" = name, let id = attributes.text("Id"), let type = attributes.text("Type"),
      let target = attributes.text("Target"), attributes.text("TargetMode") != "External"
    else { return }
    targets[id] = Target(kind: type.split(separator: "/").last.map(String.init) ?? "", part: part(target))
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  subscript(kind kind: String) -> String? { targets.values.filter { $0.kind == kind }.map(\.part).min() }

  private func part(_ target: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var path = folder.split(separator: "/")
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = path.popLast()
      default: path.append(step)
      }
    }
    return path.joined(separator: "/")
  }
}

/// The list of sheets: `xl/workbook.xml`.
final class WorkbookIndex: XMLVisitor {
  struct Entry {
    let name: String
    let relationship: String
    let isHidden: Bool
  }

  let isDone = false
  private(set) var sheets: [Entry] = []
  private(set) var system = DateSystem.from1900
  /// Whoever opens it is to reckon all formulas anew: the values in it are none. So write programs that cannot reckon, with 0
  /// for every formula (ECMA-376 part 1, §18.2.2).
  private(set) var isUncomputed = false

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "workbookPr": system = attributes.flag("date1904") ? .from1904 : .from1900
    case "calcPr": isUncomputed = attributes.flag("fullCalcOnLoad")
    case "sheet":
      guard let title = attributes.text("name"), let id = attributes.text("id") else { return }
      let state = attributes.text("state") ?? "visible"
      sheets.append(Entry(name: title, relationship: id, isHidden: state != "visible"))
    default: break
    }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// What each style makes of a number: `xl/styles.xml`.
final class WorkbookStyles: XMLVisitor {
  let isDone = false
  /// By the number that cells bear.
  private(set) var formats: [NumberFormat] = []
  private var custom: [Int: NumberFormat] = [:]
  private var isInCellFormats = false

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      if let id = attributes.number("numFmtId"), let code = attributes.text("formatCode") {
        custom[id] = NumberFormat(code: code)
      }
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      let id = attributes.number("numFmtId") ?? 0
      formats.append(custom[id] ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  func end(_ name: XMLName) {
    if case "cellXfs" = name { isInCellFormats = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The texts that cells point to: `xl/sharedStrings.xml`. Kept as one text, since there can be millions.
final class SharedStrings: XMLVisitor {
  let isDone = false
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var run = RichText()

  var count: Int { ends.count }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if case "si" = name { run = RichText() } else { run.begin(name) }
  }

  func end(_ name: XMLName) {
    guard case "si" = name else { return run.end(name) }
    bytes += run.text
    ends.append(bytes.count)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { run.take(bytes) }

  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}

/// The text of runs in several fonts, without what only says how it is pronounced.
struct RichText {
  private var written: [UInt8] = []
  private var isInText = false
  private var isInPhonetic = false

  mutating func begin(_ name: XMLName) {
    switch name {
    case "t": isInText = !isInPhonetic
    case "rPh": isInPhonetic = true
    default: break
    }
  }

  mutating func end(_ name: XMLName) {
    switch name {
    case "t": isInText = false
    case "rPh": isInPhonetic = false
    default: break
    }
  }

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInText { written += bytes }
  }

  mutating func removeAll() {
    written.removeAll(keepingCapacity: true)
    isInText = false
    isInPhonetic = false
  }

  var text: [UInt8] { Self.unescaped(written) }

  /// `_x000D_` is the character with that number (ECMA-376 part 1, §22.9.2.19).
  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= 7, bytes.contains(UInt8(ascii: "_")) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
        bytes[index + 6] == UInt8(ascii: "_"),
        let number = UInt32(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(number)
      {
        result += Array(String(Character(scalar)).utf8)
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
