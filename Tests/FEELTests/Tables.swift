import FEEL
import Testing

/// A line of a table: an expression, `=>`, and the canonical text of its value.
func check(
  _ line: String, in world: World = World(), strictly: Bool = false, _ location: SourceLocation = #_sourceLocation
) {
  guard let (text, expected) = line.splitAtArrow else {
    Issue.record("no => in \(line)", sourceLocation: location)
    return
  }
  guard let value = world.value(text, strictly: strictly, location) else { return }
  #expect(value.feelText == expected, "\(line)", sourceLocation: location)
}

extension String {
  var splitAtArrow: (String, String)? {
    var rest = self[...]
    var left = ""
    while let character = rest.first {
      if rest.hasPrefix("=>") { return (left.trimmed, String(rest.dropFirst(2)).trimmed) }
      left.append(character)
      rest = rest.dropFirst()
    }
    return nil
  }

  private var trimmed: String {
    var part = self[...]
    while part.first == " " { part = part.dropFirst() }
    while part.last == " " { part = part.dropLast() }
    return String(part)
  }
}
