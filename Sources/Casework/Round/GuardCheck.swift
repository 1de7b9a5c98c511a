import Diagnostics
import FEEL
import Rules
import Workflow

/// The conditions of a workflow: said to be no FEEL before anybody waits for what they say.
struct GuardCheck {
  /// What casework hands to every condition beside the data.
  static let counts = ["approvals", "rejections", "pending"]

  private var layout = Layout()
  private let knowsAllNames: Bool

  /// Of a workflow by itself nobody knows what its data will be called: only the writing is checked.
  ///
  /// - Parameter names: names that data are known to have, such as those with a space in them.
  init(names: some Sequence<String> = []) {
    knowsAllNames = false
    for name in Self.counts + names { layout.declare(name, .any) }
  }

  /// What the rules' records do not have, no act can fill in either.
  init(_ rules: CompiledRuleSet) {
    knowsAllNames = true
    for name in Self.counts { layout.declare(name, .number) }
    for field in rules.schema.fields { layout.declare(field.name, .any) }
  }

  func check(_ definition: WorkflowDefinition, log: inout DiagnosticLog) {
    for text in definition.guards {
      guard let expression = Expression.parse(text.fragment, in: layout, log: &log), knowsAllNames else { continue }
      _ = expression.compiled(in: layout, expecting: .boolean, log: &log)
    }
  }
}

extension WorkflowDefinition {
  /// All its conditions, those of its flows included, in the order of the file.
  fileprivate var guards: [GuardText] {
    stages.flatMap(\.guards) + flows.sorted { $0.key < $1.key }.flatMap(\.value.guards)
  }
}

extension Stage {
  fileprivate var guards: [GuardText] {
    switch self.kind {
    case .choice(let branches): branches.compactMap(\.when)
    case .split(let split): split.branches.compactMap(\.when)
    case .approve(let approval): approval.stopWhen.map { [$0] } ?? []
    case .vote(let ballot): if case .expression(let text)? = ballot.rule { [text] } else { [] }
    default: []
    }
  }
}
