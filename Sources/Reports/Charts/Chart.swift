import FEEL

/// What all charts have in common: colours that stay apart in grey, and numbers as SVG wants them.
enum Chart {
  static let font = "'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif"
  static let main = "#1f5fa8"
  static let pale = "#9fbfe0"
  static let other = "#8a5a00"
  static let line = "#b00020"
  static let grid = "#d7dce2"
  static let ink = "#1f2328"

  /// With one decimal, whatever the locale.
  static func number(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    guard tenths.isFinite, abs(tenths) < 1e12 else { return "0" }
    let whole = Int(tenths)
    let sign = whole < 0 ? "-" : ""
    return whole % 10 == 0 ? "\(whole / 10)" : "\(sign)\(abs(whole) / 10).\(abs(whole) % 10)"
  }

  static func value(_ decimal: Decimal) -> Double { Double(decimal.description) ?? 0 }

  static func picture(_ width: Int, _ height: Int, title: String, _ body: (inout SVG) -> Void) -> String {
    var svg = SVG()
    svg.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)", "width": "\(width)",
        "height": "\(height)", "role": "img", "font-family": font, "font-size": "12", "fill": ink,
      ]
    ) { svg in
      svg.element("title", [:], text: title)
      body(&svg)
    }
    return svg.text
  }

  static func text(
    _ svg: inout SVG, _ x: Double, _ y: Double, _ text: String, anchor: String = "start", colour: String = ink
  ) {
    svg.element(
      "text", ["x": number(x), "y": number(y), "text-anchor": anchor, "fill": colour], text: text)
  }

  static func line(
    _ svg: inout SVG, from: (x: Double, y: Double), to: (x: Double, y: Double), colour: String, width: Double = 1,
    dashed: Bool = false
  ) {
    svg.element(
      "line",
      [
        "x1": number(from.x), "y1": number(from.y), "x2": number(to.x), "y2": number(to.y), "stroke": colour,
        "stroke-width": number(width), "stroke-dasharray": dashed ? "5 3" : "none",
      ])
  }
}
