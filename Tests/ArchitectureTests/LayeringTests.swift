import Foundation
import Testing

@Suite("分层：谁可以认识谁")
struct LayeringTests {
  @Test("每个模块只引入表上允许的模块", arguments: Layering.rooms.map(\.name))
  func imports(of name: String) throws {
    let room = try #require(Layering.rooms.first { $0.name == name })
    for source in SourceText.all(under: "Sources/\(name)") {
      for (module, line) in source.imports where module != "Swift" {
        #expect(room.allows(module, in: source.fileName), "\(source.path):\(line) imports \(module)")
      }
    }
  }

  @Test("每个源码文件夹都在表上")
  func everyFolderHasALine() {
    let known = Set(Layering.rooms.map(\.name)).union(Layering.foreign)
    let found = Set(Repository.files(under: "Sources").compactMap { $0.split(separator: "/").dropFirst().first })
    #expect(found.map(String.init).filter { !known.contains($0) }.sorted() == [])
  }

  @Test("Package.swift 声明的依赖不超出这张表")
  func manifestStaysWithinTheTable() throws {
    let manifest = try #require(Repository.text("Package.swift"))
    for match in manifest.matches(of: #/module\(\s*"(\w+)",\s*\[([^\]]*)\]/#) {
      let room = try #require(Layering.rooms.first { $0.name == match.1 }, "\(match.1) has no line in the table")
      for name in match.2.matches(of: #/"(\w+)"/#).map({ String($0.1) }) {
        #expect(room.ours.contains(name) || room.outside.contains(name), "Package.swift: \(room.name) needs \(name)")
      }
    }
  }

  @Test("表上没有环：每个模块只认识比它低的")
  func tableHasNoCycles() {
    var below: Set<String> = []
    for room in Layering.rooms {
      #expect(room.ours.subtracting(below).subtracting(Layering.rooms.map(\.name)) == [])
      #expect(!room.ours.contains(room.name))
      #expect(room.ours.subtracting(below) == [], "\(room.name) knows a module further down the table")
      below.insert(room.name)
    }
  }

  @Test("Casework 以下不读写、不看钟、不异步", arguments: Layering.pure)
  func pureRooms(_ name: String) {
    let calls: Set<String> = ["print", "debugPrint", "readLine"]
    let keywords: Set<String> = ["async", "await"]
    for source in SourceText.all(under: "Sources/\(name)") {
      for word in source.words where word.before != UInt8(ascii: "\"") && word.before != UInt8(ascii: ".") {
        let isCall = calls.contains(word.text) && word.after == UInt8(ascii: "(")
        if isCall || keywords.contains(word.text) {
          Issue.record("\(source.path):\(word.line) has \(word.text)")
        }
      }
    }
  }

  @Test("类型不与模块同名")
  func noTypeBearsAModulesName() {
    let modules = Set(Layering.rooms.map(\.name))
    let kinds: Set<String> = ["struct", "enum", "class", "actor", "protocol", "typealias"]
    for source in SourceText.all(under: "Sources") {
      let words = source.words
      for (kind, name) in zip(words, words.dropFirst()) where kinds.contains(kind.text) {
        #expect(!modules.contains(name.text), "\(source.path):\(name.line) declares \(name.text)")
      }
    }
  }
}
