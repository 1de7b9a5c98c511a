import ArgumentParser
import Casework
import Diagnostics
import Records
import Reports
import Rules

/// Whether all that was put in order in a table is told.
struct NotesOption: ParsableArguments {
  @Flag(name: .customLong("notes"), help: "表格里整理过的写法逐条列出 list every cell that was put in order")
  var isGiven = false
}

/// Which sheet of a workbook lists the nominees.
struct SheetOption: ParsableArguments {
  @Option(name: .customLong("sheet"), help: "工作簿里哪张工作表是名单，有几张像时才要写 which sheet lists the nominees, where several could")
  var name: String?
}

/// The registers of earlier rounds.
struct EarlierOption: ParsableArguments {
  @Option(
    name: .customLong("earlier"), parsing: .singleValue,
    help: ArgumentHelp(
      "往届的称号登记册 registers of earlier rounds：register.json，或放着它们的目录；可写多次 may be repeated",
      valueName: "path"))
  var paths: [String] = []

  /// A register that cannot be used ends the command: what it excludes would pass.
  func read(_ rules: CompiledRuleSet, _ shared: SharedOptions) throws -> EarlierTitles {
    if paths.isEmpty { return EarlierTitles(rules) }
    var log = DiagnosticLog()
    let titles = try shared.reading { () throws(Desk.Unreadable) in
      try Desk().earlierTitles(paths, rules: rules, log: &log)
    }
    shared.show(log)
    guard let titles else { throw Exit.couldNotRun }
    return titles
  }
}

/// Rules and records, as `evaluate`, `explain` and `run` take them.
struct BatchOptions: ParsableArguments {
  @Option(help: "规则文件 rule file，如 rules/2025/红星工匠.yaml")
  var rules: String

  @Option(help: "申报记录 records：.xlsx、.csv、.yaml、.json 或 .ndjson")
  var records: String

  @OptionGroup var sheet: SheetOption
  @OptionGroup var earlier: EarlierOption
  @OptionGroup var notes: NotesOption

  func readRules(_ shared: SharedOptions) throws -> CompiledRuleSet { try shared.rules(rules) }

  func readEarlier(_ rules: CompiledRuleSet, _ shared: SharedOptions) throws -> EarlierTitles {
    try earlier.read(rules, shared)
  }

  func readRecords(
    _ rules: CompiledRuleSet, _ earlier: EarlierTitles, _ shared: SharedOptions
  ) throws -> RecordBatch {
    try shared.records(records, rules, earlier, sheet: sheet.name, allNotes: notes.isGiven)
  }
}

extension SharedOptions {
  /// A broken rule file ends the command: nothing is done by half a rule set.
  func rules(_ path: String) throws -> CompiledRuleSet {
    var log = DiagnosticLog()
    let rules = try reading { () throws(Desk.Unreadable) in try Desk().rules(path, log: &log) }
    show(log)
    guard let rules else { throw Exit.couldNotRun }
    return rules
  }

  /// What is wrong with single records is shown later, with the records.
  func records(
    _ path: String, _ rules: CompiledRuleSet, _ earlier: EarlierTitles? = nil, sheet: String? = nil,
    allNotes: Bool = false
  ) throws -> RecordBatch {
    var log = DiagnosticLog()
    let records = try withProgress(zh: "读记录", en: "reading records") { progress in
      try reading { () throws(Desk.Unreadable) in
        try Desk().records(path, rules: rules, sheet: sheet, log: &log, progress: progress)
      }
    }
    let refused = Set(records?.refused.flatMap(\.diagnostics).filter { $0.severity > .note } ?? [])
    var others = DiagnosticLog()
    others.report(contentsOf: log.diagnostics.filter { !refused.contains($0) })
    show(others, allNotes: allNotes)
    guard let records, !others.hasErrors else { throw Exit.couldNotRun }
    guard let earlier else { return records }
    var found = DiagnosticLog()
    let known = earlier.adding(to: records, log: &found)
    show(found, allNotes: true)
    return known
  }

  /// The records, judged.
  func batch(_ records: RecordBatch, _ rules: CompiledRuleSet) -> Batch {
    withProgress(zh: "评审", en: "judging") { Batch(records, rules: rules, progress: $0) }
  }

  /// Refused records with what is wrong with each, and how many records there were.
  func summarize(_ batch: Batch) {
    for record in batch.refused {
      Terminal.complain(renderer.render(record.diagnostics.filter { $0.severity > .note }) + "\n")
    }
    for line in ResubmissionReport(batch.superseded, batch.rules, language).lines { say(zh: line, en: line) }
    let count = batch.dossiers.count
    let refused = batch.refused.count
    say(
      zh: "\(batch.rules.award) \(batch.rules.edition)年度：评审 \(count) 份记录，拒收 \(refused) 份",
      en:
        "\(batch.rules.award) \(batch.rules.edition): \(count.counted("record", "records")) evaluated, \(refused) refused"
    )
  }
}
