/// The variables of a function's body, or of a whole program: which local holds which.
///
/// A body that needs something from around it captures it: when the function is made, its cell is kept; when it is
/// called, it is put into a local.
final class Window {
  enum Source: Hashable {
    case variable(Variable)
    case slot(Int)
    case input
  }

  let parent: Window?
  private var locals: [Source: Int] = [:]
  private(set) var captures: [(source: Source, local: Int)] = []
  private(set) var count = 0

  init(parent: Window?) {
    self.parent = parent
    // The input of unary tests is the first local of a program.
    if parent == nil { locals[.input] = allocate() }
  }

  func allocate() -> Int {
    count += 1
    return count - 1
  }

  func declare(_ variable: Variable) -> Int {
    let local = allocate()
    locals[.variable(variable)] = local
    return local
  }

  /// Within `body` the input of tests lies in this local.
  func withInput<Result>(at local: Int, _ body: () -> Result) -> Result {
    let outer = locals.updateValue(local, forKey: .input)
    defer { locals[.input] = outer }
    return body()
  }

  /// Where something lies; what is not there yet is captured from outside.
  func local(_ source: Source) -> Int {
    if let local = locals[source] { return local }
    let local = allocate()
    locals[source] = local
    captures.append((source, local))
    return local
  }
}
