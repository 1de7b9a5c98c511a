import Foundation
import Workflow

extension UniqueKey {
  /// The same values, the same text.
  var text: String { get throws { try String(stored: self) } }
}

extension ListenerMessage {
  var text: String { get throws { try String(stored: self) } }
}

extension String {
  /// JSON with its keys in order.
  init(stored value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    self = String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
