public import Diagnostics

/// Everything that the checker of certificates can say.
extension Message {
  static let notACertificate = Message(
    "PX6501", .error, zh: "这不是评选结果凭证：没有 ranking（排名）", en: "this is no certificate of a selection: it has no “ranking”")
  static let badMember = Message(
    "PX6502", .error, zh: "“{key}”缺失，或者不是{kind_zh}", en: "“{key}” is missing, or is not {kind_en}")
  static let wrongOrder = Message(
    "PX6503", .error, zh: "“{name}”的名次写作 {claimed}，按总分和同分键应是第 {found} 名",
    en: "the rank of “{name}” is given as {claimed}; by totals and keys it is {found}")
  static let wrongMinimum = Message(
    "PX6504", .error, zh: "“{name}”总分 {total}，与最低分 {minimum} 对不上（差 {gap}）",
    en: "“{name}” with a total of {total} does not fit the minimum of {minimum} (short by {gap})")
  static let wrongPlace = Message(
    "PX6505", .error, zh: "“{name}”写作{claimed_zh}，按名次、入围名额和上限应是{found_zh}",
    en: "“{name}” is given as {claimed_en}; by ranks, places and caps it is {found_en}")
  static let wrongSeat = Message(
    "PX6506", .error, zh: "“{name}”的名额写作{claimed_zh}，按票数、名次和底线应是{found_zh}",
    en: "the seat of “{name}” is given as {claimed_en}; by votes, ranks and floors it is {found_en}")
  static let wrongCount = Message(
    "PX6507", .error, zh: "“{what}”写作 {claimed}，数出来是 {found}", en: "“{what}” is given as {claimed}, but counts {found}")
  static let wrongReason = Message(
    "PX6508", .error, zh: "“{name}”的理由“{code}”站不住", en: "the reason “{code}” of “{name}” does not hold")
  static let tooManyWays = Message(
    "PX6509", .error, zh: "并列的太多，打破并列的办法数不过来，无法核对",
    en: "so many are tied that not every way to break the ties can be tried")
  static let namedTwice = Message("PX6510", .error, zh: "“{id}”出现了两次", en: "“{id}” stands here twice")
}

/// All of them, for the test that each exists in both languages.
public let allCertificateMessages: [Message] = [
  .notACertificate, .badMember, .wrongOrder, .wrongMinimum, .wrongPlace, .wrongSeat, .wrongCount, .wrongReason,
  .tooManyWays, .namedTwice,
]

extension Phrase {
  static let summary = Phrase(
    zh: "参加排序 {ranked}，入围 {listed}，待决 {open}，未达最低分 {short}；有名额 {seated}，递补候选 {reserve}",
    en:
      "{ranked} ranked, {listed} on the list, {open} open, {short} below the minimum; {seated} with a seat, {reserve} in reserve"
  )
  static let number = Phrase(zh: "数", en: "a number")
  static let wholeNumber = Phrase(zh: "整数", en: "a whole number")
  static let text = Phrase(zh: "文本", en: "a text")
  static let list = Phrase(zh: "列表", en: "a list")
  static let place = Phrase(zh: " in、out、open 之一", en: "one of in, out and open")
}

extension Certificate.Place {
  var phrase: Phrase {
    switch self {
    case .in: Phrase(zh: "在内（in）", en: "in")
    case .out: Phrase(zh: "不在内（out）", en: "out")
    case .open: Phrase(zh: "待决（open）", en: "open")
    }
  }
}
