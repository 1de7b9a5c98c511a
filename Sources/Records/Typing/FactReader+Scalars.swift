import Diagnostics
import FEEL
import Rules

extension FactReader {
  /// The value of a field that holds neither list nor row; `nil` when it is faulty, which is reported.
  mutating func scalar(
    _ written: some WrittenValue, _ shape: Shape, _ field: Field, _ path: FactPath
  ) -> Value? {
    let isNone = CellText.trimmed(written.text) == "无"
    switch (written.kind, shape) {
    case (.list, _), (.row, _): return wrongKind(written, shape, path)
    case (.plain, .integer), (.plain, .number), (.plain, .date), (.text, .integer), (.text, .number), (.text, .date),
      (.cell, .integer), (.cell, .number), (.cell, .date):
      // 无 is known not to be there, which is not the same as missing.
      if isNone { return .null }
    default: break
    }
    if written.kind == .cell, !fits(written, shape, field, path) { return nil }
    switch shape {
    case .boolean: return boolean(written, field, path)
    case .integer, .number: return number(written, shape, field, path)
    case .date: return date(written, field, path)
    default: return string(written, field, path)
    }
  }

  // MARK: - Texts

  private mutating func string(_ written: some WrittenValue, _ field: Field, _ path: FactPath) -> Value? {
    switch written.kind {
    case .number, .boolean:
      return wrongKind(written, .string, path, fixIts: fixText(written, written.text, field))
    default: break
    }
    let text =
      written.kind == .cell
      ? CellText.line(written.text, isProse: field.isProse, isPersonName: field.isPersonName)
      : CellText.trimmed(written.text)
    guard isClean(text, written.range, path.description, isProse: field.isProse) else { return nil }
    switch field.format {
    case .residentID, .creditCode, .mobile: return code(text, written, field, path)
    case .personName, nil: break
    }
    noteBlanks(text, written, field, path)
    guard let choices = field.oneOf else { return .string(text) }
    return choice(text, choices, written, field, path)
  }

  /// Whether nothing stands in a text that nobody sees, and no line break where one line is all there is.
  mutating func isClean(_ text: String, _ range: Range<Int>, _ path: String, isProse: Bool) -> Bool {
    for scalar in text.unicodeScalars {
      guard let picture = scalar.picture else { continue }
      let isBreak = scalar == "\t" || scalar.properties.isWhitespace
      if isBreak, isProse { continue }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      report(
        isBreak ? .severalLines : .unseenCharacter, range,
        [
          "path": path,
          "character": picture.hasPrefix("U+")
            ? picture : "U+" + String(repeating: "0", count: 4 - digits.count) + digits,
        ])
      return false
    }
    return true
  }

  private mutating func choice(
    _ text: String, _ choices: [String], _ written: some WrittenValue, _ field: Field, _ path: FactPath
  ) -> Value? {
    // The schema's own text: one copy for a million records.
    if let choice = choices.first(where: { $0.utf8.elementsEqual(text.utf8) }) { return .string(choice) }
    if let choice = choices.first(where: { $0 == text }) { return .string(choice) }
    let folded = CellText.halfWidth(text)
    if written.kind == .cell, let choice = choices.first(where: { $0 == folded }) {
      note(.tidyWidth, text, choice, written, field, path)
      return .string(choice)
    }
    let nearest = choices.first { CellText.halfWidth($0) == folded } ?? nearestName(to: text, among: choices)
    let fixIts = nearest.map { fixText(written, $0, field) } ?? []
    report(
      .notAChoice, written.range,
      ["path": path.description, "text": field.shown(text)].naming("choices", choices),
      fixIts: fixIts)
    return nil
  }

  // MARK: - Booleans

