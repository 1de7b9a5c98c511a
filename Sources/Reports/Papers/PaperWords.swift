import Casework
import Diagnostics
import FEEL
import Workflow

/// Days, numbers and counts as documents write them.
struct PaperWords: Sendable {
  let language: Language

  func word(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
  func list(_ parts: [String]) -> String { parts.joined(separator: word("、", ", ")) }

  /// `2026年3月2日`: Arabic numerals without zeros before them (GB/T 9704-2012 §7.3.5.4).
  func day(_ day: Day) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return word(
      "\(day.year)年\(day.month)月\(day.dayOfMonth)日", "\(day.dayOfMonth) \(months[day.month - 1]) \(day.year)")
  }

  /// `17:30`
  func time(_ instant: Instant) -> String {
    String((instant.description.split(separator: "T").last ?? "").prefix(5))
  }

  func heading(_ number: Int, _ text: String) -> Paper.Block {
    .heading(1, word("\(number.chineseNumeral)、\(text)", "\(number). \(text)"))
  }

  func subheading(_ number: Int, _ text: String) -> Paper.Block {
    .heading(2, word("（\(number.chineseNumeral)）\(text)", "(\(number)) \(text)"))
  }

  /// `31.6%`, reckoned in decimals.
  func percent(_ part: Int, of whole: Int) -> String {
    let share = Decimal(part * 100).divided(by: Decimal(whole))?.rounded(scale: 1, .halfUp)
    return "\(share?.description ?? "—")%"
  }

  func quoted(_ text: String) -> String { "“\(text)”" }

  /// `5个工作日`
  func span(_ span: TimeSpan) -> String {
    switch span {
    case .workingDays(let count): word("\(count)个工作日", "\(count) working \(count == 1 ? "day" : "days")")
    case .days(let count): word("\(count)日", "\(count) \(count == 1 ? "day" : "days")")
    case .months(let count): word("\(count)个月", "\(count) \(count == 1 ? "month" : "months")")
    case .years(let count): word("\(count)年", "\(count) \(count == 1 ? "year" : "years")")
    case .workingHours(let count): word("\(count)个工作小时", "\(count) working \(count == 1 ? "hour" : "hours")")
    case .minutes(let count): word("\(count)分钟", "\(count) \(count == 1 ? "minute" : "minutes")")
    }
  }
}
