/// A picture in SVG that needs nothing besides itself.
struct Drawing {
  private var body = ""

  /// Left or right of a point, or around it.
  enum Anchor: String { case start, middle, end }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String, stroke: String? = nil, round: Double = 0,
    isDashed: Bool = false, opacity: Double = 1
  ) {
    body += "<rect x=\"\(x.short)\" y=\"\(y.short)\" width=\"\(max(width, 0).short)\" height=\"\(height.short)\""
    body += " fill=\"\(fill)\""
    if round > 0 { body += " rx=\"\(round.short)\"" }
    if let stroke { body += " stroke=\"\(stroke)\" stroke-width=\"0.8\"" }
    if isDashed { body += " stroke-dasharray=\"3 2\"" }
    if opacity < 1 { body += " opacity=\"\(opacity.short)\"" }
    body += "/>\n"
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: String, width: Double = 0.6,
    isDashed: Bool = false
  ) {
    body += "<line x1=\"\(x1.short)\" y1=\"\(y1.short)\" x2=\"\(x2.short)\" y2=\"\(y2.short)\" stroke=\"\(stroke)\""
    body += " stroke-width=\"\(width.short)\"" + (isDashed ? " stroke-dasharray=\"4 3\"" : "") + "/>\n"
  }

  mutating func diamond(_ x: Double, _ y: Double, _ radius: Double, fill: String) {
    let points = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
    body +=
      "<polygon points=\"\(points.map { "\($0.0.short),\($0.1.short)" }.joined(separator: " "))\" fill=\"\(fill)\"/>\n"
  }

  mutating func text(
    _ text: String, _ x: Double, _ y: Double, size: Double, fill: String = "#222", anchor: Anchor = .start,
    isBold: Bool = false
  ) {
    body += "<text x=\"\(x.short)\" y=\"\(y.short)\" font-size=\"\(size.short)\" fill=\"\(fill)\""
    if anchor != .start { body += " text-anchor=\"\(anchor.rawValue)\"" }
    if isBold { body += " font-weight=\"bold\"" }
    body += ">\(SVG.escaped(text))</text>\n"
  }

  /// - Parameter title: what somebody hears who cannot see it.
  func svg(width: Int, height: Int, paper: (width: Int, height: Int), title: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" width="\(paper.width)mm" height="\(paper.height)mm" \
    viewBox="0 0 \(width) \(height)" role="img" \
    font-family="'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', SimHei, sans-serif">
    <title>\(SVG.escaped(title))</title>
    <defs><pattern id="open" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <line x1="0" y1="0" x2="0" y2="6" stroke="#c98a00" stroke-width="1.2"/></pattern></defs>
    <rect width="\(width)" height="\(height)" fill="#fff"/>
    \(body)</svg>

    """
  }
}

extension Double {
  /// To a tenth; the same in every locale.
  fileprivate var short: String {
    let tenths = Int((self * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    return sign + String(whole) + (rest == 0 ? "" : ".\(rest)")
  }
}
