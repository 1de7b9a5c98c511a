import Casework
import Diagnostics
import Outcomes
import Rules
import Workflow

/// 公示公告 (评选办法 第三十四条): who is to be named, until when everybody may object, and how. One for each day of posting.
struct NoticePaper {
  private let lists: [(list: PublicList, notice: Notice?, ends: Instant)]
  private let settings: PaperSettings
  private let words: PaperWords
  private let day: Day
  /// From 1, in the order of the days.
  private let number: Int

  /// Notices of a round, the first first; those posted who are no longer to be named are in none.
  static func all(_ batches: [Batch], _ settings: PaperSettings, _ words: PaperWords) -> [NoticePaper] {
    let days = Set(batches.flatMap { $0.dossiers.flatMap(\.postings).map(\.postedAt.day) }).sorted()
    return days.enumerated().compactMap { NoticePaper(on: $1, number: $0 + 1, batches, settings, words) }
  }

  private init?(
    on day: Day, number: Int, _ batches: [Batch], _ settings: PaperSettings, _ words: PaperWords
  ) {
    self.settings = settings
    self.words = words
    self.day = day
    self.number = number
    lists = batches.compactMap { batch in
      guard let award = settings[batch.rules.award] else { return nil }
      let posted = batch.dossiers.filter { dossier in
        dossier.outcome.standsPublicly && dossier.postings.contains { $0.postedAt.day == day }
      }
      // An interruption lengthens the period of one case alone.
      let ends = posted.flatMap(\.postings).filter { $0.postedAt.day == day }.map(\.ends).min()
      guard let ends else { return nil }
      return (
        list: PublicList(posted, of: batch, award, settings, words), notice: batch.course?.definition.notice,
        ends: ends
      )
    }
    if lists.isEmpty { return nil }
  }

  var publicLists: [PublicList] { lists.map(\.list) }

  var paper: Paper {
    var paper = Paper(.official, name: name)
    paper.add(.title(title))
    paper.add(.paragraph(opening))
    paper.add(words.heading(1, words.word("公示名单", "Nominees")))
    for (index, entry) in lists.enumerated() {
      if lists.count > 1 { paper.add(words.subheading(index + 1, entry.list.title)) }
      if lists.count == 1 { paper.add(.line(entry.list.title)) }
      for block in entry.list.entries { paper.add(block) }
    }
    paper.add(words.heading(2, words.word("公示时间", "Period")))
    for text in periods { paper.add(.paragraph(text)) }
    paper.add(words.heading(3, words.word("异议的提出", "How to object")))
    paper.add(.paragraph(objections))
    for text in contacts { paper.add(.line(text)) }
    paper.add(.signature(organ: settings.organ, day: words.day(day)))
    return paper
  }

  /// For the file: 公示公告, 公示公告（二）.
  private var name: String {
    words.word("公示公告", "notice") + (number == 1 ? "" : words.word("（\(number.chineseNumeral)）", "-\(number)"))
  }

  private var rules: [CompiledRuleSet] { lists.map(\.list.batch.rules) }
  private var year: Int { rules[0].edition }

  private var title: String {
    let award = words.quoted(rules[0].award)
    let more = rules.count > 1 ? words.word("等", " and other awards") : ""
    let further = number == 1 ? "" : words.word("（\(number.chineseNumeral)）", " (\(number))")
    return words.word(
      "关于\(year)年度\(award)\(more)\n拟命名对象的公示\(further)",
      "Public notice of the nominees to be named\n\(award)\(more), \(year)\(further)")
  }

  private var opening: String {
    let regulation = rules[0].regulation
    let counts = lists.enumerated().map { $1.list.phrase(year: $0 == 0 ? year : nil) }
    return words.word(
      "根据《\(regulation.title)》（\(regulation.number)），经\(words.list(Papers.commonSteps(lists.map(\.list.batch))))，拟命名"
        + counts.joined(separator: "，") + "。现予公示，接受监督。",
      "Under 《\(regulation.title)》 (\(regulation.number)), after \(words.list(Papers.commonSteps(lists.map(\.list.batch)))), it is proposed "
        + "to name " + counts.joined(separator: ", ") + ". The names are published for everybody to comment on.")
  }

  /// One line where all awards have the same period.
  private var periods: [String] {
    let told = lists.map { entry in
      let length = entry.notice.map { words.word("（\(words.span($0.days))）", " (\(words.span($0.days)))") } ?? ""
      return words.word(
        "\(words.day(day))至\(words.day(entry.ends.day))\(length)",
        "\(words.day(day)) to \(words.day(entry.ends.day))\(length)")
    }
    if Set(told).count == 1 { return [told[0] + words.word("。", ".")] }
    return zip(lists, told).map {
      words.word("\($0.list.batch.rules.award)：\($1)。", "\($0.list.batch.rules.award): \($1).")
    }
  }

  private var objections: String {
    let last = lists.map(\.ends).max() ?? lists[0].ends
    return words.word(
      "公示期间，单位和个人对公示对象有异议的，请以书面形式向受理单位提出，写明事实和线索，并附证据。单位提出的，须加盖公章；个人提出的，"
        + "须署真实姓名，并留下联系方式。信函以到达邮戳日为准，截止当日的邮戳有效；电子邮件以系统接收时间为准，"
        + "截止时间为\(words.day(last.day))\(words.time(last))。受理单位对提出异议的单位和个人的信息保密。",
      "Whoever objects to a nominee during the period may do so in writing to the office named below, with the facts and evidence. "
        + "Units put their seal to it; persons sign with their real names and say how to reach them. Letters count by the postmark "
        + "of arrival, e-mail by the time of receipt; the period ends at \(words.time(last)) on \(words.day(last.day)). "
        + "Who objected is kept confidential.")
  }

  private var contacts: [String] {
    let notice = settings.notice
    let postcode = notice.postcode.map { words.word("（邮政编码 \($0)）", " (postcode \($0))") } ?? ""
    let hours = notice.hours.map { words.word("（工作时间 \($0)）", " (\($0))") } ?? ""
    return [
      notice.receiver.map { words.word("受理单位：\($0)", "Office: \($0)") },
      notice.address.map { words.word("通信地址：\($0)\(postcode)", "Address: \($0)\(postcode)") },
      notice.telephone.map { words.word("联系电话：\($0)\(hours)", "Telephone: \($0)\(hours)") },
      notice.email.map { words.word("电子邮箱：\($0)", "E-mail: \($0)") },
      notice.supervision.map { words.word("纪检监督电话：\($0)", "Discipline inspection: \($0)") },
    ].compactMap(\.self)
  }
}

extension Dossier {
  /// Each time that it was put up for everybody to see.
  var postings: [NoticeHistory] { (history?.stages ?? []).compactMap(\.notice) }
}

extension Outcome {
  /// Whether the public may read of it: nobody who is out, or has lost the title.
  var standsPublicly: Bool { self == .selected || self == .named || self == .suspended }
}
