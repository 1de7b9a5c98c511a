import Synchronization

/// A text that is kept once for the life of the process, so that comparing and copying it is comparing and copying one
/// word. For names: there are few of them, and the machine looks at them all the time (docs/decisions/0013).
struct Interned: Sendable, Hashable {
  private final class Text: Sendable {
    let value: String
    init(_ value: String) { self.value = value }
  }

  private static let known = Mutex<[String: Text]>([:])

  /// The table never lets go of a text, so that nobody has to count who holds it.
  private let text: Unmanaged<Text>

  init(_ value: String) {
    text = Interned.known.withLock { known in
      if let text = known[value] { return Unmanaged.passUnretained(text) }
      let text = Text(value)
      known[value] = text
      return Unmanaged.passUnretained(text)
    }
  }

  var value: String { text._withUnsafeGuaranteedRef { $0.value } }

  /// Equal for equal texts; another one in the next process.
  @inline(__always) var number: UInt { UInt(bitPattern: text.toOpaque()) >> 4 }

  @inline(__always) static func == (left: Interned, right: Interned) -> Bool { left.number == right.number }
  func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
