import Casework
import Foundation
import Fingerprints
import Testing

@Suite("The folder of a round's documents")
struct RoundFolderTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pingxuan-\(UUID().uuidString)")

  private func manifest(_ texts: [String: String]) -> (path: String, text: String) {
    let listed = texts.sorted { $0.key < $1.key }
      .map { "{\"file\": \"\($0.key)\", \"fingerprint\": \"\(Fingerprint(of: $0.value))\"}" }
    return (path: "manifest.json", text: "{\"engine\": \"x\", \"documents\": [\(listed.joined(separator: ", "))]}")
  }

  private func write(_ texts: [String: String]) throws -> [String] {
    try RoundFolder(folder.path).write(texts.map { (path: $0.key, text: $0.value) } + [manifest(texts)])
  }

  private var files: [String] {
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { "\($0)" } ?? []
    return found.filter { $0.contains(".") }.sorted()
  }

  @Test("what an earlier run wrote and this one does not is removed; nothing else is")
  func stale() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try write(["ranking.md": "一", "j/QY-1.md": "二", "j/QY-2.md": "三", "j/QY-3.md": "四"]).isEmpty)
    try Data("手写".utf8).write(to: folder.appendingPathComponent("j/笔记.md"))
    try Data("改过".utf8).write(to: folder.appendingPathComponent("j/QY-3.md"))
    #expect(try write(["ranking.md": "一", "j/QY-1.md": "五"]) == ["j/QY-2.md"])
    #expect(files == ["j/QY-1.md", "j/QY-3.md", "j/笔记.md", "manifest.json", "ranking.md"])
  }

  @Test(
    "a manifest that leads out of the folder removes nothing there", .serialized,
    arguments: ["../外面.md", "/etc/外面.md", "a/../../外面.md"])
  func outside(_ path: String) throws {
    let outside = folder.deletingLastPathComponent().appendingPathComponent("外面.md")
    try Data("别删".utf8).write(to: outside)
    defer {
      try? FileManager.default.removeItem(at: folder)
      try? FileManager.default.removeItem(at: outside)
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(manifest([path: "别删"]).text.utf8).write(to: folder.appendingPathComponent("manifest.json"))
    #expect(try write(["ranking.md": "一"]).isEmpty)
    #expect(FileManager.default.fileExists(atPath: outside.path))
  }

  @Test("a link is not what a run wrote")
  func link() throws {
    let elsewhere = folder.deletingLastPathComponent().appendingPathComponent("pingxuan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
    defer {
      try? FileManager.default.removeItem(at: folder)
      try? FileManager.default.removeItem(at: elsewhere)
    }
    _ = try write(["j/QY-1.md": "一"])
    try FileManager.default.removeItem(at: folder.appendingPathComponent("j"))
    try Data("一".utf8).write(to: elsewhere.appendingPathComponent("QY-1.md"))
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("j"), withDestinationURL: elsewhere)
    #expect(try write(["ranking.md": "一"]).isEmpty)
    #expect(FileManager.default.fileExists(atPath: elsewhere.appendingPathComponent("QY-1.md").path))
  }
}
