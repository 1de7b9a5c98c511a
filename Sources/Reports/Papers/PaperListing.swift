import Casework
import Fingerprints

/// What was written into a folder of documents, with the fingerprint of each text, so that the next run can clear away
/// what it does not write again.
public struct PaperListing {
  private let texts: [(path: String, text: String)]

  public init(_ texts: [(path: String, text: String)]) { self.texts = texts }

  public var text: String {
    JSON.object([
      "format_version": .number(1), "engine": .string(Engine.version),
      "documents": .array(
        texts.map {
          .object(["file": .string($0.path), "fingerprint": .string(Fingerprint(of: $0.text).description)])
        }),
    ]).pretty
  }
}
