/// A compiled expression.
///
/// A type of its own because closures that are kept in arrays and optionals are wrapped once more at each access.
struct Code: Sendable {
  let body: @Sendable (Frame) -> Cell

  init(_ body: @escaping @Sendable (Frame) -> Cell) { self.body = body }

  @inline(__always)
  func callAsFunction(_ frame: Frame) -> Cell { body(frame) }
}

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
    levels: Int, code: Code
  ) {
    self.parameters = parameters
    self.result = result
    self.symbols = symbols
    self.captures = captures
    self.localCount = localCount
    self.levels = levels
    self.code = code
  }

  /// Runs outside the frame that the function comes from; null when calls are nested too deeply.
  func invoke(captures values: [Value], _ arguments: [Value], depth: Int) -> Value {
    guard depth + levels <= Frame.callDepthLimit else { return .null }
    let frame = Frame(symbols: symbols)
    frame.outerDepth = depth + levels
    frame.prepare(for: symbols, version: 0, slots: 0, locals: localCount)
    for (index, argument) in arguments.enumerated() { frame.locals[index] = frame.cell(of: argument) }
    for (local, value) in zip(captures, values) { frame.locals[local] = frame.cell(of: value) }
    return frame.value(of: code(frame))
  }
}
