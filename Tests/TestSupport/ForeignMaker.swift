public import Foundation

/// Programs and libraries of others that make workbooks, each in a way of its own.
public enum ForeignMaker: String, CaseIterable, Sendable {
  case openpyxl, libxlsxwriter, libreOffice

  /// Without a program its tests are skipped; the library is one that the build needs.
  public var isThere: Bool {
    switch self {
    case .openpyxl: Self.python != nil
    case .libxlsxwriter: true
    case .libreOffice: Self.office != nil
    }
  }

  /// The files of several workbooks, for a program takes long to begin. LibreOffice opens each and saves it anew.
  ///
  /// - Parameter isOther: in the maker's other way of writing the same: dates as texts, or texts within the cells.
  public func make(_ books: [WorkbookMaker], isOther: Bool = false) throws -> [[UInt8]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pingxuan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = books.indices.map { folder.appending(path: "\($0).xlsx") }
    switch self {
    case .openpyxl:
      let wanted = zip(books, files).map { WantedBook($0, path: $1.path(percentEncoded: false), isoDates: isOther) }
      let list = folder.appending(path: "books.json")
      try JSONEncoder().encode(wanted).write(to: list)
      let script = Checkout.root.appending(path: "Tests/TestSupport/make_workbook.py")
      try Self.run(Self.python, [script.path(percentEncoded: false), list.path(percentEncoded: false)])
    case .libxlsxwriter:
      for (book, file) in zip(books, files) {
        try XlsxWriterBook.write(book, to: file.path(percentEncoded: false), keepsNothing: isOther)
      }
    case .libreOffice:
      for (book, file) in zip(books, files) { try Data(book.bytes).write(to: file) }
      return try Self.convert(files, in: folder)
    }
    return try files.map { [UInt8](try Data(contentsOf: $0)) }
  }

  /// What LibreOffice makes of files that it can open, such as CSV, when it saves them as .xlsx.
  ///
  /// - Parameter filter: how it is to open them.
  public static func convert(_ files: [URL], in folder: URL, filter: String? = nil) throws -> [[UInt8]] {
    let saved = folder.appending(path: "saved")
    // A profile of its own, so that it does not meet an office that is open.
    let profile = "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)"
    try run(
      office,
      [profile, "--headless"] + (filter.map { ["--infilter=\($0)"] } ?? [])
        + ["--convert-to", "xlsx", "--outdir", saved.path(percentEncoded: false)]
        + files.map { $0.path(percentEncoded: false) })
    return try files.map { file in
      let name = file.deletingPathExtension().lastPathComponent + ".xlsx"
      return [UInt8](try Data(contentsOf: saved.appending(path: name)))
    }
  }

  /// Fills in a form as people do, see `fill_form.py`.
  public static func fillForm(_ arguments: [String]) throws {
    let script = Checkout.root.appending(path: "Tests/TestSupport/fill_form.py")
    try run(python, [script.path(percentEncoded: false)] + arguments)
  }

  // MARK: - Programs

  /// A Python that has openpyxl.
  private static let python: URL? = programs(named: "python3").first { python in
    (try? run(python, ["-c", "import openpyxl"])) != nil
  }

  private static let office: URL? = programs(named: "soffice").first

  private static func programs(named name: String) -> [URL] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    return (path.split(separator: ":").map(String.init) + ["/usr/bin"])
      .map { URL(filePath: $0).appending(path: name) }
      .filter { FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false)) }
  }

  /// It did not end well.
  private struct Failed: Error {
    let program: String
    let words: String
  }

  private static func run(_ program: URL?, _ arguments: [String]) throws {
    guard let program else { throw Failed(program: "", words: "missing") }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let words = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = words
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let said = try words.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failed(program: program.lastPathComponent, words: String(decoding: said, as: UTF8.self))
    }
  }
}

/// A workbook as the script wants it told.
private struct WantedBook: Encodable {
  let path: String
  let is1904: Bool
  let isoDates: Bool
  let sheets: [Sheet]

  struct Sheet: Encodable {
    let name: String
    let state: String
    let merges: [String]
    let rows: [[Cell]]
  }

  struct Cell: Encodable {
    var kind = ""
    var text = ""
    var format = WorkbookMaker.Format.general.written

    init(_ cell: WorkbookMaker.Cell) {
      switch cell {
      case .blank: kind = "blank"
      case .styled: (kind, format) = ("styled", WorkbookMaker.Format.date.written)
      case .shared(let text), .inline(let text): (kind, self.text) = ("text", text)
      case .rich(let runs): (kind, text) = ("text", runs.joined())
      case .number(let number, let format): (kind, text, self.format) = ("number", number, format.written)
      case .formula(let formula, _): (kind, text) = ("formula", formula)
      case .formulaText(let result): (kind, text) = ("formula", "\"\(result)\"")
      case .boolean(let holds): (kind, text) = ("boolean", "\(holds)")
      case .error(let error): (kind, text) = ("error", error)
      case .isoDate(let day): (kind, text, format) = ("day", day, WorkbookMaker.Format.date.written)
      }
    }
  }

  init(_ book: WorkbookMaker, path: String, isoDates: Bool) {
    self.path = path
    is1904 = book.is1904
    self.isoDates = isoDates
    sheets = book.sheets.map { sheet in
      Sheet(name: sheet.name, state: sheet.state, merges: sheet.merges, rows: sheet.rows.map { $0.map(Cell.init) })
    }
  }
}
