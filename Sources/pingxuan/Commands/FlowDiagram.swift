import ArgumentParser
import Casework
import Diagnostics
import Foundation
import Reports

struct FlowDiagram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagram", abstract: "画出流程图（SVG） Draw a workflow as SVG.")

  @Argument(help: "流程文件 workflow file")
  var path: String

  @Option(name: .shortAndLong, help: "写入文件 output file（默认标准输出 default: standard output）")
  var output: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var log = DiagnosticLog()
    let definition = try shared.reading { () throws(Desk.Unreadable) in try Desk().workflow(path, log: &log) }
    shared.show(log)
    // A workflow with errors is no picture of what will happen.
    guard let definition, !log.hasErrors else { throw Exit.couldNotRun }
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    try shared.write(WorkflowDiagram(definition, name: name, shared.language).svg, to: output)
  }
}
