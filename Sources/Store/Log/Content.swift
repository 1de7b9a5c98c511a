public import Workflow
import Foundation

/// What an entry says.
public enum Content: Sendable, Hashable {
  case opened(Charter)
  case records([Document])
  case event(Event)
  case act(ActTaken)
  case counted(BoxCount)
  case amended(Amendment)
  /// People, roles and proxies that joined; a role is replaced whole.
  case people(Organization)
  case closed
}

/// What a round goes by: the files, and the people.
public struct Charter: Sendable, Hashable, Codable {
  public var award: String
  public var edition: String
  /// The rule file first, then whatever it builds on.
  public var rules: [Document]
  public var workflow: Document
  public var calendars: [Document]
  public var organization: Organization
  /// The registers of earlier rounds; `nil` where there are none.
  public var earlier: [Document]?
  /// The program that opened it.
  public var engine: String

  public init(
    award: String, edition: String, rules: [Document], workflow: Document, calendars: [Document],
    organization: Organization, earlier: [Document]? = nil, engine: String
  ) {
    self.award = award
    self.edition = edition
    self.rules = rules
    self.workflow = workflow
    self.calendars = calendars
    self.organization = organization
    self.earlier = earlier
    self.engine = engine
  }
}

/// A file that is kept in the store: its name, and the SHA-256 under which its content lies.
public struct Document: Sendable, Hashable, Codable {
  public let name: String
  public let fingerprint: String
  /// Of a workbook with several sheets that could list nominees: the one that was read.
  public let sheet: String?

  public init(name: String, fingerprint: String, sheet: String? = nil) {
    self.name = name
    self.fingerprint = fingerprint
    self.sheet = sheet
  }
}

/// A new version of the workflow.
public struct Amendment: Sendable, Hashable, Codable {
  /// A new version of the workflow.
  public let workflow: Document?
  /// Calendars of years for which there was none.
  public let calendars: [Document]?
  public let reason: String?

  public init(workflow: Document, reason: String?) {
    self.workflow = workflow
    calendars = nil
    self.reason = reason
  }

  public init(calendars: [Document]) {
    workflow = nil
    self.calendars = calendars
    reason = nil
  }
}

/// What somebody did, as it came in, and what the rules were asked about it. Its entry stands before those of its events.
public struct ActTaken: Sendable, Hashable, Codable {
  /// `nil` for a ballot that is secret.
  public let command: Command?
  public let consultations: [Consultation]

  public init(_ command: Command?, _ consultations: [Consultation]) {
    self.command = command
    self.consultations = consultations
  }
}

/// What is left of a sealed box when it has been counted.
public struct BoxCount: Sendable, Hashable, Codable {
  public let opening: Int
  public let session: Int
  /// `nil`: the key was gone, and with it the ballots.
  public let ballots: Int?
  /// SHA-256 of the sealed box as it was when it was opened; no key opens it again.
  public let digest: String

  public init(opening: Int, session: Int, ballots: Int?, digest: String) {
    self.opening = opening
    self.session = session
    self.ballots = ballots
    self.digest = digest
  }
}

extension Content {
  var kind: Entry.Kind {
    switch self {
    case .opened: .opened
    case .records: .records
    case .event: .event
    case .act: .act
    case .counted: .counted
    case .amended: .amended
    case .people: .people
    case .closed: .closed
    }
  }

  /// JSON with its keys in order: the same content, the same bytes.
  func encoded() throws -> String {
    let bytes: [UInt8]
    switch self {
    case .opened(let charter): bytes = try JSONText.bytes(of: charter)
    case .records(let documents): bytes = try JSONText.bytes(of: documents)
    case .event(let event): bytes = try JSONText.bytes(of: event.change)
    case .act(let act): bytes = try JSONText.bytes(of: act)
    case .counted(let count): bytes = try JSONText.bytes(of: count)
    case .amended(let amendment): bytes = try JSONText.bytes(of: amendment)
    case .people(let organization): bytes = try JSONText.bytes(of: organization)
    case .closed: return "{}"
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Entry {
  /// What it says. Each format that was ever written has its reader here, for ever.
  public func content() throws(StoreFault) -> Content { try content(JSONDecoder()) }

  func content(_ decoder: JSONDecoder) throws(StoreFault) -> Content {
    guard format == 1 else { throw .newer(format: format) }
    let data = Data(body.utf8)
    do {
      switch kind {
      case .opened: return .opened(try decoder.decode(Charter.self, from: data))
      case .records: return .records(try decoder.decode([Document].self, from: data))
      case .event:
        let change = try decoder.decode(Event.Change.self, from: data)
        return .event(Event(at: at, by: by, case: subject, change: change))
      case .act: return .act(try decoder.decode(ActTaken.self, from: data))
      case .counted: return .counted(try decoder.decode(BoxCount.self, from: data))
      case .amended: return .amended(try decoder.decode(Amendment.self, from: data))
      case .people: return .people(try decoder.decode(Organization.self, from: data))
      case .closed: return .closed
      }
    } catch {
      throw .damaged
    }
  }
}
