import GRDB

extension Ledger {
  /// Overwrites what one entry says, past everything that guards it. No part of the office does this: it is how somebody
  /// who has the file would, and how one finds out that `verify` notices.
  ///
  /// - Parameter change: `by`, `at`, `case`, `version`, `kind` or `round`; anything else is a key of the body.
  /// - Returns: `false` if there is no such entry.
  package func overwrite(_ entry: Int, _ change: [String: String]) throws -> Bool {
    try write { writing in
      try writing.db.execute(sql: "DROP TRIGGER entry_stays")
      var isThere = true
      for (key, value) in change.sorted(by: { $0.key < $1.key }) {
        if let column = Self.columns[key] {
          try writing.db.execute(
            sql: "UPDATE entry SET \(column) = ? WHERE seq = ?", arguments: [value, entry])
        } else {
          try writing.db.execute(
            sql: "UPDATE entry SET body = json_set(body, '$.' || json_quote(?), ?) WHERE seq = ?",
            arguments: [key, value, entry])
        }
        isThere = writing.db.changesCount > 0 && isThere
      }
      try writing.db.execute(sql: Schema.entriesStay)
      return isThere
    }
  }

  private static let columns = [
    "by": "actor", "at": "at", "case": "subject", "version": "version", "kind": "kind", "round": "round",
  ]
}
