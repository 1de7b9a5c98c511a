import ArgumentParser

/// What is done with workflow files; each subcommand has a file of its own.
struct Flow: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "检查、试走、画出流程 Check, test and draw workflows.",
    subcommands: [FlowCheck.self, FlowPlan.self, FlowTest.self, FlowDiagram.self])
}
