/// How a file of records is written.
public enum RecordFormat: String, Sendable, Hashable, CaseIterable {
  case yaml, json, ndjson, csv, xlsx

  /// By the ending of a file's name; `nil` for an ending of something else.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "yaml", "yml": self = .yaml
    case "json": self = .json
    case "ndjson", "jsonl": self = .ndjson
    case "csv": self = .csv
    case "xlsx", "xlsm": self = .xlsx
    default: return nil
    }
  }
}
