/// A function as a value: one that an expression defined, or one that the host gives.
///
/// Two functions are equal when they are the same one.
public struct FunctionValue: Sendable, Hashable {
  public struct Parameter: Sendable, Hashable {
    public let name: String
    public let type: Type

    public init(_ name: String, _ type: Type = .any) {
      self.name = name
      self.type = type
    }
  }

  enum Body: Sendable {
    case host(@Sendable ([Value], _ depth: Int) -> Value)
    case compiled(FunctionCode, captures: [Value])
    /// A function of the language, by its name.
    case builtin(String)
  }

  final class Storage: Sendable {
    let parameters: [Parameter]
    let result: Type
    let body: Body

    init(parameters: [Parameter], result: Type, body: Body) {
      self.parameters = parameters
      self.result = result
      self.body = body
    }
  }

  let storage: Storage

  /// - Parameter body: Gets one value for each parameter; must always give the same value for the same arguments.
  public init(_ parameters: [Parameter], result: Type = .any, body: @escaping @Sendable ([Value]) -> Value) {
    self.init(parameters, result: result) { arguments, _ in body(arguments) }
  }

  /// - Parameter body: gets also the levels of calls that are in use where it is called, for the frames that it makes.
  public init(
    _ parameters: [Parameter], result: Type = .any, body: @escaping @Sendable ([Value], _ depth: Int) -> Value
  ) {
    storage = Storage(parameters: parameters, result: result, body: .host(body))
  }

  init(_ storage: Storage) { self.storage = storage }

  public var parameters: [Parameter] { storage.parameters }

  public var result: Type { storage.result }

  /// The result for arguments in the order of the parameters; `null` if there are too few or too many.
  ///
  /// - Parameter depth: levels of calls that are in use already.
  public func callAsFunction(_ arguments: [Value], depth: Int = 0) -> Value {
    guard arguments.count == parameters.count else { return .null }
    switch storage.body {
    case .host(let body): return body(arguments, depth)
    case .compiled(let code, let captures): return code.invoke(captures: captures, arguments, depth: depth)
    case .builtin(let name):
      guard let builtin = Builtin.named(name) else { return .null }
      let frame = Frame(Layout())
      let cells = arguments.map { frame.cell(of: $0) }
      return frame.value(of: frame.call(builtin, cells, Site(name: name, range: 0..<0)))
    }
  }

  public static func == (left: FunctionValue, right: FunctionValue) -> Bool {
    if case (.builtin(let a), .builtin(let b)) = (left.storage.body, right.storage.body) { return a == b }
    return left.storage === right.storage
  }

  public func hash(into hasher: inout Hasher) {
    if case .builtin(let name) = storage.body { return hasher.combine(name) }
    hasher.combine(ObjectIdentifier(storage))
  }
}
