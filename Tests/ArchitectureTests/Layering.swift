/// Who may know whom. A line of this table is a decision: change it only together with docs/architecture.md.
struct Room {
  let name: String
  /// Modules of ours that it may import.
  let ours: Set<String>
  /// Modules from outside (the toolchain's, C libraries', packages') that it may import.
  let outside: Set<String>
  /// Modules from outside that single files of it may import, by file name.
  let exceptions: [String: Set<String>]

  init(_ name: String, _ ours: Set<String> = [], outside: Set<String> = [], except: [String: Set<String>] = [:]) {
    self.name = name
    self.ours = ours
    self.outside = outside
    exceptions = except
  }

  func allows(_ module: String, in file: String) -> Bool {
    ours.contains(module) || outside.contains(module) || exceptions[file]?.contains(module) == true
  }
}

enum Layering {
  static let rooms = [
    Room("Diagnostics"),
    Room("Fingerprints", outside: ["CCryptoSys"]),
    Room("Outcomes", ["Diagnostics"]),
    Room("YAML", ["Diagnostics"], outside: ["CYamlSys"]),
    Room(
      "FEEL", ["Diagnostics"], outside: ["CBID", "CPcreSys"],
      except: ["CivilZone.swift": ["Foundation"], "Symbols.swift": ["Synchronization"]]),
    Room(
      "DMN", ["FEEL", "Diagnostics"],
      except: ["ElementReader.swift": ["Foundation", "FoundationXML"], "Run.swift": ["Synchronization"]]),
    Room("Workflow", ["YAML", "Outcomes", "Diagnostics"], except: ["Interned.swift": ["Synchronization"]]),
    Room(
      "Store", ["Workflow", "Fingerprints", "Outcomes", "Diagnostics"],
      outside: ["GRDB", "CCryptoSys", "Foundation"]),
    Room("Rules", ["YAML", "FEEL", "DMN", "Fingerprints", "Diagnostics"]),
    Room(
      "Records", ["YAML", "FEEL", "Rules", "Fingerprints", "Diagnostics"],
      outside: ["CCsvSys", "CZipSys", "CExpatSys", "CIconvSys", "CJSON"]),
    Room("Certificates", ["YAML", "FEEL", "Diagnostics"]),
    Room("Evaluation", ["FEEL", "DMN", "Rules", "Records", "Outcomes", "Diagnostics"]),
    Room(
      "Casework",
      [
        "Store", "Evaluation", "Records", "Rules", "Workflow", "YAML", "DMN", "FEEL", "Fingerprints", "Outcomes",
        "Diagnostics",
      ],
      outside: ["Foundation"]),
    Room(
      "Reports",
      [
        "Casework", "Store", "Evaluation", "Records", "Rules", "Workflow", "DMN", "FEEL", "Fingerprints", "Outcomes",
        "Diagnostics",
      ],
      outside: ["CXlsxSys", "Foundation"]),
    Room(
      "pingxuan",
      [
        "Casework", "Reports", "Certificates", "Store", "Evaluation", "Records", "Rules", "Workflow", "YAML", "DMN",
        "FEEL", "Outcomes", "Diagnostics",
      ],
      outside: ["ArgumentParser", "Foundation"]),
  ]

  /// Targets that hold C or C++ only, or a module map.
  static let foreign: Set<String> = [
    "CYaml", "CCsv", "CCrypto", "CPcre", "CZip", "CExpat", "CIconv", "CXlsx", "CBID", "CJSON",
  ]

  /// Rooms that do no input or output, know no clock and are never `async`.
  static let pure = [
    "Diagnostics", "Fingerprints", "Outcomes", "YAML", "FEEL", "DMN", "Workflow", "Rules", "Records", "Certificates",
    "Evaluation",
  ]
}
