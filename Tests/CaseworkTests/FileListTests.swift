import Casework
import Foundation
import Testing

@Suite("文件夹里的文件")
struct FileListTests {
  @Test("链接过去的文件夹照样列出，路径是人写的那一个") func links() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pingxuan-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = folder.appendingPathComponent("日历")
    try FileManager.default.createDirectory(
      at: own.appendingPathComponent("内"), withIntermediateDirectories: true)
    for name in ["乙.yaml", "甲.yml", "内/丙.yaml", "丁.txt"] { try Data().write(to: own.appendingPathComponent(name)) }
    let link = folder.appendingPathComponent("链接").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: own.path)
    let direct = try Desk().files(under: [own.path])
    #expect(direct.count == 3)
    #expect(try Desk().files(under: [link]) == direct.map { link + $0.dropFirst(own.path.count) })
  }
}
