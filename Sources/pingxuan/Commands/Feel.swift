import ArgumentParser
import Casework
import Diagnostics
import FEEL
import Reports

struct Feel: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "求 FEEL 表达式的值 Evaluate FEEL expressions.",
    discussion: """
      例 e.g.：pingxuan feel 'date("2024-02-29") + duration("P1Y")'
      --batch 的每一行是 a line of --batch：{"id": 1, "expression": "a + 1", "context": {"a": 2}}
      """)

  @Argument(parsing: .allUnrecognized, help: "表达式，- 表示从标准输入读 expression, - for standard input")
  var words: [String] = []

  @Option(help: "给出名称与值的文件 file with names and values（.yaml、.json）")
  var context: String?

  @Option(help: "逐行求值的文件 file of expressions, one a line（.ndjson）")
  var batch: String?

  @Option(help: "输出格式 format：text、json")
  var format: AnswerFormat = .text

  @OptionGroup var shared: SharedOptions

  func run() throws {
    guard (words.count == 1) == (batch == nil), words.count <= 1 else { throw UsageError(.oneExpression) }
    if let batch { return try run(batch: batch) }
    var log = DiagnosticLog()
    let names = try readContext(&log)
    if log.hasErrors {
      shared.show(log)
      throw Exit.couldNotRun
    }
    let expression = words[0] == "-" ? Terminal.read() : words[0]
    let answer = FEELAnswer(expression, names: names, now: Terminal.now, log: &log)
    switch format {
    case .json:
      let diagnostics = log.sorted + (answer?.reason(besides: log).map { [$0.diagnostic] } ?? [])
      try Terminal.write(
        FEELReport.line(FEELResponse(id: .null, value: answer?.value, diagnostics: diagnostics), shared.language) + "\n"
      )
      if answer == nil { throw Exit.couldNotRun }
    case .text:
      shared.show(log)
      guard let answer else { throw Exit.couldNotRun }
      try Terminal.write(answer.value.feelText + "\n")
      if let reason = answer.reason(besides: log) { Terminal.complain(shared.renderer.render(reason.diagnostic)) }
    }
  }

  private func run(batch: String) throws {
    var fault: FileFault?
    try shared.reading { () throws(Desk.Unreadable) in
      try Desk().feelBatch(batch, now: Terminal.now) { response in
        guard fault == nil else { return }
        do throws(FileFault) {
          try Terminal.write(FEELReport.line(response, shared.language) + "\n")
        } catch {
          fault = error
        }
      }
    }
  }

  private func readContext(_ log: inout DiagnosticLog) throws -> Context {
    guard let context else { return Context() }
    return try shared.reading { () throws(Desk.Unreadable) in try Desk().context(context, log: &log) }
  }
}
