/// The versions of one award's workflow, by their numbers; at least one.
public struct DefinitionShelf: Sendable, Hashable {
  /// What begins now begins with it.
  public private(set) var newest: WorkflowDefinition
  private var byVersion: [Int: WorkflowDefinition]

  public init(_ only: WorkflowDefinition) {
    newest = only.indexed
    byVersion = [only.version: newest]
  }

  public subscript(version: Int) -> WorkflowDefinition? { byVersion[version] }

  public var versions: [Int] { byVersion.keys.sorted() }

  /// Puts a version on the shelf, in the place of one with the same number.
  public mutating func put(_ definition: WorkflowDefinition) {
    let definition = definition.indexed
    byVersion[definition.version] = definition
    if definition.version >= newest.version { newest = definition }
  }
}
