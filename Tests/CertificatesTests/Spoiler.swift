import Diagnostics
import FEEL
import TestSupport
import YAML

/// Makes one thing in a certificate false.
struct Spoiler {
  /// What was made false.
  private(set) var what = ""
  private var lines: [Substring]
  static let ways = 11

  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// Tries one way after the other, until one has something to take hold of.
  mutating func spoil(_ generator: inout SplitMix) -> String {
    let first = generator.below(Self.ways)
    for way in 0..<Self.ways {
      if let text = spoil((first + way) % Self.ways, &generator) { return text }
    }
    return ""
  }

  private mutating func spoil(_ way: Int, _ generator: inout SplitMix) -> String? {
    switch way {
    case 0: change("list", among: ["in", "out", "open"], &generator)
    case 1: change("seat", among: ["in", "out", "open"], &generator)
    case 2: alter("rank", by: [1, -1], &generator)
    case 3: alter("listed", by: [1, -1], &generator)
    case 4: alter("empty_seats", by: [1, -1], &generator)
    case 5: alter("gap", by: [1, -1], &generator)
    case 6: change("code", among: ["full", "capped", "floor"], &generator)
    case 7: change("last", among: ["对象0", "对象1", "对象2"], &generator)
    case 8: dropWitness(&generator)
    case 9: change("instead", among: ["对象0", "对象1", "对象2"], &generator)
    default: alter("seated", by: [1, -1], &generator)
    }
  }

  /// The lines that hold a member, with what stands before its value, and the value.
  private func places(_ key: String) -> [(line: Int, head: Substring, value: Substring)] {
    lines.indices.compactMap { index in
      guard let range = lines[index].firstRange(of: "\"\(key)\": ") else { return nil }
      var value = lines[index][range.upperBound...]
      if value.hasSuffix(",") { value = value.dropLast() }
      return value == "null" || value == "[" || value == "[]" ? nil : (index, lines[index][..<range.upperBound], value)
    }
  }

  private mutating func change(_ key: String, among words: [String], _ generator: inout SplitMix) -> String? {
    let places = places(key)
    guard !places.isEmpty else { return nil }
    let place = generator.pick(places)
    let others = words.map { "\"\($0)\"" }.filter { $0 != place.value }
    return write(key, generator.pick(others), at: place)
  }

  private mutating func alter(_ key: String, by steps: [Int], _ generator: inout SplitMix) -> String? {
    let places = places(key)
    guard !places.isEmpty else { return nil }
    let place = generator.pick(places)
    guard let number = Decimal(place.value)?.adding(Decimal(generator.pick(steps))) else { return nil }
    return write(key, number.description, at: place)
  }

  private mutating func write(
    _ key: String, _ value: String, at place: (line: Int, head: Substring, value: Substring)
  ) -> String {
    what = key
    let comma = lines[place.line].hasSuffix(",") ? "," : ""
    lines[place.line] = place.head + value + comma
    return lines.joined(separator: "\n")
  }

  /// One of the witnesses of a cap, a floor or a tie is gone.
  private mutating func dropWitness(_ generator: inout SplitMix) -> String? {
    let heads = lines.indices.filter { index in
      ["holders", "with", "for"].contains { lines[index].hasSuffix("\"\($0)\": [") }
    }
    guard !heads.isEmpty else { return nil }
    let line = generator.pick(heads) + 1
    what = "witness"
    // The last of several takes the comma before it along.
    if !lines[line].hasSuffix(","), lines[line - 1].hasSuffix(",") { lines[line - 1].removeLast() }
    lines.remove(at: line)
    return lines.joined(separator: "\n")
  }
}
