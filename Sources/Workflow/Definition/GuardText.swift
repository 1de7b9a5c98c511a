public import Diagnostics

/// A FEEL text that casework evaluates, and the machine never does.
public struct GuardText: Sendable, Hashable {
  public let fragment: Fragment
  public var text: String { fragment.text }
}
