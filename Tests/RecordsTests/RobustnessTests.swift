import Diagnostics
import Records
import Rules
import TestSupport
import Testing

/// Nothing that is read may trap or hang, lose a record, or have places outside the file.
@Suite struct RobustnessTests {
  @Test(arguments: sampleTexts.indices)
  func 删去任一字节(_ index: Int) {
    let (format, text) = sampleTexts[index]
    let bytes = Array(text.utf8)
    for index in bytes.indices {
      var damaged = bytes
      damaged.remove(at: index)
      check(damaged, format)
    }
  }

  @Test(arguments: sampleTexts.indices)
  func 截在任一处(_ index: Int) {
    let (format, text) = sampleTexts[index]
    let bytes = Array(text.utf8)
    for index in bytes.indices { check(Array(bytes[..<index]), format) }
  }

  @Test(arguments: sampleTexts.indices, [1, 2, 3] as [UInt64])
  func 换上任意字节(_ index: Int, _ seed: UInt64) {
    var random = SplitMix(seed: seed)
    let (format, text) = sampleTexts[index]
    let bytes = Array(text.utf8)
    let interesting = Array("-:,[]{}\"'\\ \n\r\t0.eE9中无".utf8)
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<random.below(6) + 1 {
        let place = random.below(damaged.count)
        switch random.below(4) {
        case 0: damaged[place] = UInt8(random.below(256))
        case 1: damaged[place] = interesting[random.below(interesting.count)]
        case 2: damaged.insert(interesting[random.below(interesting.count)], at: place)
        default: damaged.remove(at: place)
        }
      }
      check(damaged, format)
    }
  }

  @Test(arguments: RecordFormat.allCases, [11, 12] as [UInt64])
  func 全是任意字符(_ format: RecordFormat, _ seed: UInt64) {
    var random = SplitMix(seed: seed)
    let words = [
      "{", "}", "[", "]", ",", ":", "\"", "\"\"", "\n", "\r\n", " ", "\\", "\\u", "姓名", "一线工龄", "records", "无", "1",
      "-", "true", "null", "\0", "\u{FEFF}", "'", "\t",
    ]
    for _ in 0..<1500 {
      let text = (0..<random.below(24)).map { _ in words[random.below(words.count)] }.joined()
      check(Array(text.utf8), format)
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: RecordFormat.allCases)
  func 深不见底(_ format: RecordFormat) {
    for piece in ["[", "{\"a\":", "[{\"竞赛获奖\":", "\"", "\\", "\"\",", "1e", "9", "\n", "姓名,"] {
      check(Array(String(repeating: piece, count: 20_000).utf8), format)
    }
    let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    check(Array("{\"竞赛获奖\":\(deep)}".utf8), format)
    check(Array("竞赛获奖\n\"\(deep)\"".utf8), format)
  }

  /// However a file is cut to lines, each of its rows is either taken or refused.
  @Test func 不丢记录() {
    for count in [1, 2, 63, 64, 65, 200] {
      let rows = (0..<count).map { $0 % 3 == 1 ? "{\"一线工龄\":\"x\"}" : "{\"姓名\":\"甲\($0)\"}" }
      for ending in ["", "\n", "\r\n"] {
        let (batch, _) = readSample(rows.joined(separator: "\n") + ending, .ndjson)
        #expect(batch.records.count + batch.refused.count == count)
        #expect((batch.records.map(\.ordinal) + batch.refused.map(\.ordinal)).sorted() == Array(0..<count))
      }
    }
  }

  private func check(_ bytes: [UInt8], _ format: RecordFormat) {
    var log = DiagnosticLog()
    let source = Source(name: "名单", bytes: bytes)
    let batch = RecordBatch.read(source, as: format, sampleSchema, log: &log)
    for diagnostic in log.diagnostics {
      if let span = diagnostic.span { #expect(span.source == source) }
    }
    #expect(!batch.records.isEmpty || !log.diagnostics.isEmpty)
    #expect(batch.refused.allSatisfy { !$0.diagnostics.isEmpty })
    for record in batch.records {
      #expect(record.values.count == sampleSchema.fields.count)
      for path in record.missing { #expect(record.place(of: path).range.upperBound <= bytes.count) }
    }
  }
}
