import Foundation

/// Prints pages to PDF with the Chromium of the machine, where there is one; it needs no network and keeps no profile.
public struct Printer: Sendable {
  private let browser: String

  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
  ]

  /// `nil`: no browser was found.
  public init?() {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let known = environment["PINGXUAN_CHROMIUM"].map { [$0] } ?? []
    let places = known + Self.names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let browser = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else { return nil }
    self.browser = browser
  }

  /// The browser ended with this code, and there is no PDF.
  public struct Failure: Error, Sendable {
    public let code: Int32
  }

  /// Prints one page; takes a second or two.
  public func print(_ page: String, to path: String) throws(Failure) {
    let profile = FileManager.default.temporaryDirectory.appendingPathComponent("pingxuan-print-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: profile) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: browser)
    process.arguments = [
      "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--user-data-dir=\(profile.path)",
      "--no-pdf-header-footer", "--print-to-pdf=\(URL(fileURLWithPath: path).path)",
    ]
    // Chromium refuses its sandbox to root, as which it runs in containers; the page has no script and no network.
    if geteuid() == 0 { process.arguments?.append("--no-sandbox") }
    process.arguments?.append(URL(fileURLWithPath: page).absoluteString)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? FileManager.default.removeItem(atPath: path)
    do {
      try process.run()
    } catch {
      throw Failure(code: -1)
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0, FileManager.default.fileExists(atPath: path) else {
      throw Failure(code: process.terminationStatus)
    }
  }
}
