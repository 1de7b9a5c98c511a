import Diagnostics
import Workflow

/// A stage's box: its lines broken to its width, and how high that makes it.
struct DrawnCard {
  private let stage: Stage
  private let tag: String
  private let title: [String]
  private let basis: String?
  private let lines: [(role: StageCard.Line.Role, text: String)]

  private static let (width, padding, titleHeight, lineHeight, tagHeight) = (204, 10, 19, 16, 17)
  /// Of a line of small print: a cell is half as wide as its letters are high.
  private static let (cell, titleCell, tagCell) = (6, 7, 6)

  init(_ card: StageCard, _ stage: Stage) {
    self.stage = stage
    tag = card.tag
    basis = card.basis
    let inner = Self.width - 2 * Self.padding
    // The first line of the title leaves room for the tag beside it.
    let beside = inner - Self.tagWidth(card.tag) - 6
    title = WrappedText.lines(card.title, cells: beside / Self.titleCell)
    lines = card.lines.flatMap { line in
      WrappedText.lines(line.text, cells: inner / Self.cell).map { (line.role, $0) }
    }
  }

  private static func tagWidth(_ tag: String) -> Int { displayWidth(tag) * tagCell + 10 }

  private var isRound: Bool { stage.scope == .round }

  var size: (width: Int, height: Int) {
    let basisHeight = basis == nil ? 0 : 15
    let text = title.count * Self.titleHeight + basisHeight + lines.count * Self.lineHeight
    return (Self.width, max(2 * DiagramLayout.wayOffset, text + 2 * Self.padding))
  }

  func draw(_ svg: inout SVG, _ frame: DiagramLayout.Frame) {
    svg.element("g", ["class": isRound ? "stage round" : "stage", "data-stage": stage.id.rawValue]) { svg in
      outline(&svg, frame)
      let (x, right) = (frame.x + Self.padding, frame.right - Self.padding)
      let width = Self.tagWidth(tag)
      svg.element(
        "rect",
        [
          "class": "tag \(kind)", "x": "\(right - width)", "y": "\(frame.y + 8)", "width": "\(width)",
          "height": "\(Self.tagHeight)", "rx": "3",
        ])
      svg.element(
        "text",
        ["class": "tagtext", "x": "\(right - width / 2)", "y": "\(frame.y + 20)", "text-anchor": "middle"], text: tag)
      var y = frame.y + 7
      for line in title {
        y += Self.titleHeight
        svg.element("text", ["class": "name", "x": "\(x)", "y": "\(y - 1)"], text: line)
      }
      if let basis {
        y += 15
        svg.element("text", ["class": "basis", "x": "\(x)", "y": "\(y)"], text: basis)
      }
      for line in lines {
        y += Self.lineHeight
        svg.element("text", ["class": Self.style(line.role), "x": "\(x)", "y": "\(y)"], text: line.text)
      }
    }
  }

  /// Whole batches have a double frame; gateways have their corners cut.
  private func outline(_ svg: inout SVG, _ frame: DiagramLayout.Frame) {
    if isGateway {
      let (l, t, r, b, c) = (frame.x, frame.y, frame.right, frame.bottom, 9)
      let points = [
        (l + c, t), (r - c, t), (r, t + c), (r, b - c), (r - c, b), (l + c, b), (l, b - c), (l, t + c),
      ]
      svg.element(
        "polygon", ["class": "box", "points": points.map { "\($0.0),\($0.1)" }.joined(separator: " ")])
      return
    }
    box(&svg, frame, inset: 0, "box")
    if isRound { box(&svg, frame, inset: 3, "inner") }
  }

  private func box(_ svg: inout SVG, _ frame: DiagramLayout.Frame, inset: Int, _ style: String) {
    svg.element(
      "rect",
      [
        "class": style, "x": "\(frame.x + inset)", "y": "\(frame.y + inset)", "width": "\(frame.width - 2 * inset)",
        "height": "\(frame.height - 2 * inset)", "rx": "\(max(2, 5 - inset))",
      ])
  }

  private var isGateway: Bool {
    switch stage.kind {
    case .choice, .split, .join: true
    default: false
    }
  }

  /// The colour of the tag.
  private var kind: String {
    switch stage.kind {
    case .form: "form"
    case .approve: "sign"
    case .vote, .score: "vote"
    case .rules: "rules"
    case .notice, .objection: "public"
    case .choice, .split, .join: "gate"
    case .subflow, .cc, .manage: "other"
    }
  }

  private static func style(_ role: StageCard.Line.Role) -> String {
    switch role {
    case .who: "who"
    case .detail: "detail"
    case .deadline: "deadline"
    case .ending: "ending"
    }
  }
}
