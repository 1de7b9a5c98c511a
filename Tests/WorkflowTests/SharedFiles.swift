import Diagnostics
import Foundation
import YAML
import TestSupport

/// Files that the tests read: those of this checkout, and the shared material beside it, which may be missing.
enum SharedFiles {
  static let checkout = Checkout.root

  static var scenarios: URL? {
    let file = Checkout.shared?.appending(path: "scenarios/workflow.yaml")
    return file.flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }
  }

  static func node(_ file: URL, log: inout DiagnosticLog) throws -> Node? {
    let bytes = [UInt8](try Data(contentsOf: file))
    return Node.read(Source(name: file.lastPathComponent, bytes: bytes), log: &log)
  }

  static func node(_ text: String) -> Node? {
    var log = DiagnosticLog()
    return Node.read(Source(name: "text.yaml", text: text), log: &log)
  }
}
