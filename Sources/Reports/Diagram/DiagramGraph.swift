import Workflow

/// The stages of a workflow and the ways between them, before anything has a place.
struct DiagramGraph {
  struct Node {
    enum Kind: Hashable {
      case start, end, rejected
      /// One of the stages; its number in the file.
      case stage(Int)
    }

    let kind: Kind
    /// The stage's id; of the others a name that no stage has.
    let id: String
  }

  struct Edge: Hashable {
    enum Kind: Hashable {
      /// Where the case goes on.
      case way
      /// Back, aside, or on without having been served.
      case aside
    }

    let from: Int
    let to: Int
    let kind: Kind
    var label: String
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  private let definition: WorkflowDefinition
  private let words: DiagramWords

  init(_ definition: WorkflowDefinition, _ words: DiagramWords) {
    self.definition = definition
    self.words = words
    nodes.append(Node(kind: .start, id: "#start"))
    for (index, stage) in definition.stages.enumerated() {
      nodes.append(Node(kind: .stage(index), id: stage.id.rawValue))
    }
    nodes.append(Node(kind: .end, id: "#approved"))
    if definition.appeal != nil { nodes.append(Node(kind: .rejected, id: "#rejected")) }
    connect(0, 1, .way, "")
    for index in definition.stages.indices { connect(index) }
    connectAppeal()
    if let afterwards = definition.afterwards {
      connect(end, afterwards, .aside, words.word(zh: "命名之后", en: "afterwards"))
    }
  }

  var end: Int { definition.stages.count + 1 }
  private var rejected: Int { end + 1 }

  func stage(_ node: Int) -> Stage? {
    if case .stage(let index) = nodes[node].kind { definition.stages[index] } else { nil }
  }

  // MARK: Ways

  private mutating func connect(_ index: Int) {
    let stage = definition.stages[index]
    let node = index + 1
    switch stage.kind {
    case .choice(let branches): connect(branches, from: node, marked: true)
    case .split(let split): connect(split.branches, from: node, marked: split.isInclusive)
    default: break
    }
    if let next = stage.next { connect(node, next, "") }
    connectAsides(stage, node)
  }

  private mutating func connect(_ node: Int, _ target: Target, _ label: String) {
    switch target {
    case .stage(let stage): connect(node, stage, .way, label)
    case .approved: connect(node, end, .way, label)
    }
  }

  private mutating func connect(_ branches: [Branch], from node: Int, marked: Bool) {
    for (number, branch) in branches.enumerated() {
      let label = marked ? DiagramWords.mark(number) : ""
      connect(node, branch.next, label)
    }
  }

  private mutating func connectAsides(_ stage: Stage, _ node: Int) {
    let no = words.word(zh: "不同意", en: "no")
    connect(node, stage.onReject ?? defaultRejection(stage), no)
    if let form = definition.firstForm, stage.returns.limit != nil, form.id != stage.id {
      connect(node, form.id, .aside, words.word(zh: "退回补正", en: "returned"))
    }
    for (action, zh, en) in [(stage.onDue, "逾期", "late"), (stage.onUntil, "截止未办", "not in time")] {
      if case .go(let target)? = action { connect(node, target, .aside, words.word(zh: zh, en: en)) }
    }
    switch stage.kind {
    case .notice(let notice):
      if let aside = notice.objectionStage { connect(node, aside, .aside, words.word(zh: "有异议", en: "objection")) }
      connect(node, notice.onFounded, words.word(zh: "异议成立", en: "founded"))
    case .objection(let inquiry): connect(node, inquiry.onFounded, words.word(zh: "成立", en: "founded"))
    case .subflow(_, let rejected): connect(node, rejected, words.word(zh: "子流程不通过", en: "sub-flow: no"))
    default: break
    }
  }

  /// Where a signer's or a vote's "no" leads if the file does not say: back to the form.
  private func defaultRejection(_ stage: Stage) -> Action? {
    guard stage.isRejectable, stage.id != definition.appeal?.stage, let form = definition.firstForm else { return nil }
    return switch stage.kind {
    case .approve(let approval) where approval.act == .approve: .sendBack(form.id)
    case .vote: .sendBack(form.id)
    default: nil
    }
  }

  private mutating func connect(_ node: Int, _ action: Action?, _ label: String) {
    switch action {
    case .sendBack(let target)?, .go(let target)?, .reopen(let target)?: connect(node, target, .aside, label)
    case .end?: if definition.appeal != nil { connect(node, rejected, .aside, label) }
    case .leaveToRules?, nil: break
    }
  }

  private mutating func connectAppeal() {
    guard let appeal = definition.appeal, let node = node(of: appeal.stage) else { return }
    connect(
      rejected, node, .aside,
      words.word(zh: "申诉（\(words.span(appeal.within))内）", en: "appeal (within \(words.span(appeal.within)))"))
    connect(node, appeal.onUpheld, words.word(zh: "申诉成立", en: "upheld"))
    connect(node, appeal.onDismissed, words.word(zh: "驳回", en: "dismissed"))
  }

  private func node(of id: StageID) -> Int? { definition.stages.firstIndex { $0.id == id }.map { $0 + 1 } }

  /// A way to a stage that there is not is no way.
  private mutating func connect(_ from: Int, _ id: StageID, _ kind: Edge.Kind, _ label: String) {
    if let to = node(of: id) { connect(from, to, kind, label) }
  }

  /// Two ways between the same stages are one, with both labels.
  private mutating func connect(_ from: Int, _ to: Int, _ kind: Edge.Kind, _ label: String) {
    guard from != to else { return }
    if let index = edges.firstIndex(where: { $0.from == from && $0.to == to && $0.kind == kind }) {
      let both = [edges[index].label, label].filter { !$0.isEmpty }
      if both.count == 2, both[0] != both[1] {
        edges[index].label = both.joined(separator: words.word(zh: "、", en: ", "))
      }
      return
    }
    // Where the case goes on to anyway, a way aside says nothing new.
    if kind == .aside, edges.contains(where: { $0.from == from && $0.to == to }) { return }
    edges.append(Edge(from: from, to: to, kind: kind, label: label))
  }
}
