import Testing

/// The same facts give the same bytes, wherever the machine stands and whatever language it speaks.
@Suite("Locales and time zones")
struct PlaceTests {
  static let places = [
    ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"],
    ["TZ": "America/Los_Angeles", "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"],
    ["TZ": "UTC", "LC_ALL": "C", "LANG": "C"],
    ["TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8"],
  ]

  @Test(
    "evaluate says the same everywhere",
    arguments: ["2025/党员示范企业", "2025/党员先锋班组", "2025/红星工匠", "2026/红星工匠"])
  func evaluate(_ name: String) throws {
    let outputs = try Self.places.map { place in
      try Program.run(
        "evaluate", "--rules", "rules/\(name).yaml", "--records", "examples/\(name)/records.yaml", "--format", "ndjson",
        environment: place
      ).output
    }
    #expect(!outputs[0].isEmpty)
    #expect(Set(outputs).count == 1)
  }
}
