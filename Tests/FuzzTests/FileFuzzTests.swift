import Casework
import Diagnostics
import Foundation
import Records
import Rules
import TestSupport
import Testing
import Workflow
import YAML

/// Whatever stands in a file: it is taken, or every reason why not has a place in it.
@Suite("乱文本：文件")
struct FileFuzzTests {
  private static let keys = [
    "- ", ": ", "\n  ", "{", "}", "[", "]", "&a ", "*a", "!!str ", "|\n", ">-\n", "<<: ", "---\n", "# ", "id: ",
    "value: ", "type: number", "require: ", "points: ", "bands: ", "table: ", "extends: ", "includes: ", "when: ",
    "max: 10", "null", "党员", "\"", "'", "\t", "\u{FEFF}", "at: 2025-11-01 09:00", "verb: ", "stage: ", "\",\"",
    "\\u4E2D", "{\"a\":", "1e400",
  ]

  @Test("规则文件")
  func rules() {
    let files = Corpus.files("rules", [".yaml"])
    let sources = Dictionary(uniqueKeysWithValues: files.map { ($0.path, Source(name: $0.path, bytes: $0.bytes)) })
    Fuzzer("rules", corpus: files.map(\.bytes), words: Self.keys).run { mutator in
      let path = mutator.pick(["rules/2025/红星工匠.yaml", "rules/2026/党员示范企业.yaml", "rules/共同条款.yaml"])
      let damaged = Source(name: path, bytes: mutator.text())
      var log = DiagnosticLog()
      let read = RuleSet.read("rules/2026/红星工匠.yaml", log: &log) { $0 == path ? damaged : sources[$0] }
      let compiled = read?.compiled(log: &log)
      if compiled == nil, !log.hasErrors { return "refused without a word" }
      return log.fault(in: damaged)
    }
  }

  @Test("工作流、组织、日历和办理记录")
  func workflows() {
    let files = Corpus.files("workflows", [".yaml"]) + Corpus.files("calendars", [".yaml"])
    Fuzzer("workflows", corpus: files.map(\.bytes) + [Corpus.acts], words: Self.keys).run { mutator in
      let source = Source(name: "fuzz", bytes: mutator.text())
      var log = DiagnosticLog()
      guard let node = Node.read(source, log: &log) else {
        return log.hasErrors ? log.fault(in: source) : "refused silently"
      }
      _ = WorkflowDefinition.read(node, log: &log)
      _ = WorkCalendar.read(node, log: &log)
      _ = ActsFile.read(node, log: &log)
      return log.fault(in: source)
    }
  }

  @Test("称号登记册")
  func registers() {
    let entry =
      #"{"number": 1, "id": "甲-1", "name": "甲", "certificate": null, "named": "2025-03-02", "status": "revoked", "#
      + #""changed": "2025-06-01", "valid_through": null, "identities": {"代码": "sha256:00"}}"#
    let whole =
      #"{"format_version": 1, "award": "甲", "edition": 2025, "rules": "sha256:00", "entries": ["# + entry + "]}"
    Fuzzer("registers", corpus: [Array(whole.utf8)], words: Self.keys).run { mutator in
      let source = Source(name: "fuzz", bytes: mutator.text())
      var log = DiagnosticLog()
      if Register.read(source, log: &log) == nil, !log.hasErrors { return "refused without a word" }
      return log.fault(in: source)
    }
  }

  @Test("申报记录，各种格式", arguments: RecordFormat.allCases)
  func records(_ format: RecordFormat) throws {
    var log = DiagnosticLog()
    let rules = RuleSet.read("rules/2025/红星工匠.yaml", log: &log) { Source(name: $0, bytes: Corpus.file($0)) }
    let schema = try #require(rules?.compiled(log: &log)).schema
    Fuzzer("records \(format)", corpus: Corpus.records(format), words: Self.keys).run { mutator in
      let text = mutator.text(upTo: 1 << 15)
      let source = Source(name: "fuzz", bytes: format == .xlsx ? Self.workbook(text) : text)
      var log = DiagnosticLog()
      let batch = RecordBatch.read(source, as: format, schema, log: &log)
      // Its places are in the text that stands for it.
      if format == .xlsx { return batch.records.isEmpty && !log.hasErrors ? "refused silently" : nil }
      if batch.refused.contains(where: { $0.diagnostics.isEmpty }) { return "refused without a word" }
      return log.fault(in: source)
    }
  }

  private static func workbook(_ sheet: [UInt8]) -> [UInt8] {
    var maker = WorkbookMaker([["张航"]])
    maker.parts["xl/worksheets/sheet1.xml"] = String(decoding: sheet, as: UTF8.self)
    return maker.bytes
  }
}