  private mutating func boolean(_ written: some WrittenValue, _ field: Field, _ path: FactPath) -> Value? {
    let text = CellText.trimmed(written.text)
    switch written.kind {
    case .boolean(let value): return .boolean(value)
    case .plain where text == "true" || text == "false": return .boolean(text == "true")
    case .cell:
      if let value = CellText.boolean(text) {
        noteBoolean(value, text, written, field, path)
        return .boolean(value)
      }
    default: break
    }
    let meant = CellText.boolean(text).map { fix(written, $0 ? "true" : "false", field, .unsafe) }
    if written.kind == .text, text == "true" || text == "false" {
      return wrongKind(written, .boolean, path, fixIts: meant ?? [])
    }
    report(
      .notABoolean, written.range, ["path": path.description, "text": field.shown(text)], fixIts: meant ?? [])
    return nil
  }

  // MARK: - Numbers

  private mutating func number(
    _ written: some WrittenValue, _ shape: Shape, _ field: Field, _ path: FactPath
  ) -> Value? {
    let text = CellText.trimmed(written.text)
    let shown = field.shown(text)
    if written.kind == .text, PlainNumber(text) != nil {
      return wrongKind(written, shape, path, fixIts: fix(written, text, field))
    }
    guard let plain = plainNumber(text, written, field, path) else {
      report(notANumber: text, written, field, path)
      return nil
    }
    if shape == .integer, !plain.value.isInteger {
      report(.notAnInteger, written.range, ["path": path.description, "text": shown])
      return nil
    }
    hintAtFraction(plain.value, written, field, path)
    return checked(.number(plain.value), shown, written, field, path)
  }

  private mutating func report(
    notANumber text: String, _ written: some WrittenValue, _ field: Field, _ path: FactPath
  ) {
    let arguments = ["path": path.description, "text": field.shown(text)]
    if written.kind == .cell, CellText.isInexact(text) { return report(.inexactNumber, written.range, arguments) }
    if let unit = field.unit, let given = CellText.foreignUnit(text, unit: unit) {
      return report(
        .otherUnit, written.range,
        ["path": path.description, "unit": unit, "given": field.isSensitive ? given.unit : given.text])
    }
    if PlainNumber.hasForm(text.utf8, exponentAllowed: true) && PlainNumber.isTooLong(text) {
      return report(.tooManyDigits, written.range, arguments)
    }
    let meant = CellText.number(text, unit: field.unit).map { fix(written, $0.text, field) }
    report(.notANumber, written.range, arguments, fixIts: meant ?? [])
  }

  private mutating func plainNumber(
    _ text: String, _ written: some WrittenValue, _ field: Field, _ path: FactPath
  ) -> PlainNumber? {
    switch written.kind {
    case .plain, .number: return PlainNumber(text)
    case .cell:
      guard let tidied = CellText.number(written.text, unit: field.unit) else { return nil }
      note(tidied.steps, written, field, path)
      return PlainNumber(tidied.text)
    default: return nil
    }
  }

  /// A spreadsheet shows 98.5% and holds 0.985: worth a look, never a guess.
  private mutating func hintAtFraction(
    _ number: Decimal, _ written: some WrittenValue, _ field: Field, _ path: FactPath
  ) {
    guard written.kind == .cell, field.unit == "%", number > .zero, number <= .one,
      !written.text.contains("%"), !written.text.contains("％"),
      let percent = number.multiplied(by: Decimal(100))
    else { return }
    report(
      .perhapsAFraction, written.range,
      [
        "path": path.description, "text": field.shown(number.description),
        "percent": field.shown(percent.description),
      ])
  }

  // MARK: - Dates

  private mutating func date(_ written: some WrittenValue, _ field: Field, _ path: FactPath) -> Value? {
    let text = CellText.trimmed(written.text)
    let tidied = dateCell(written) ?? CellText.date(written.kind == .cell ? written.text : text)
    let isISO = tidied?.text == text && text.utf8.count == 10
    guard let normal = tidied?.text, isISO || written.kind == .cell, written.kind != .number else {
      let isAmbiguous = written.kind == .cell && CellText.isAmbiguousDate(text)
      report(
        isAmbiguous ? .ambiguousDate : .notADate, written.range,
        ["path": path.description, "text": field.shown(text)],
        fixIts: tidied.map { fixText(written, $0.text, field) } ?? [])
      return nil
    }
    guard let date = CivilDate(normal) else {
      report(.noSuchDay, written.range, ["text": field.shown(normal)])
      return nil
    }
    if written.kind == .cell { note(tidied?.steps ?? [], written, field, path) }
    return checked(.date(date), field.shown(normal), written, field, path)
  }

