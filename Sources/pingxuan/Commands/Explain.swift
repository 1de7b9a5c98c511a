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
    let rules = try batch.readRules(shared)
    let records = try batch.readRecords(rules, batch.readEarlier(rules, shared), shared)
    let batch = shared.batch(records, rules)
    let dossier = try shared.only(named: id, in: batch)
    if trials.isEmpty { return try write(dossier, in: batch) }
    let tried = Batch(try tryOut(dossier.record, among: records, rules), rules: rules)
    guard let other = tried.dossiers.first(where: { $0.record.ordinal == dossier.record.ordinal }) else {
      throw shared.refusal(tried.refused.first { $0.number == dossier.record.ordinal + 1 })
    }
    try write(other, in: tried)
  }

  private func write(_ dossier: Dossier, in batch: Batch) throws {
    let justification = Justification(dossier, in: batch, shared.language)
    switch format {
    case .text: try Terminal.write(justification.text)
    case .md: try Terminal.write(justification.markdown)
    case .json: try Terminal.write(justification.json)
    }
  }

  /// The whole batch with some facts of this nominee changed: ranks and lines move, too.
  private func tryOut(
    _ record: Record, among records: RecordBatch, _ rules: CompiledRuleSet
  ) throws -> RecordBatch {
    let asked = try trials.map { text in
      guard let trial = RecordBatch.Trial(text) else { throw UsageError(.badTrial, ["value": text]) }
      return trial
    }
    var log = DiagnosticLog()
    let changed = records.changing(asked, of: record, rules.schema, log: &log)
    shared.show(log)
    guard let changed else { throw Exit.couldNotRun }
    let shown = asked.map { $0.shown(rules.schema) }
    shared.say(
      zh: "试算：\(record.title) 的 \(shown.joined(separator: "、"))，记录本身未改",
      en: "trial: \(record.title) with \(shown.joined(separator: ", ")); the records stay as they are")
    return changed
  }
}

extension SharedOptions {
  /// The one nominee who is meant: of several with the same name none is picked.
  func only(named id: String, in batch: Batch) throws -> Dossier {
    let found = batch.dossiers(named: id)
    guard let first = found.first else { throw notFound(id, in: batch) }
    guard found.count > 1 else { return first }
    show(
      Diagnostic(
        .severalNominees, at: nil, ["name": id, "count": "\(found.count)"].naming("ids", found.map(\.record.id))))
    throw Exit.couldNotRun
  }

  /// A refused record is shown with what is wrong; a name that nobody bears, with the nearest one.
  private func notFound(_ id: String, in batch: Batch) -> Exit {
    if let refused = batch.refused.first(where: { $0.id == id || $0.title == id }) { return refusal(refused) }
    let names = batch.dossiers.flatMap { [$0.record.id, $0.record.title] }
    let near = nearestName(to: id, among: names)
    let hint = Phrase(zh: near.map { "；是不是“\($0)”？" } ?? "", en: near.map { "; did you mean “\($0)”?" } ?? "")
    show(Diagnostic(.noSuchNominee, at: nil, ["name": id].naming("hint", hint)))
    return .couldNotRun
  }

  func refusal(_ record: RefusedRecord?) -> Exit {
    Terminal.complain(renderer.render(record?.diagnostics ?? []))
    return .foundSomething
  }
}
