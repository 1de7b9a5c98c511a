import ArgumentParser
import Casework
import Diagnostics
import Reports
import Store
import Workflow

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "核对案卷库：是否被改过，重新判定是否相同，导出 Verify, replay, export the log.",
    subcommands: [AuditVerify.self, AuditReplay.self, AuditExport.self])
}

struct AuditVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "从第一条读到最后一条，说出第一处不对 Read the whole log and name the first bad entry.",
    discussion: "退出码 1：有一条不对 an entry is bad。")

  @Option(help: "另行记下的末条 the last hash as written down elsewhere：sha256:…")
  var head: String?

  @Option(help: "输出格式 format：text、json")
  var format: AnswerFormat = .text

  @OptionGroup var store: StoreOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    if let head, head.wholeMatch(of: #/sha256:[0-9a-f]{64}/#) == nil { throw UsageError(.badHead, ["value": head]) }
    try shared.withDocket(store, .reading) { docket in
      let verification = try shared.withProgress(zh: "核对", en: "verifying") { progress in
        try docket.verify(against: head, progress: progress)
      }
      let report = DocketReport(shared.language)
      try Terminal.write(
        format == .json ? report.json(verification) : report.text(verification).printableLines)
      if verification.fault != nil { throw Exit.foundSomething }
    }
  }
}

struct AuditReplay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "用存档的规则和记录重新判定每个动作，逐字节比对 Decide every act again and compare.",
    discussion: "退出码 1：有动作如今判得不同 an act would be decided otherwise。")

  @OptionGroup var store: StoreOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.withDocket(store, .reading) { docket in
      let report = DocketReport(shared.language)
      var differs = false
      let all = try docket.rounds().map(\.id)
      for round in try store.roundID.map({ [$0] }) ?? (all.isEmpty ? [docket.round(nil)] : all) {
        let replay = try shared.withProgress(zh: "重新判定", en: "deciding again") { progress in
          try docket.replay(round, progress: progress)
        }
        try Terminal.write(report.text(replay).printableLines)
        if !replay.differences.isEmpty { differs = true }
      }
      if differs { throw Exit.foundSomething }
    }
  }
}

struct AuditExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "导出全部记录，每行一条 JSON Export the log, one JSON object on a line.")

  @Option(name: .shortAndLong, help: "输出文件 output file；不写就是标准输出")
  var output: String?

  @OptionGroup var store: StoreOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.withDocket(store, .reading) { docket in
      var lines: [String] = []
      try docket.forEachEntry { lines.append(DocketReport.line($0)) }
      try shared.write(lines.joined(), to: output)
      guard let output else { return }
      shared.say(
        zh: "已写入 \(output)：\(lines.count) 条", en: "\(lines.count.counted("entry", "entries")) written to \(output)")
    }
  }
}
