import ArgumentParser
import Casework
import Diagnostics
import FEEL
import Foundation
import Reports
import Store
import Workflow

/// Which store, and which round in it.
struct StoreOptions: ParsableArguments {
  @Option(help: "案卷库 store file；也可用环境变量 PINGXUAN_STORE")
  var store: String?

  @Option(help: "评选的编号 which round；只有一个、或由案卷可知时不必写")
  var round: String?

  var path: String { store ?? ProcessInfo.processInfo.environment["PINGXUAN_STORE"] ?? "pingxuan.db" }

  /// The same store, where a command names rounds in its own way.
  static func at(_ path: String?) -> StoreOptions {
    var options = StoreOptions()
    options.store = path
    options.round = nil
    return options
  }

  var roundID: RoundID? { round.map { RoundID($0) } }
}

/// What a store is opened for.
enum StorePurpose {
  case reading, writing
  /// And made, where there is none; what is done in it must be done once the body ends.
  case creating
}

extension SharedOptions {
  /// Opens a store and does something with it; whatever the store or the rounds in it object to ends the command.
  func withDocket<Value>(
    _ options: StoreOptions, _ purpose: StorePurpose = .writing, _ body: (Docket) throws -> Value
  ) throws -> Value {
    do {
      switch purpose {
      case .reading: return try body(try Docket(reading: options.path))
      case .writing: return try body(try Docket(options.path))
      case .creating: return try Docket.creating(options.path, body)
      }
    } catch let fault as StoreFault {
      show(fault.diagnostic(path: options.path, isReading: purpose == .reading))
    } catch let error as Docket.NoSuchRound {
      show(error.diagnostic)
    } catch let error as UnreadableRound {
      var log = DiagnosticLog()
      log.report(contentsOf: error.diagnostics)
      show(log)
    } catch let error as Desk.Unreadable {
      throw unreadable(error)
    } catch let missing as BallotsMissing {
      show(Diagnostic(.ballotsMissing, at: nil, ["cast": "\(missing.cast)", "found": "\(missing.found)"]))
      throw Exit.foundSomething
    } catch let error as EndlessQuestions {
      show(Diagnostic(.endlessQuestions, at: nil, ["act": error.act]))
      throw Exit.faultOfOurs
    }
    throw Exit.couldNotRun
  }

  /// Says why an act changed nothing.
  func show(_ cause: RefusedAct.Cause) {
    switch cause {
    case .workflow(let refusal):
      show(refusal.diagnostic)
      say(zh: "（\(refusal.code.rawValue)，什么也没有改变）", en: "(\(refusal.code.rawValue); nothing was changed)")
    case .facts(let diagnostics):
      for diagnostic in diagnostics { show(diagnostic) }
    }
  }

  /// Where an act that was done stands; one that was not ends the command, with the reason. `nil`: a file was wrong.
  func receipt(of answer: Docket.Answer?) throws -> Docket.Receipt {
    switch answer {
    case .done(let receipt)?: return receipt
    case .refused(let cause)?:
      show(cause)
      throw Exit.foundSomething
    case nil: throw Exit.couldNotRun
    }
  }

  /// An instant of the command line, or now in that zone.
  func instant(_ text: String?, in zone: String) throws -> Instant {
    guard let text else { return Terminal.instant(in: zone) }
    // A day alone is its beginning.
    guard let instant = Instant(text) ?? Instant(text + "T00:00") else {
      throw UsageError(.badInstant, ["value": text])
    }
    // Whoever mistypes a year would shut the record for everything before it.
    if instant > Terminal.instant(in: zone.isEmpty ? "Asia/Shanghai" : zone) {
      throw UsageError(.inTheFuture, ["value": text])
    }
    return instant
  }
}

extension Terminal {
  /// The civil time of a zone, to the second.
  static func instant(in zone: String) -> Instant {
    let date = Date()
    let offset = (TimeZone(identifier: zone) ?? .current).secondsFromGMT(for: date)
    let local = CivilDateTime(
      epochSeconds: Int64(date.timeIntervalSince1970.rounded(.down)) + Int64(offset), nanosecond: 0, zone: .utc)
    // Only the years that no clock shows have no civil time.
    return local.flatMap { Instant("\($0)".prefix(19)) } ?? Instant("1970-01-01T00:00")!
  }
}
