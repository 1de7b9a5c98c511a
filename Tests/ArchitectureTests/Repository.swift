import Foundation
import TestSupport

/// The checkout in which these tests stand.
enum Repository {
  static let root = Checkout.root

  /// Paths from the root, sorted; build products, results and Git's own folder left out.
  static func files(under folder: String = "", withSuffix suffix: String = "") -> [String] {
    let start = root.appending(path: folder)
    guard let walk = FileManager.default.enumerator(at: start, includingPropertiesForKeys: [.isRegularFileKey]) else {
      return []
    }
    var paths: [String] = []
    for case let url as URL in walk {
      if isProduct(url.lastPathComponent, at: walk.level, under: folder) {
        walk.skipDescendants()
      } else if url.path.hasSuffix(suffix), isRegular(url) {
        paths.append(String(url.path.dropFirst(root.path.count + 1)))
      }
    }
    return paths.sorted()
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  /// The text at a path from the root; nil when it isn't UTF-8 or isn't there.
  static func text(_ path: String) -> String? {
    try? String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private static func isProduct(_ name: String, at level: Int, under folder: String) -> Bool {
    name == ".git" || name.hasPrefix(".build") || (name == "out" && level == 1 && folder.isEmpty)
  }

  private static func isRegular(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
  }
}
