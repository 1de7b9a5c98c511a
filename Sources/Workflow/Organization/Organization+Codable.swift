/// What has been stored before there were relations reads as having none, and is written as it was.
extension Organization {
  private enum CodingKeys: String, CodingKey {
    case people, superiors, roles, chair, proxies, relations, groups
  }

  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      people: try keys.decode([ActorID: Person].self, forKey: .people),
      superiors: try keys.decode([ActorID: ActorID].self, forKey: .superiors),
      roles: try keys.decode([RoleName: [ActorID]].self, forKey: .roles),
      chair: try keys.decodeIfPresent(ActorID.self, forKey: .chair),
      proxies: try keys.decode([Proxy].self, forKey: .proxies),
      relations: try keys.decodeIfPresent([Relation].self, forKey: .relations) ?? [],
      groups: try keys.decodeIfPresent([String: [String]].self, forKey: .groups) ?? [:])
  }

  public func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(people, forKey: .people)
    try keys.encode(superiors, forKey: .superiors)
    try keys.encode(roles, forKey: .roles)
    try keys.encodeIfPresent(chair, forKey: .chair)
    try keys.encode(proxies, forKey: .proxies)
    if !relations.isEmpty { try keys.encode(relations, forKey: .relations) }
    if !groups.isEmpty { try keys.encode(groups, forKey: .groups) }
  }
}
