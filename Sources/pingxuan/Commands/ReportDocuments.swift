public import ArgumentParser
import Casework
import Diagnostics
import Foundation
public import Reports
import Store

struct ReportDocuments: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents",
    abstract: "文书：推荐表、汇总表、评分表、公示公告、命名决定、评审报告 The office's documents.",
    discussion: """
      按规则和记录评审，或取案卷库里的评选；几个奖项同一年度的可写进同一份公示和决定 of records judged by rules, or of rounds of a store；
      退出码 Exit codes：0 正常；1 有文书没有写出、或有记录被拒收 something was not written, or records refused；2 无法运行 could not run。
      """)

  @Option(help: "规则文件 rule file，如 rules/2025/红星工匠.yaml；不写就取案卷库里的评选")
  var rules: String?

  @Option(help: "申报记录 records，与规则文件一起写 given together with the rules")
  var records: String?

  @Option(help: "文书设置 settings file：发文机关、字号、受理方式等")
  var settings = "documents/文书设置.yaml"

  @Option(
    help: """
      只写这些 only these：form 推荐表、summary 汇总表、scores 评分表、notice 公示公告、decision 命名决定、report 评审报告；可写多次
      """)
  var only: [Papers.Kind] = []

  @Flag(help: "网页另印成 PDF，须装有 Chromium also print the pages to PDF, with Chromium")
  var pdf = false

  @Option(name: .shortAndLong, help: "输出目录 output folder")
  var output: String

  @Option(help: "案卷库 store file；也可用环境变量 PINGXUAN_STORE")
  var store: String?

  @Option(help: "评选的编号 which rounds，可写多次 may be repeated；不写就是库里的全部")
  var round: [String] = []

  @OptionGroup var sheet: SheetOption
  @OptionGroup var earlier: EarlierOption
  @OptionGroup var shared: SharedOptions

  func run() throws {
    var log = DiagnosticLog()
    let settings = try shared.reading { () throws(Desk.Unreadable) in
      try Desk().paperSettings(self.settings, log: &log)
    }
    guard let settings else {
      shared.show(log)
      throw Exit.couldNotRun
    }
    let (batches, head) = try sources()
    let kinds = only.isEmpty ? Set(Papers.Kind.allCases) : Set(only)
    let files = shared.withProgress(zh: "写推荐表", en: "writing forms") { show in
      Papers(batches, log: head, settings, shared.language).files(kinds, log: &log, progress: show)
    }
    let pages = try write(files)
    if pdf { printPages(pages, log: &log) }
    shared.show(log)
    if rules != nil, let batch = batches.first { shared.summarize(batch) }
    shared.say(
      zh: "已写入 \(output)：\(files.count) 份文书",
      en: "\(files.count.counted("document", "documents")) written to \(output)")
    // Of a store it was told when the records came in.
    let hasRefused = rules != nil && batches.contains { !$0.refused.isEmpty }
    if log.hasErrors || hasRefused { throw Exit.foundSomething }
  }

  private func sources() throws -> ([Batch], String?) {
    if rules != nil || records != nil {
      guard let rules, let records else { throw UsageError(.packetHalfGiven) }
      let compiled = try shared.rules(rules)
      let known = try shared.records(records, compiled, earlier.read(compiled, shared), sheet: sheet.name)
      return ([shared.batch(known, compiled)], nil)
    }
    if !earlier.paths.isEmpty { throw UsageError(.earlierWithoutRules) }
    return try shared.withDocket(StoreOptions.at(store), .reading) { docket in
      let ids = round.isEmpty ? try docket.rounds().map(\.id) : round.map { RoundID($0) }
      let batches = try ids.map { try docket.standing(of: $0).batch }
      return (batches, try ids.first.flatMap { try docket.manifest(of: $0).log })
    }
  }

  /// - Returns: the pages that can be printed.
  private func write(_ files: [Papers.File]) throws -> [String] {
    var texts: [(path: String, text: String)] = []
    for file in files {
      guard case .text(let html, let markdown) = file.content else { continue }
      texts += [(path: file.path + ".html", text: html), (path: file.path + ".md", text: markdown)]
    }
    do throws(RoundFolder.Unwritable) {
      // Only a folder that is written whole knows what does not belong into it any more.
      try RoundFolder(output).write(only.isEmpty ? texts + [listing(texts)] : texts, isWhole: only.isEmpty)
    } catch {
      throw shared.unwritable(error.path, error.cause)
    }
    for file in files {
      guard case .book(let book) = file.content else { continue }
      let path = "\(output)/\(file.path).xlsx"
      do throws(FileFault) {
        try book.write(to: path)
      } catch {
        throw shared.unwritable(path, error)
      }
    }
    return texts.map(\.path).filter { $0.hasSuffix(".html") }
  }

  private func listing(_ texts: [(path: String, text: String)]) -> (path: String, text: String) {
    (path: RoundFolder.manifest, text: PaperListing(texts.map { (path: $0.path, text: $0.text) }).text)
  }

  private func printPages(_ pages: [String], log: inout DiagnosticLog) {
    guard let printer = Printer() else { return log.report(Diagnostic(.noBrowser, at: nil)) }
    shared.withProgress(zh: "印 PDF", en: "printing") { show in
      for (index, page) in pages.enumerated() {
        let path = "\(output)/\(page)"
        do throws(Printer.Failure) {
          try printer.print(path, to: String(path.dropLast(5)) + ".pdf")
        } catch {
          log.report(Diagnostic(.printingFailed, at: nil, ["path": page, "code": "\(error.code)"]))
        }
        show(index + 1, pages.count)
      }
    }
  }
}

extension Papers.Kind: ExpressibleByArgument {
  /// By its English or its Chinese name.
  public init?(argument: String) {
    let kind = Papers.Kind.allCases.first { $0.rawValue == argument || $0.phrase.text(.zh) == argument }
    guard let kind else { return nil }
    self = kind
  }
}
