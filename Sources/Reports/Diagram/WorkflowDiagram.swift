public import Diagnostics
public import Workflow

/// A workflow as a picture: its stages in the order in which a case walks, and every way between them.
///
/// One self-contained SVG. The same workflow gives the same bytes.
public struct WorkflowDiagram {
  /// The file's stages, and those of each of its flows, in parts that stand below each other.
  let parts: [Part]
  private let title: String
  private let words: DiagramWords

  struct Part {
    /// `nil`: the file's own stages.
    let flow: String?
    let graph: DiagramGraph
    let cards: [DrawnCard?]
    let layout: DiagramLayout
    let words: DiagramWords
  }

  /// - Parameter name: what the picture is called where the file has no name.
  public init(_ definition: WorkflowDefinition, name: String, _ language: Language) {
    words = DiagramWords(definition, language)
    let known = definition.name ?? name
    title =
      words.word(zh: "\(known)　流程图", en: "\(known): workflow")
      + words.word(zh: "（第 \(definition.version) 版）", en: " (version \(definition.version))")
    parts = [Part(nil, definition, language)] + Self.flows(of: definition, language)
  }

  private static func flows(of definition: WorkflowDefinition, _ language: Language) -> [Part] {
    definition.flows.sorted { $0.key < $1.key }.flatMap { name, flow in
      [Part(name, flow, language)] + flows(of: flow, language)
    }
  }

  // MARK: The sheet

  private static let (margin, heading, legend) = (16, 40, 40)

  public var svg: String {
    let width = max((parts.map(\.layout.width).max() ?? 0) + 2 * Self.margin, widthOfWords)
    let height = Self.margin + Self.heading + parts.reduce(0) { $0 + $1.height } + Self.legend
    var svg = SVG()
    svg.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": "\(width)", "height": "\(height)",
        "viewBox": "0 0 \(width) \(height)", "role": "img",
        "font-family": "'Noto Sans CJK SC','Microsoft YaHei','PingFang SC','Source Han Sans SC',sans-serif",
      ]
    ) { svg in
      svg.element("title", [:], text: title)
      svg.element("style", [:], text: DiagramPen.style)
      DiagramPen.arrowheads(&svg)
      svg.element("rect", ["width": "\(width)", "height": "\(height)", "fill": "#ffffff"])
      svg.element("text", ["class": "heading", "x": "\(Self.margin)", "y": "\(Self.margin + 20)"], text: title)
      var y = Self.margin + Self.heading
      for part in parts {
        part.draw(&svg, x: Self.margin, y: y)
        y += part.height
      }
      DiagramPen.legend(&svg, x: Self.margin, y: y + 22, words)
    }
    return svg.text
  }
}

extension WorkflowDiagram {
  /// What heading and legend need.
  private var widthOfWords: Int {
    var unused = SVG()
    let legend = DiagramPen.legend(&unused, x: Self.margin, y: 0, words)
    return max(legend, Self.margin + displayWidth(title) * 9 + Self.margin)
  }
}

extension WorkflowDiagram.Part {
  private static let flowHeading = 30

  init(_ flow: String?, _ definition: WorkflowDefinition, _ language: Language) {
    self.flow = flow
    let words = DiagramWords(definition, language)
    let graph = DiagramGraph(definition, words)
    let cards = graph.nodes.indices.map { node in graph.stage(node).map { DrawnCard(StageCard($0, words), $0) } }
    let sizes = zip(graph.nodes, cards).map { node, card in card?.size ?? DiagramPen.size(of: node, words) }
    (self.words, self.graph, self.cards) = (words, graph, cards)
    layout = DiagramLayout(graph, sizes: sizes)
  }

  var height: Int { layout.height + (flow == nil ? 0 : Self.flowHeading) }

  func draw(_ svg: inout SVG, x: Int, y: Int) {
    var top = y
    if let flow {
      let text = words.word(zh: "子流程“\(flow)”", en: "sub-flow “\(flow)”")
      svg.element("text", ["class": "subheading", "x": "\(x)", "y": "\(y + 20)"], text: text)
      top += Self.flowHeading
    }
    svg.element("g", ["transform": "translate(\(x) \(top))"]) { svg in
      for line in layout.lines { DiagramPen.draw(line, graph, &svg) }
      for (node, frame) in layout.frames.enumerated() {
        if let card = cards[node] {
          card.draw(&svg, frame)
        } else {
          DiagramPen.draw(graph.nodes[node], frame, words, &svg)
        }
      }
      for line in layout.lines { DiagramPen.label(line, &svg) }
    }
  }
}
