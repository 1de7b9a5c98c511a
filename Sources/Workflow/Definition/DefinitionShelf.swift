/// The versions of one award's workflow, by their numbers; at least one.
public struct DefinitionShelf: Sendable, Hashable {
  private var last: Box<WorkflowDefinition>
  private var byVersion: [Int: Box<WorkflowDefinition>]

  public init(_ only: WorkflowDefinition) {
    last = Box(only.indexed)
    byVersion = [only.version: last]
  }

  /// What begins now begins with it.
  public var newest: WorkflowDefinition { last.value }

  public subscript(version: Int) -> WorkflowDefinition? { byVersion[version]?.value }

  public var versions: [Int] { byVersion.keys.sorted() }

  /// Without a version, the newest one.
  func box(_ version: Int?) -> Box<WorkflowDefinition>? {
    guard let version, version != last.value.version else { return last }
    return byVersion[version]
  }

  /// Puts a version on the shelf, in the place of one with the same number.
  public mutating func put(_ definition: WorkflowDefinition) {
    let definition = Box(definition.indexed)
    byVersion[definition.value.version] = definition
    if definition.value.version >= newest.version { last = definition }
  }
}
