public import Diagnostics
public import FEEL
import Fingerprints
public import Outcomes
import Records
import Rules
import Workflow

/// The titles that a round gave, and what has become of them: what later rounds ask about (称号登记册).
public struct Register: Sendable {
  public let award: String
  public let edition: Int
  /// Of the rules by which they were given.
  public let rules: String
  /// In the order in which the titles were given.
  public let entries: [Entry]
  /// The file that it was read from; `nil` for one that a round has just made.
  public let source: Source?

  /// One title.
  public struct Entry: Sendable {
    /// From 1, for ever: later entries come behind.
    public let number: Int
    /// The number that its holder had in the round.
    public let id: String
    public let name: String
    /// Of the certificate, where it has one.
    public let certificate: String?
    public let named: CivilDate
    /// `named`, `suspended` or `revoked`.
    public let outcome: Outcome
    /// When it became what it is, if that is not the day on which it was given.
    public let changed: CivilDate?
    /// The last day on which it is valid, where that is fixed.
    public let validThrough: CivilDate?
    /// SHA-256 of each number that the holder is known by, under the name of its field; never the number itself.
    public let identities: [(name: String, fingerprint: String)]
    /// In the file.
    public let span: Span?
  }
}

extension Register {
  /// The titles of a round as they stand now.
  public init(_ run: RoundRun) {
    let rules = run.batch.rules
    let given = run.batch.dossiers.compactMap { dossier -> (Dossier, Case, CivilDate)? in
      guard dossier.outcome.hasBeenNamed, let item = dossier.history.flatMap({ run.round.cases[$0.case] }),
        let named = item.namedAt.flatMap({ CivilDate($0.day) })
      else { return nil }
      return (dossier, item, named)
    }
    let ordered = given.sorted { ($0.2, $0.0.record.id) < ($1.2, $1.0.record.id) }
    award = rules.award
    edition = rules.edition
    self.rules = rules.fingerprint.description
    source = nil
    entries = ordered.enumerated().map { index, title in
      let (dossier, item, named) = title
      let last = item.titleActs.last { $0.kind == .suspended || $0.kind == .revoked || $0.kind == .restored }
      return Entry(
        number: index + 1, id: dossier.record.id, name: dossier.record.title, certificate: nil, named: named,
        outcome: dossier.outcome, changed: last.flatMap { CivilDate($0.at.day) },
        validThrough: dossier.history?.title?.lastDay.flatMap { CivilDate($0) },
        identities: zip(rules.schema.fields, dossier.record.values).flatMap { field, value in
          field.isKey ? value.identities.map { (field.name, $0) } : []
        },
        span: nil)
    }
  }
}

extension Value {
  /// The fingerprints of the texts by which somebody is known: one, or those of a list; none where that is not known.
  var identities: [String] {
    switch self {
    case .string(let text): [Fingerprint(of: text).description]
    case .number(let number): [Fingerprint(of: number.description).description]
    case .date(let date): [Fingerprint(of: date.description).description]
    case .list(let elements): elements.flatMap(\.identities)
    default: []
    }
  }
}

extension CivilDate {
  fileprivate init?(_ day: Day) { self.init(day.description) }
}

extension Register.Entry {
  /// What an expression may ask about it.
  func facts(of register: Register) -> Context {
    Context(RegisterFact.allCases.map { ($0.rawValue, value(of: $0, in: register)) })
  }

  private func value(of fact: RegisterFact, in register: Register) -> Value {
    switch fact {
    case .award: .string(register.award)
    case .edition: .number(register.edition)
    case .number: .number(number)
    case .id: .string(id)
    case .name: .string(name)
    case .certificate: certificate.map { .string($0) } ?? .null
    case .named: .date(named)
    case .state: .string(outcome.phrase.text(.zh))
    case .changed: changed.map { .date($0) } ?? .null
    case .validThrough: validThrough.map { .date($0) } ?? .null
    }
  }
}
