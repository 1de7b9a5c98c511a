/// A compiled expression.
typealias Code = @Sendable (Frame) -> Cell

/// The body of a function that an expression defines. Its first locals are the parameters.
final class FunctionCode: Sendable {
  let parameters: [FunctionValue.Parameter]
  let result: Type
  let symbols: Symbols
  /// The locals into which what was captured is put, in order.
  let captures: [Int]
  let localCount: Int
  /// How deep the body's nodes are nested.
  let levels: Int
  let code: Code

  init(
    parameters: [FunctionValue.Parameter], result: Type, symbols: Symbols, captures: [Int], localCount: Int,
    levels: Int, code: @escaping Code
  ) {
    self.parameters = parameters
    self.result = result
    self.symbols = symbols
    self.captures = captures
    self.localCount = localCount
    self.levels = levels
    self.code = code
  }

  /// Runs outside the frame that the function comes from.
  func invoke(captures values: [Value], _ arguments: [Value]) -> Value {
    let frame = Frame(symbols: symbols)
    frame.prepare(for: symbols, version: 0, slots: 0, locals: localCount)
    for (index, argument) in arguments.enumerated() { frame.locals[index] = frame.cell(of: argument) }
    for (local, value) in zip(captures, values) { frame.locals[local] = frame.cell(of: value) }
    return frame.value(of: code(frame))
  }
}
