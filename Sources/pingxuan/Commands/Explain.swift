import ArgumentParser
import Casework
import Diagnostics
import Records
import Rules
import Reports
import Outcomes

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "逐条说明一名申报对象的结论与得分 Explain one nominee's outcome, clause by clause.")

  @OptionGroup var batch: BatchOptions

  @Option(help: "编号、统一社会信用代码或名称 id, credit code or name")
  var id: String

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("试算：这一项若是另一个值会怎样，不写回记录 what if a fact were another", valueName: "字段=值"))
  var trials: [String] = []

  @Option(help: "输出格式 format：text、md、json")
  var format: Format = .text

  @OptionGroup var shared: SharedOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, md, json
  }

  func run() throws {
    let batch = try trials.isEmpty ? batch.evaluate(shared) : tryOut()
    let found = batch.dossiers(named: id)
    guard !found.isEmpty else { throw notFound(in: batch) }
    for dossier in found {
      let justification = Justification(dossier, in: batch, shared.language)
      switch format {
      case .text: try Terminal.write(justification.text)
      case .md: try Terminal.write(justification.markdown)
      case .json: try Terminal.write(justification.json)
      }
    }
  }

  /// The whole batch once more, with some facts of this nominee changed: ranks and lines move, too.
  private func tryOut() throws -> Batch {
    let rules = try batch.readRules(shared)
    let records = try batch.readRecords(rules, shared)
    guard let record = records.records.first(where: { $0.isKnown(as: id) }) else {
      throw notFound(in: Batch(records, rules: rules))
    }
    let asked = try trials.map { text in
      guard let trial = RecordBatch.Trial(text) else {
        throw UsageError(.badTrial, ["value": text])
      }
      return trial
    }
    var log = DiagnosticLog()
    let changed = records.changing(asked, of: record, rules.schema, log: &log)
    shared.show(log)
    guard let changed else { throw Exit.couldNotRun }
    shared.say(
      zh: "试算：\(record.title) 的 \(trials.joined(separator: "、"))，记录本身未改",
      en: "trial: \(record.title) with \(trials.joined(separator: ", ")); the records stay as they are")
    return Batch(changed, rules: rules)
  }

  /// A refused record is shown with what is wrong; a name that nobody bears, with the nearest one.
  private func notFound(in batch: Batch) -> Exit {
    if let refused = batch.refused.first(where: { $0.id == id || $0.title == id }) {
      Terminal.complain(shared.renderer.render(refused.diagnostics))
      return .foundSomething
    }
    let names = batch.dossiers.flatMap { [$0.record.id, $0.record.title] }
    let near = nearestName(to: id, among: names)
    shared.say(
      zh: "没有“\(id)”这名申报对象" + (near.map { "；是不是“\($0)”？" } ?? ""),
      en: "there is no nominee “\(id)”" + (near.map { "; did you mean “\($0)”?" } ?? ""))
    return .couldNotRun
  }
}
