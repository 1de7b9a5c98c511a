internal import Diagnostics

/// An element of an XML document, with the places where it was written.
struct Element: Sendable {
  let namespace: String
  /// Without prefix.
  let name: String
  /// By the name as it is written, with its prefix.
  let attributes: [String: String]
  /// Those of the same namespace, in order; elements of other vocabularies are left out.
  let children: [Element]
  /// The start tag.
  let span: Span
  /// The text within, with its entities put in; empty where there are children.
  let content: Fragment

  func children(_ name: String) -> [Element] { children.filter { $0.name == name } }

  func child(_ name: String) -> Element? { children.first { $0.name == name } }

  subscript(attribute: String) -> String? { attributes[attribute] }

  /// The text of a child, without white space around it; `nil` when it is not there or empty.
  func text(of name: String) -> String? {
    guard let child = child(name) else { return nil }
    let text = child.content.text.trimmedOfSpace
    return text.isEmpty ? nil : text
  }
}

extension String {
  /// Without white space of XML around it.
  var trimmedOfSpace: String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
    guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
      return ""
    }
    return String(self[first...last])
  }
}
