/// A compiled expression.
typealias Code = @Sendable (Frame) -> Cell

/// The body of a function that an expression defines, with the variables that it needs from around it.
final class FunctionCode: Sendable {
  let parameters: [FunctionValue.Parameter]
  let result: Type
  let symbols: Symbols
  let version: Int
  let localCount: Int
  let levels: Int
  let code: Code

  init(
    parameters: [FunctionValue.Parameter], result: Type, symbols: Symbols, version: Int, localCount: Int, levels: Int,
    code: @escaping Code
  ) {
    self.parameters = parameters
    self.result = result
    self.symbols = symbols
    self.version = version
    self.localCount = localCount
    self.levels = levels
    self.code = code
  }

  /// Runs outside the frame that the function comes from.
  func invoke(captures: [Value], _ arguments: [Value]) -> Value {
    .null
  }
}
