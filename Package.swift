// swift-tools-version: 6.1
import PackageDescription

// `make` sets PINGXUAN_STRICT, so that a warning breaks the project's own builds and never a dependent's.
let strict = Context.environment["PINGXUAN_STRICT"] != nil

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (strict ? [.unsafeFlags(["-warnings-as-errors"])] : [])

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(of name: String, resources: [String] = [], _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["TestSupport"], exclude: resources, swiftSettings: settings)
}

let package = Package(
  name: "pingxuan",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "pingxuan", targets: ["pingxuan"]),
    .library(name: "FEEL", targets: ["FEEL"]),
    .library(name: "DMN", targets: ["DMN"]),
    .library(name: "Workflow", targets: ["YAML", "Workflow"]),
    .library(name: "Store", targets: ["Store"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    // C libraries of the system, each visible to one module only.
    .systemLibrary(
      name: "CYamlSys", path: "Sources/CYaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CCsvSys", path: "Sources/CCsv", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(
      name: "CCryptoSys", path: "Sources/CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CPcreSys", path: "Sources/CPcre", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CZipSys", path: "Sources/CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpatSys", path: "Sources/CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(
      name: "CXlsxSys", path: "Sources/CXlsx", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // Of the C library itself.
    .systemLibrary(name: "CIconvSys", path: "Sources/CIconv"),
    .target(name: "CBID", linkerSettings: [.linkedLibrary("bidgcc000")]),
    .target(name: "CJSON", linkerSettings: [.linkedLibrary("simdjson")]),

    module("Diagnostics", []),
    module("Fingerprints", ["CCryptoSys"]),
    module("Outcomes", ["Diagnostics"]),
    module("YAML", ["CYamlSys", "Diagnostics"]),
    module("FEEL", ["CBID", "CPcreSys", "Diagnostics"]),
    module("DMN", ["FEEL", "Diagnostics"]),
    module("Workflow", ["YAML", "Outcomes", "Diagnostics"]),
    module("Rules", ["YAML", "FEEL", "DMN", "Fingerprints", "Diagnostics"]),
    module(
      "Records",
      [
        "YAML", "FEEL", "Rules", "Fingerprints", "CCsvSys", "CZipSys", "CExpatSys", "CIconvSys", "CJSON", "Diagnostics",
      ]),
    module("Certificates", ["YAML", "FEEL", "Diagnostics"]),
    module("Evaluation", ["FEEL", "DMN", "Rules", "Records", "Outcomes", "Diagnostics"]),
    module(
      "Store",
      [
        "Workflow", "Fingerprints", "Outcomes", "Diagnostics", "CCryptoSys",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    module(
      "Casework",
      [
        "Store", "Evaluation", "Records", "Rules", "Workflow", "YAML", "DMN", "FEEL", "Fingerprints", "Outcomes",
        "Diagnostics",
      ]),
    module(
      "Reports",
      [
        "Casework", "Store", "Evaluation", "Records", "Rules", "Workflow", "DMN", "FEEL", "Fingerprints", "Outcomes",
        "CXlsxSys", "Diagnostics",
      ]),
    .executableTarget(
      name: "pingxuan",
      dependencies: [
        "Casework", "Reports", "Certificates", "Store", "Evaluation", "Records", "Rules", "Workflow", "YAML", "DMN",
        "FEEL", "Outcomes", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["CZipSys", "CXlsxSys"], path: "Tests/TestSupport",
      exclude: ["make_workbook.py", "fill_form.py"], swiftSettings: settings),
    tests(of: "Diagnostics", ["Diagnostics"]),
    tests(of: "YAML", ["YAML", "Diagnostics"]),
    tests(of: "FEEL", ["FEEL", "Diagnostics"]),
    tests(of: "DMN", ["DMN", "FEEL", "Diagnostics"]),
    tests(of: "Workflow", ["Workflow", "YAML", "Outcomes", "Diagnostics"]),
    tests(
      of: "Store", resources: ["Formats"],
      [
        "Store", "Workflow", "YAML", "Fingerprints", "Outcomes", "Diagnostics",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests(of: "Rules", ["Rules", "YAML", "DMN", "FEEL", "Diagnostics"]),
    tests(of: "Records", ["Records", "Rules", "YAML", "FEEL", "Diagnostics"]),
    tests(
      of: "Evaluation",
      ["Evaluation", "Casework", "Outcomes", "Records", "Rules", "YAML", "DMN", "FEEL", "Diagnostics"]),
    tests(
      of: "Certificates",
      [
        "Certificates", "Reports", "Casework", "Evaluation", "Outcomes", "Records", "Rules", "YAML", "FEEL",
        "Diagnostics",
      ]),
    tests(
      of: "Casework",
      [
        "Casework", "Store", .product(name: "GRDB", package: "GRDB.swift"), "Evaluation", "Outcomes", "Fingerprints",
        "Records", "Rules", "Workflow", "YAML", "DMN", "FEEL", "Diagnostics",
      ]),
    tests(
      of: "Reports", resources: ["Goldens"],
      ["Reports", "Casework", "Evaluation", "Outcomes", "Records", "Rules", "Workflow", "YAML", "FEEL", "Diagnostics"]),
    tests(of: "Command", ["pingxuan"]),
    tests(
      of: "Fuzz",
      ["Casework", "Evaluation", "Records", "Rules", "Workflow", "YAML", "DMN", "FEEL", "Diagnostics"]),
    tests(of: "Architecture", []),
  ],
  cxxLanguageStandard: .cxx17
)
