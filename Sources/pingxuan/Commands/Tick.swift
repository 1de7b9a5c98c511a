import ArgumentParser
import Casework
import Diagnostics
import Reports
import Store
import Workflow

struct Tick: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "让到点的期限生效 Let deadlines that have passed take effect.",
    discussion: "可由定时任务每几分钟运行一次；多跑几次与跑一次相同 run it every few minutes; twice is the same as once。")

  @Option(help: "到何时为止 up to when；默认现在 now")
  var at: String?

  @Option(
    help: "送出待发消息的程序 a program that delivers messages：每条消息由标准输入给它，退出码 0 算送到")
  var deliver: String?

  @OptionGroup var store: StoreOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    if let deliver, !Terminal.isProgram(deliver) { throw UsageError(.notAProgram, ["name": deliver]) }
    try shared.withDocket(store) { docket in
      var isIdle = true
      let rounds = try store.roundID.map { [$0] } ?? docket.rounds().filter { $0.closed == nil }.map(\.id)
      for round in rounds {
        let now = try shared.instant(at, in: docket.zone(of: round))
        for (round, entries) in try docket.tick(at: now, round: round) {
          isIdle = false
          shared.say(
            zh: "\(round)：记下第 \(entries.lowerBound)–\(entries.upperBound) 条",
            en: "\(round): entries \(entries.lowerBound)–\(entries.upperBound) recorded")
        }
      }
      if isIdle { shared.say(zh: "没有到点的期限，什么也没有变", en: "no deadline has passed; nothing was changed") }
      if let deliver { try send(by: deliver, docket) }
    }
  }

  private func send(by program: String, _ docket: Docket) throws {
    let now = try shared.instant(at, in: "Asia/Shanghai")
    let delivered = try docket.deliver(at: now) { item in
      try Terminal.run(program, item.listener, input: item.body + "\n")
    }
    guard let (sent, waiting) = delivered else {
      return shared.say(
        zh: "另一个进程正在送消息，这一次不送", en: "another process is delivering messages; none were delivered by this one")
    }
    shared.say(
      zh: "送出 \(sent) 条消息，\(waiting) 条待发",
      en: "\(sent.counted("message", "messages")) delivered, \(waiting) waiting")
    if waiting > 0 { throw Exit.foundSomething }
  }
}
