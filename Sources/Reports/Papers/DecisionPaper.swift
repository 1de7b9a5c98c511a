import Casework
import Diagnostics
import Outcomes
import Rules
import Workflow

/// 命名决定 (评选办法 第三十七条): who is named. One for each day on which somebody was.
struct DecisionPaper {
  let day: Day
  /// 发文字号; `nil` where the settings have none for it.
  let number: String?
  private let lists: [PublicList]
  private let settings: PaperSettings
  private let words: PaperWords
  private let ordinal: Int

  static func all(_ batches: [Batch], _ settings: PaperSettings, _ words: PaperWords) -> [DecisionPaper] {
    let days = Set(batches.flatMap { $0.dossiers.compactMap(\.namedOn) }).sorted()
    return days.enumerated().compactMap { index, day in
      let numbers = settings.decision.numbers
      return DecisionPaper(
        on: day, index + 1, number: index < numbers.count ? numbers[index] : nil, batches, settings, words)
    }
  }

  private init?(
    on day: Day, _ ordinal: Int, number: String?, _ batches: [Batch], _ settings: PaperSettings, _ words: PaperWords
  ) {
    self.day = day
    self.number = number
    self.ordinal = ordinal
    self.settings = settings
    self.words = words
    lists = batches.compactMap { batch in
      let named = batch.dossiers.filter { $0.outcome.standsPublicly && $0.namedOn == day }
      guard !named.isEmpty, let award = settings[batch.rules.award] else { return nil }
      return PublicList(named, of: batch, award, settings, words)
    }
    if lists.isEmpty { return nil }
  }

  var publicLists: [PublicList] { lists }

  var paper: Paper {
    var paper = Paper(.official, name: name)
    paper.add(.letterhead(organ: settings.organ + words.word("文件", ""), number: number ?? emptyNumber))
    paper.add(.title(title))
    if let addressees = settings.decision.addressees { paper.add(.addressees(addressees)) }
    paper.add(.paragraph(purpose))
    paper.add(.paragraph(decision))
    for text in appeal { paper.add(.paragraph(text)) }
    paper.add(.attachments(attachments))
    paper.add(.signature(organ: settings.organ, day: words.day(day)))
    let imprint = [
      settings.decision.copies.map { words.word("抄送：\($0)", "Copies: \($0)") },
      settings.decision.printer.map { words.word("\($0)　　\(words.day(day))印发", "\($0), \(words.day(day))") },
    ].compactMap(\.self)
    if !imprint.isEmpty { paper.add(.imprint(imprint)) }
    for (index, list) in lists.enumerated() {
      paper.add(.annex(mark: words.word("附件\(lists.count == 1 ? "" : "\(index + 1)")", "Annex \(index + 1)")))
      paper.add(
        .title(words.word("\(year)年度\(words.quoted(list.batch.rules.award))名单", "\(list.batch.rules.award), \(year)")))
      paper.add(.line(words.word("（共\(list.count)，\(list.orderPhrase)）", "(\(list.lines.count), \(list.orderPhrase))")))
      for block in list.entries { paper.add(block) }
    }
    return paper
  }

  private var name: String {
    words.word("命名决定", "decision") + (ordinal == 1 ? "" : words.word("（\(ordinal.chineseNumeral)）", "-\(ordinal)"))
  }

  private var year: Int { lists[0].batch.rules.edition }
  private var awards: String {
    lists.map { words.quoted($0.batch.rules.award) }.joined(separator: words.word("", ", "))
  }

  /// Room for the number, which somebody will write by hand.
  private var emptyNumber: String {
    let known = settings.decision.numbers.first?.split(separator: "〔").first.map(String.init) ?? ""
    return "\(known)〔\(day.year)〕　　号"
  }

  private var title: String {
    words.word(
      "\(settings.organ)\n关于\(ordinal == 1 ? "" : "增补")命名\(year)年度\(awards)的决定",
      "\(settings.organ)\nDecision on naming \(awards), \(year)")
  }

  private var purpose: String {
    let regulation = lists[0].batch.rules.regulation
    let aim =
      settings.decision.purpose
      ?? words.word(
        "为选树先进典型，发挥党组织战斗堡垒作用和党员先锋模范作用，推动航空产业链高质量发展，",
        "To hold up good examples, and to further the aviation industry chain through the work of its Party organisations and members,"
      )
    let steps = words.list(Papers.commonSteps(lists.map(\.batch)))
    return words.word(
      "\(aim)根据《\(regulation.title)》（\(regulation.number)），经\(steps)，并公示无异议或异议已经核查处理，\(settings.organ)决定：",
      "\(aim) under 《\(regulation.title)》 (\(regulation.number)), after \(steps), and after a public notice to which nobody objected "
        + "or all objections were settled, \(settings.organ) decides:")
  }

  private var decision: String {
    let parts = lists.map { list in
      let first = list.lines[0]
      let among =
        list.lines.count == 1
        ? words.word("\(first)", first)
        : words.word("\(first)等\(list.count)\(list.award.noun)", "\(first) and \(list.lines.count - 1) more")
      let title = words.quoted(list.batch.rules.award)
      return words.word("命名\(among)为\(year)年度\(title)", "\(among): \(title)")
    }
    return words.word(
      parts.joined(separator: "；") + "（名单见附件）。", "to name " + parts.joined(separator: "; ") + " (see the annexes).")
  }

  private var appeal: [String] {
    if !settings.decision.appeal.isEmpty { return settings.decision.appeal }
    return [
      words.word(
        "希望受到命名的\(words.list(nouns))珍惜荣誉，再接再厉，继续走在前、作表率。",
        "Those who are named are asked to honour the title and to go on setting the example."),
      words.word(
        "各级党组织和广大党员、职工要向他们学习：学习他们信念坚定、担当作为，在急难任务面前立得住；学习他们精益求精、攻坚克难，在技术和质量上叫得响；"
          + "学习他们传帮带、善总结，把管用的经验变成可推广的做法。",
        "Party organisations, members and staff should learn from them: to stand firm where the task is hard, to be known for skill and "
          + "quality, and to pass on what has proved itself."),
    ]
  }

  private var nouns: [String] {
    lists.map(\.award.noun).reduce(into: []) { nouns, noun in if !nouns.contains(noun) { nouns.append(noun) } }
  }

  private var attachments: [String] {
    lists.enumerated().map { index, list in
      let mark = lists.count == 1 ? "" : "\(index + 1)．"
      let lead = index == 0 ? words.word("附件：", lists.count == 1 ? "Annex: " : "Annexes: ") : ""
      return lead + mark
        + words.word("\(year)年度\(words.quoted(list.batch.rules.award))名单", "\(list.batch.rules.award), \(year)")
    }
  }
}

extension Dossier {
  /// The day on which its title was given.
  var namedOn: Day? {
    guard outcome.hasBeenNamed, let history else { return nil }
    if let title = history.title { return title.namedAt.day }
    return history.stages.last { $0.stage == history.outcomeStage }?.leftAt?.day
  }
}
