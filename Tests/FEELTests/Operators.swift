import FEEL
import Testing

/// Each line of a table: an expression, `=>`, and the canonical text of its value.
func check(_ line: String, in world: World = World(), strictly: Bool = false, _ location: SourceLocation = #_sourceLocation) {
  let parts = line.components(splitBy: "=>")
  guard parts.count == 2 else {
    Issue.record("no => in \(line)", sourceLocation: location)
    return
  }
  guard let value = world.value(parts[0], strictly: strictly, location) else { return }
  #expect(value.feelText == parts[1], "\(line)", sourceLocation: location)
}

extension String {
  fileprivate func components(splitBy separator: String) -> [String] {
    var parts: [String] = [""]
    var rest = self[...]
    while let character = rest.first {
      if rest.hasPrefix(separator) {
        parts.append("")
        rest = rest.dropFirst(separator.count)
      } else {
        parts[parts.count - 1].append(character)
        rest = rest.dropFirst()
      }
    }
    return parts.map { part in
      var part = part[...]
      while part.first == " " { part = part.dropFirst() }
      while part.last == " " { part = part.dropLast() }
      return String(part)
    }
  }
}

@Suite("运算") struct Operators {
  @Test("算术", arguments: [
    "1 + 2 => 3", "0.1 + 0.2 => 0.3", "7 / 2 => 3.5", "2 ** 10 => 1024", "-3 ** 2 => 9", "2 * 3 + 4 => 10",
    "2 + 3 * 4 => 14", "(2 + 3) * 4 => 20", "10 - 2 - 3 => 5", "1 / 0 => null", "1 + null => null",
    "\"a\" + \"b\" => \"ab\"", "\"a\" + 1 => null", "-(-2) => 2", "1 / 3 => 0.3333333333333333333333333333333333",
    "date(\"2025-12-01\") - duration(\"P3Y\") => date(\"2022-12-01\")",
    "(date(\"2025-12-01\") - date(\"2025-11-01\")) / duration(\"P1D\") => 30",
    "@\"2024-02-29\" + duration(\"P1Y\") => date(\"2025-02-28\")",
  ])
  func arithmetic(_ line: String) { check(line) }

  @Test("三值", arguments: [
    "null = null => true", "null = true => false", "null and false => false", "null and true => null",
    "null or true => true", "null or false => null", "not(null) => null", "not(true) => false",
    "1 = \"1\" => null", "1 < \"1\" => null", "null in (\"甲\", \"乙\") => false", "3 between 1 and 5 => true",
    "5 in [1..5) => false", "5 in (1, < 3, [4..6]) => true", "1 in [1, 2] => true", "5 in (> 3) => true",
  ])
  func logic(_ line: String) { check(line) }
}
