/// A value of a case's data as somebody handed it in. The machine stores and compares it, and never computes with it.
public indirect enum Datum: Sendable, Hashable, Codable {
  case null
  case boolean(Bool)
  /// As it was written: `93.75`.
  case number(String)
  case text(String)
  case list([Datum])
  case record([String: Datum])
}