  // MARK: - Ranges

  private mutating func checked(
    _ value: Value, _ text: String, _ written: some WrittenValue, _ field: Field, _ path: FactPath
  ) -> Value? {
    if let range = field.range, !range.contains(value) {
      report(.outOfRange, written.range, ["path": path.description, "text": text, "range": range.text])
      return nil
    }
    if let usual = field.usual, !usual.contains(value) {
      report(.unusual, written.range, ["path": path.description, "text": text, "range": usual.text])
    }
    return value
  }

  // MARK: - Codes

  private mutating func code(
    _ text: String, _ written: some WrittenValue, _ field: Field, _ path: FactPath
  ) -> Value? {
    let code = field.format == .mobile ? CellText.mobile(text) : CellText.code(text)
    do {
      switch field.format {
      case .residentID: _ = try ResidentNumber(code)
      case .creditCode: _ = try CreditCode(code)
      default:
        let isMobile = code.utf8.count == 11 && code.utf8.first == 0x31 && code.utf8.allSatisfy { 0x30...0x39 ~= $0 }
        guard isMobile else {
          report(.mobileForm, written.range, ["path": path.description])
          return nil
        }
      }
    } catch let fault as ResidentNumber.Fault {
      report(fault, written.range, path)
      return nil
    } catch let fault as CreditCode.Fault {
      report(fault, written.range, path)
      return nil
    } catch {
      return nil
    }
    if written.kind == .cell, !code.utf8.elementsEqual(written.text.utf8) {
      note(field.format == .mobile ? .tidyMobile : .tidyCode, written.text, code, written, field, path)
    }
    return .string(code)
  }

  private mutating func report(_ fault: ResidentNumber.Fault, _ range: Range<Int>, _ path: FactPath) {
    let path = path.description
    switch fault {
    case .form: report(.residentForm, range, ["path": path])
    case .province(let digits): report(.residentProvince, range, ["path": path, "digits": digits])
    case .birthDate: report(.residentBirth, range, ["path": path])
    case .check(let expected): report(.residentCheck, range, ["path": path, "expected": String(expected)])
    }
  }

  private mutating func report(_ fault: CreditCode.Fault, _ range: Range<Int>, _ path: FactPath) {
    let path = path.description
    switch fault {
    case .length(let count): report(.creditLength, range, ["path": path, "count": "\(count)"])
    case .character(let character, let index, let likely):
      var arguments = ["path": path, "place": "\(index + 1)", "character": String(character)]
      if let likely { arguments["likely"] = String(likely) }
      report(likely == nil ? .creditCharacter : .creditLookalike, range, arguments)
    case .area: report(.creditArea, range, ["path": path])
    case .bodyCheck(let expected): report(.creditBodyCheck, range, ["path": path, "expected": String(expected)])
    case .check(let expected): report(.creditCheck, range, ["path": path, "expected": String(expected)])
    }
  }
}

extension Field {
  /// A text of which nobody expects that it stands on one line: no name, no code, nothing to choose from.
  var isProse: Bool { !isKey && !isTitle && format == nil && oneOf == nil && !isPersonName }
}

extension Shape {
  /// What belongs into it, for people: “应是……”, “must be …”.
  var words: (zh: String, en: String) {
    switch self {
    case .string: ("一段文字，数字要加引号", "a text; put digits in quotes")
    case .boolean: (" true 或 false", "true or false")
    case .integer: ("整数", "a whole number")
    case .number: ("一个数", "a number")
    case .date: ("日期", "a date")
    case .list: ("列表，没有就写 []", "a list, and [] if there is none")
    case .record: ("一组字段，没有就写 无", "a row of fields, and 无 if there is none")
    }
  }
}
