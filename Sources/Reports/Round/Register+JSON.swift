import Casework
import FEEL
import Outcomes

extension Register {
  /// As later rounds read it.
  var json: JSON {
    .object([
      "format_version": .number(Register.version), "engine": .string(Engine.version), "award": .string(award),
      "edition": .number(edition), "rules": .string(rules), "entries": .array(entries.map(\.json)),
    ])
  }
}

extension Register.Entry {
  fileprivate var json: JSON {
    .object([
      "number": .number(number), "id": .string(id), "name": .string(name), "certificate": .optional(certificate),
      "named": .string(named.description), "status": .string(outcome.rawValue),
      "changed": .optional(changed?.description), "valid_through": .optional(validThrough?.description),
      "identities": .object(identities.map { JSON.Member(name: $0.name, value: .string($0.fingerprint)) }),
    ])
  }
}
