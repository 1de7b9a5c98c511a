import Diagnostics

/// A text that is put in order step by step, and what was done to it.
struct Tidied {
  private(set) var text: String
  private(set) var steps: [Step] = []

  struct Step {
    /// By which rule.
    let message: Message
    let before: String
    let after: String
  }

  init(_ text: String) { self.text = text }

  /// Two steps in a row by the same rule are one.
  mutating func become(_ text: String, _ message: Message) {
    guard !text.utf8.elementsEqual(self.text.utf8) else { return }
    if let last = steps.last, last.message == message {
      steps[steps.count - 1] = Step(message: message, before: last.before, after: text)
    } else {
      steps.append(Step(message: message, before: self.text, after: text))
    }
    self.text = text
  }

  mutating func trim() { become(CellText.trimmed(text), .tidyBlanks) }
}
