/// DMN 1.5 §10.3.4.5.
extension Builtin {
  private static let n = Parameter("n", .number)
  private static let number = Parameter("number", .number)
  private static let scale = Parameter("scale", .number)

  static let numbers: [Builtin] = [
    rounding("decimal", .halfEven), rounding("round up", .up), rounding("round down", .down),
    rounding("round half up", .halfUp), rounding("round half down", .halfDown),
    Builtin(
      "floor", Signature([n], .number, .one { frame, _, n in frame.cell(frame.decimal(n).floor) }),
      Signature([n, scale], .number, .two { $0.round($2, scale: $3, .floor, $1) })),
    Builtin(
      "ceiling", Signature([n], .number, .one { frame, _, n in frame.cell(frame.decimal(n).ceiling) }),
      Signature([n, scale], .number, .two { $0.round($2, scale: $3, .ceiling, $1) })),
    Builtin(
      "abs",
      Signature(
        [Parameter("n", [.number, .daysDuration, .yearsDuration])], { $0[0].kind }, .one { $0.magnitude($2, $1) })),
    Builtin(
      "modulo",
      Signature(
        [Parameter("dividend", .number), Parameter("divisor", .number)], .number,
        .two { frame, site, dividend, divisor in
          let divisor = frame.decimal(divisor)
          if divisor.isZero { return frame.null(.divisionByZero, at: site.range, ["text": site.name]) }
          return frame.decimal(dividend).modulo(divisor).map(frame.cell) ?? frame.noResult(site)
        })),
    function("sqrt") { $0.isNegative ? nil : $0.squareRoot },
    function("log") { $0.isNegative || $0.isZero ? nil : $0.logarithm },
    function("exp") { $0.exponential },
    Builtin("odd", Signature([number], .boolean, .one { $0.isMultiple($2, ofTwo: false, $1) })),
    Builtin("even", Signature([number], .boolean, .one { $0.isMultiple($2, ofTwo: true, $1) })),
  ]

  private static func rounding(_ name: String, _ mode: RoundingMode) -> Builtin {
    Builtin(name, Signature([n, scale], .number, .two { $0.round($2, scale: $3, mode, $1) }))
  }

  private static func function(_ name: String, _ apply: @escaping @Sendable (Decimal) -> Decimal?) -> Builtin {
    Builtin(
      name,
      Signature(
        [number], .number,
        .one { frame, site, n in apply(frame.decimal(n)).map(frame.cell) ?? frame.noResult(site) }))
  }
}

extension Frame {
  fileprivate func round(_ n: Cell, scale: Cell, _ mode: RoundingMode, _ site: Site) -> Cell {
    // A scale with a fraction counts without it, as decimal(1.5, 1.9) does in the TCK.
    guard let scale = decimal(scale).rounded(scale: 0, .down)?.intValue,
      let rounded = decimal(n).rounded(scale: scale, mode)
    else { return noResult(site) }
    return cell(rounded)
  }

  fileprivate func magnitude(_ n: Cell, _ site: Site) -> Cell {
    switch n.tag {
    case .yearsDuration: years(n).magnitude.map(cell) ?? noResult(site)
    case .daysDuration, .fineDuration: days(n).magnitude.map(cell) ?? noResult(site)
    default: cell(decimal(n).magnitude)
    }
  }

  /// A number with a fraction is neither odd nor even (null).
  fileprivate func isMultiple(_ n: Cell, ofTwo: Bool, _ site: Site) -> Cell {
    guard let rest = decimal(n).modulo(Decimal(2)), rest.isInteger else { return noResult(site) }
    return .boolean(rest.isZero == ofTwo)
  }
}
