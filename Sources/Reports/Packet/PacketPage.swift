import Diagnostics

/// The HTML around the data: one file that needs nothing besides itself, neither network nor fonts.
struct PacketPage {
  let title: String
  let language: Language
  /// What the script reads, by the ids of the elements in which it stands.
  let data: [(id: String, json: JSON)]

  var html: String {
    var page = """
      <!DOCTYPE html>
      <html lang="\(language == .zh ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      script-src 'unsafe-inline'; img-src data:">
      <title>\(SVG.escaped(title))</title>
      <style>
      \(PacketStyle.text)
      </style>
      </head>
      <body>
      <noscript>\(SVG.escaped(PacketWords(language).needsScript))</noscript>
      <div id="app"></div>

      """
    for (id, json) in data {
      page += "<script type=\"application/json\" id=\"\(id)\">\(PacketPage.embedded(json))</script>\n"
    }
    page +=
      "<script type=\"application/json\" id=\"words\">\(PacketPage.embedded(PacketWords(language).json))</script>\n"
    page += "<script>\n\(PacketScript.text)\n\(PacketScript.charts)\n</script>\n</body>\n</html>\n"
    return page
  }

  /// No text in it can end the element that it stands in.
  private static func embedded(_ json: JSON) -> String {
    var text = ""
    for scalar in json.line.unicodeScalars {
      if scalar == "<" { text += "\\u003c" } else { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}

/// What the page itself says, in the language of the packet.
struct PacketWords {
  private let language: Language

  init(_ language: Language) { self.language = language }

  var needsScript: String {
    language == .zh ? "本页要用脚本显示，请在浏览器里允许脚本。" : "This page needs scripts; please allow them."
  }

  var json: JSON {
    .object(
      PacketWords.all.map { key, zh, en in
        JSON.Member(name: key, value: .string(language == .zh ? zh : en))
      })
  }

  private static let all: [(String, String, String)] = [
    ("search", "查名称、编号、结论、理由", "Search name, number, outcome, reason"),
    ("all", "全部", "All"),
    ("list", "排名", "Ranking"),
    ("charts", "图表", "Charts"),
    ("changes", "与上年相比", "Since last year"),
    ("basis", "依据", "Basis"),
    ("rank", "名次", "Rank"),
    ("name", "名称", "Name"),
    ("number", "编号", "No."),
    ("outcome", "结论", "Outcome"),
    ("total", "总分", "Total"),
    ("grade", "等次", "Grade"),
    ("bonus", "加分", "Bonus"),
    ("last", "上年", "Last year"),
    ("shown", "显示 {n}，共 {all}", "{n} of {all} shown"),
    ("nothing", "没有符合的对象。", "Nobody matches."),
    ("clear", "清除", "Clear"),
    ("close", "关闭", "Close"),
    ("print", "打印", "Print"),
    ("previous", "上一名", "Previous"),
    ("next", "下一名", "Next"),
    ("why", "为什么", "Why"),
    ("seats", "名额 {seats}，入围 {places}，参加排序 {ranked}", "{seats} seats, {places} places, {ranked} ranked"),
    ("line", "入围线 {line}", "line {line}"),
    ("minimum", "最低 {minimum} 分", "minimum {minimum}"),
    ("lineShort", "入围线", "line"),
    ("minimumShort", "最低分", "minimum"),
    ("distribution", "总分分布", "Distribution of totals"),
    ("people", "对象数", "Nominees"),
    ("profile", "各维度平均得分率", "Mean of each dimension, in per cent of its maximum"),
    ("onList", "入围对象", "on the list"),
    ("everyone", "全部有分的对象", "all with points"),
    ("this", "本对象", "this nominee"),
    ("radar", "各维度得分率", "Dimensions, in per cent of the maximum"),
    ("new", "新申报", "new"),
    ("same", "结论未变", "same outcome"),
    ("was", "上年：{outcome}", "last year: {outcome}"),
    ("more", "高 {n}", "up {n}"),
    ("less", "低 {n}", "down {n}"),
    ("level", "持平", "level"),
    ("gone", "上年有、今年没有申报的", "There last year, not this year"),
    ("criteriaChanged", "标准的变化", "What has changed in the criteria"),
    ("nominees", "对象的变化", "What has changed for nominees"),
    ("noneChanged", "没有变化。", "Nothing has changed."),
    ("files", "依据的文件", "Files that this rests on"),
    ("fingerprint", "指纹", "Fingerprint"),
    ("table", "数据", "Figures"),
    ("internal", "供评审使用，不得对外公布", "For the committee; not to be published"),
  ]
}
