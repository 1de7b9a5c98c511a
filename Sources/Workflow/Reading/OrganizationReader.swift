public import Diagnostics
public import YAML

extension Organization {
  public static func read(_ node: Node, log: inout DiagnosticLog) -> Organization {
    var reader = FileReader()
    let organization = reader.organization(node)
    log.report(contentsOf: reader.log.diagnostics)
    return organization
  }
}

extension FileReader {
  package mutating func organization(_ node: Node) -> Organization {
    var organization = Organization()
    guard let keys = keys(node, ["people", "superior", "roles", "chair", "relations", "groups", "unknown"]) else {
      return organization
    }
    for entry in keys["people"]?.mapping ?? [] { organization.people[ActorID(entry.keyText)] = person(entry.value) }
    for entry in keys["superior"]?.mapping ?? [] {
      organization.superiors[ActorID(entry.keyText)] = name(entry.value, ActorID.self)
    }
    for entry in keys["roles"]?.mapping ?? [] {
      organization.roles[RoleName(entry.keyText)] = members(entry)
    }
    organization.chair = name(keys["chair"], ActorID.self)
    organization.relations = list(keys["relations"]).compactMap { relation($0) }
    for entry in keys["groups"]?.mapping ?? [] { organization.groups[entry.keyText] = texts(entry.value) }
    return organization
  }

  /// `{who: 张某, kind: kin, to: 李某}`; or `company:`, or `case:` instead of `to:`.
  private mutating func relation(_ node: Node) -> Relation? {
    guard let keys = keys(node, ["who", "kind", "to", "company", "case", "until"]),
      let who = name(required(keys, "who"), ActorID.self), let kind = word(required(keys, "kind"), Relation.Kind.self)
    else { return nil }
    if let node = keys["who"] { mentions.append(Mention(actor: who, role: nil, span: node.span)) }
    let until = day(keys["until"])
    if let company = text(keys["company"]) { return Relation(who, kind, .company(company), until: until) }
    if let id = name(keys["case"], CaseID.self) { return Relation(who, kind, .nominee(id), until: until) }
    guard let node = required(keys, "to"), let other = name(node, ActorID.self) else { return nil }
    mentions.append(Mention(actor: other, role: nil, span: node.span))
    return Relation(who, kind, .person(other), until: until)
  }

  /// Who holds a role; whether the file knows them is seen when all of it has been read.
  private mutating func members(_ entry: Node.Entry) -> [ActorID] {
    list(entry.value).compactMap { node in
      guard let actor = name(node, ActorID.self) else { return nil }
      mentions.append(Mention(actor: actor, role: RoleName(entry.keyText), span: node.span))
      return actor
    }
  }

  private mutating func person(_ node: Node) -> Person {
    guard let keys = keys(node, ["name", "company", "title", "automatic"]) else { return Person() }
    return Person(
      name: text(keys["name"]), company: text(keys["company"]), title: text(keys["title"]),
      isAutomatic: boolean(keys["automatic"]) ?? false)
  }

  package mutating func proxies(_ node: Node?) -> [Proxy] {
    list(node).compactMap { item in
      guard let keys = keys(item, ["for", "to", "first_day", "last_day"]),
        let principal = name(required(keys, "for"), ActorID.self),
        let deputy = name(required(keys, "to"), ActorID.self),
        let first = day(required(keys, "first_day")), let last = day(required(keys, "last_day"))
      else { return nil }
      return Proxy(for: principal, to: deputy, firstDay: first, lastDay: last)
    }
  }

  package mutating func nominations(_ node: Node?) -> [ActsFile.NominationEntry] {
    guard let node else { return [] }
    guard let entries = node.mapping else {
      report(.notAMapping, at: node.span)
      return []
    }
    return entries.compactMap { entry in
      guard let keys = keys(entry.value, ["by", "roles", "record", "subject", "data"]),
        let initiator = name(required(keys, "by"), ActorID.self)
      else { return nil }
      if let node = keys["by"] { mentions.append(Mention(actor: initiator, role: nil, span: node.span)) }
      var nomination = Nomination(by: initiator, record: text(keys["record"]), data: data(keys["data"]))
      nomination.subject = name(keys["subject"], ActorID.self)
      for role in keys["roles"]?.mapping ?? [] { nomination.roles[RoleName(role.keyText)] = members(role) }
      return ActsFile.NominationEntry(
        id: CaseID(entry.keyText), nomination: nomination, span: entry.key.span, recordSpan: keys["record"]?.span,
        data: keys["data"])
    }
  }
}
