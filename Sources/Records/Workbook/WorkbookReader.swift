import Diagnostics

/// Opens a workbook (ECMA-376, Office Open XML) and reads its cells.
struct WorkbookReader {
  private let source: Source

  init(_ source: Source) { self.source = source }

  /// The workbook and the text that stands for it; `nil` when it cannot be read, which is reported.
  ///
  /// - Parameter opened: told now and then how much of it has been read, up to 1.
  func read(_ log: inout DiagnosticLog, _ opened: (Double) -> Void) -> (workbook: Workbook, source: Source)? {
    do {
      return try source.bytes.withUnsafeBufferPointer { bytes throws(Refused) in try read(bytes, opened) }
    } catch {
      log.report(Diagnostic(error.message, at: nil, error.arguments.merging(["path": source.name]) { $1 }))
      return nil
    }
  }

  private struct Refused: Error {
    let message: Message
    var arguments: [String: String] = [:]
  }

  private func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ opened: (Double) -> Void
  ) throws(Refused) -> (Workbook, Source) {
    if source.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw Refused(message: .oldWorkbook) }
    guard source.bytes.starts(with: Array("PK".utf8)) else { throw Refused(message: .notAWorkbook) }
    let archive: ZipArchive
    do {
      archive = try ZipArchive(bytes)
    } catch {
      throw refused(error)
    }
    guard archive.parts["_rels/.rels"] != nil else { throw Refused(message: .notAWorkbook) }
    let size = max(1, archive.parts.values.reduce(0) { $0 + Double($1.size) })
    var done = 0
    func scan(_ archive: ZipArchive, _ part: String, _ visitor: some XMLVisitor) throws(Refused) {
      try self.scan(archive, part, visitor) { count in
        done += count
        opened(min(1, Double(done) / size))
      }
    }
    let root = Relationships(folder: "")
    try scan(archive, "_rels/.rels", root)
    guard let main = root[kind: "officeDocument"] else { throw Refused(message: .notAWorkbook) }
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let relationships = Relationships(folder: folder)
    let index = WorkbookIndex()
    let styles = WorkbookStyles()
    let strings = SharedStrings()
    try scan(archive, main, index)
    let name = main.split(separator: "/").last ?? ""
    try scan(archive, (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels", relationships)
    if let part = relationships[kind: "styles"] { try scan(archive, part, styles) }
    if let part = relationships[kind: "sharedStrings"], archive.parts[part] != nil { try scan(archive, part, strings) }

    var workbook = Workbook(system: index.system)
    var lines: [Grid.Line] = []
    var count = 0
    for (number, entry) in index.sheets.enumerated() {
      // Charts are sheets, too.
      guard let target = relationships.targets[entry.relationship], target.kind == "worksheet" else { continue }
      let text = workbook.text
      workbook.text = WorkbookText()
      let reader = SheetReader(
        Sheet(name: entry.name, isHidden: entry.isHidden, index: number), after: text, lines, count: count, strings,
        styles.formats, index)
      lines = []
      try scan(archive, target.part, reader)
      if let fault = reader.fault { throw refused(fault, entry.name) }
      workbook.sheets.append(reader.sheet)
      workbook.text = reader.text
      lines = reader.lines
      count = reader.count
    }
    let grid = Grid(sheets: index.sheets.map(\.name), lines: lines)
    return (workbook, Source(name: source.name, bytes: workbook.text.bytes, grid: grid))
  }

  private func scan(
    _ archive: ZipArchive, _ part: String, _ visitor: some XMLVisitor, _ took: (Int) -> Void
  ) throws(Refused) {
    guard let scanner = XMLScanner(visitor) else { throw Refused(message: .readerFailed) }
    do {
      try archive.read(part) { bytes, isLast in
        took(bytes.count)
        return scanner.take(bytes, isLast: isLast)
      }
    } catch {
      throw refused(error)
    }
    switch scanner.fault {
    case nil: break
    case .syntax(let line): throw Refused(message: .brokenPart, arguments: ["part": part, "line": "\(line)"])
    case .documentType: throw Refused(message: .documentType, arguments: ["part": part])
    case .tooDeep(let limit): throw Refused(message: .partTooDeep, arguments: ["part": part, "limit": "\(limit)"])
    }
  }

  private func refused(_ fault: ZipArchive.Fault) -> Refused {
    switch fault {
    case .notZip: Refused(message: .notAWorkbook)
    case .damaged(let part): Refused(message: .damagedWorkbook, arguments: ["part": part])
    case .encrypted: Refused(message: .oldWorkbook)
    case .tooManyParts(let limit): Refused(message: .tooManyParts, arguments: ["limit": "\(limit)"])
    case .tooLarge(let part, let limit):
      Refused(message: .partTooLarge, arguments: ["part": part, "limit": "\(limit)"])
    case .tooDense(let part, let ratio, let limit):
      Refused(message: .partTooDense, arguments: ["part": part, "ratio": "\(ratio)", "limit": "\(limit)"])
    }
  }

  private func refused(_ fault: SheetReader.Fault, _ sheet: String) -> Refused {
    switch fault {
    case .tooManyCells(let limit): Refused(message: .tooManyCells, arguments: ["sheet": sheet, "limit": "\(limit)"])
    case .damaged: Refused(message: .damagedSheet, arguments: ["sheet": sheet])
    }
  }
}
