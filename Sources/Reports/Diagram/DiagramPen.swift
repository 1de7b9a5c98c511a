import Diagnostics

/// How lines, ends and the legend are drawn.
enum DiagramPen {
  static let style = """
    .heading{font-size:18px;font-weight:700;fill:#1f2933}
    .subheading{font-size:14px;font-weight:700;fill:#1f2933}
    .box{fill:#ffffff;stroke:#52606d;stroke-width:1.2}
    .round .box{fill:#eaf2fb;stroke:#1b4f8f;stroke-width:1.4}
    .inner{fill:none;stroke:#1b4f8f;stroke-width:0.8}
    .name{font-size:14px;font-weight:700;fill:#1f2933}
    .basis{font-size:10.5px;fill:#7b8794}
    .who{font-size:12px;font-weight:700;fill:#323f4b}
    .detail{font-size:12px;fill:#323f4b}
    .deadline{font-size:12px;fill:#8a5a00}
    .ending{font-size:12px;fill:#a61b1b}
    .tagtext{font-size:11px;fill:#ffffff}
    .form{fill:#3e7c4f}.sign{fill:#52606d}.vote{fill:#7a3e9d}.rules{fill:#2f6f8f}.public{fill:#b25e09}
    .gate{fill:#334e68}.other{fill:#829ab1}
    .way{fill:none;stroke:#334e68;stroke-width:1.6}
    .aside{fill:none;stroke:#b3392f;stroke-width:1.3;stroke-dasharray:5 3}
    .waylabel{font-size:12px;font-weight:700;fill:#334e68}
    .asidelabel{font-size:11px;fill:#a61b1b}
    .waylabel,.asidelabel{paint-order:stroke;stroke:#ffffff;stroke-width:3px}
    .end{fill:#334e68}
    .endtext{font-size:13px;font-weight:700;fill:#ffffff}
    .key{font-size:12px;fill:#323f4b}
    """

  static func arrowheads(_ svg: inout SVG) {
    svg.element("defs", [:]) { svg in
      for (id, color) in [("way", "#334e68"), ("aside", "#b3392f")] {
        svg.element(
          "marker",
          [
            "id": "to-\(id)", "viewBox": "0 0 8 8", "refX": "7.5", "refY": "4", "markerWidth": "8", "markerHeight": "8",
            "markerUnits": "userSpaceOnUse", "orient": "auto",
          ]
        ) { svg in
          svg.element("path", ["d": "M0 0 L8 4 L0 8 z", "fill": color])
        }
      }
    }
  }

  // MARK: Beginning and end

  private static func text(_ node: DiagramGraph.Node, _ words: DiagramWords) -> String {
    switch node.kind {
    case .start: words.word(zh: "开始", en: "start")
    case .end: words.word(zh: "办结", en: "approved")
    case .rejected: words.word(zh: "不通过", en: "rejected")
    case .stage: ""
    }
  }

  static func size(of node: DiagramGraph.Node, _ words: DiagramWords) -> (width: Int, height: Int) {
    (displayWidth(text(node, words)) * 7 + 22, 26)
  }

  static func draw(
    _ node: DiagramGraph.Node, _ frame: DiagramLayout.Frame, _ words: DiagramWords, _ svg: inout SVG
  ) {
    svg.element(
      "rect",
      [
        "class": "end", "x": "\(frame.x)", "y": "\(frame.y)", "width": "\(frame.width)", "height": "\(frame.height)",
        "rx": "\(frame.height / 2)",
      ])
    svg.element(
      "text",
      [
        "class": "endtext", "x": "\(frame.x + frame.width / 2)", "y": "\(frame.y + 18)", "text-anchor": "middle",
      ], text: text(node, words))
  }

  // MARK: Lines

  static func draw(_ line: DiagramLayout.Line, _ graph: DiagramGraph, _ svg: inout SVG) {
    let kind = name(line.edge.kind)
    svg.element(
      "polyline",
      [
        "class": kind, "points": line.points.map { "\($0.x),\($0.y)" }.joined(separator: " "),
        "marker-end": "url(#to-\(kind))", "data-from": graph.nodes[line.edge.from].id,
        "data-to": graph.nodes[line.edge.to].id,
      ])
  }

  static func label(_ line: DiagramLayout.Line, _ svg: inout SVG) {
    if line.edge.label.isEmpty { return }
    svg.element(
      "text", ["class": "\(name(line.edge.kind))label", "x": "\(line.label.x)", "y": "\(line.label.y)"],
      text: line.edge.label)
  }

  private static func name(_ kind: DiagramGraph.Edge.Kind) -> String {
    switch kind {
    case .way: "way"
    case .aside: "aside"
    }
  }

  // MARK: Legend

  /// - Returns: where it ends.
  @discardableResult
  static func legend(_ svg: inout SVG, x: Int, y: Int, _ words: DiagramWords) -> Int {
    var x = x
    func key(_ text: String) {
      svg.element("text", ["class": "key", "x": "\(x)", "y": "\(y)"], text: text)
      x += displayWidth(text) * 6 + 26
    }
    svg.element("rect", ["class": "box", "x": "\(x)", "y": "\(y - 11)", "width": "22", "height": "14", "rx": "3"])
    x += 28
    key(words.word(zh: "逐件办理", en: "one case at a time"))
    svg.element("g", ["class": "round"]) { svg in
      svg.element("rect", ["class": "box", "x": "\(x)", "y": "\(y - 11)", "width": "22", "height": "14", "rx": "3"])
      svg.element(
        "rect", ["class": "inner", "x": "\(x + 2)", "y": "\(y - 9)", "width": "18", "height": "10", "rx": "2"])
    }
    x += 28
    key(words.word(zh: "整批办理：各件都到了才开", en: "the whole batch: opens when all cases have arrived"))
    for (kind, zh, en) in [
      ("way", "往下走", "goes on"), ("aside", "退回、不同意、异议、逾期的去向", "returned, rejected, objected to, late"),
    ] {
      svg.element(
        "polyline",
        ["class": kind, "points": "\(x),\(y - 4) \(x + 28),\(y - 4)", "marker-end": "url(#to-\(kind))"])
      x += 34
      key(words.word(zh: zh, en: en))
    }
    return x
  }
}
