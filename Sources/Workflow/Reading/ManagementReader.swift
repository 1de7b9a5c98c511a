import YAML

extension FileReader {
  mutating func management(_ keys: Keys) -> Management {
    var management = Management()
    management.valid = span(keys["valid"])
    management.review = span(keys["review"])
    management.warning = span(keys["warning"])
    management.suspension = span(keys["suspension"])
    management.revocation = keys["revocation"].flatMap { revocation($0) }
    return management
  }

  private mutating func revocation(_ node: Node) -> RevocationRule? {
    let known = ["electors", "teller", "attendance", "rule", "min_electors", "within", "barred"]
    guard let keys = keys(node, known) else { return nil }
    let electors = who(required(keys, "electors"))
    let teller = who(required(keys, "teller"))
    guard let rule = required(keys, "rule").flatMap({ threshold($0) }) else { return nil }
    return RevocationRule(
      electors: electors, teller: teller, attendance: keys["attendance"].flatMap { threshold($0) }, rule: rule,
      minElectors: integer(keys["min_electors"], in: 1...1000) ?? 1, within: span(keys["within"]),
      barred: span(keys["barred"]))
  }
}
