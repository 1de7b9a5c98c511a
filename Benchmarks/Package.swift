// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who builds Pingxuan builds its benchmarks.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "pingxuan", path: ".."), .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    .executableTarget(
      name: "bench", dependencies: ["CAllocations", .product(name: "FEEL", package: "pingxuan")]),
    .executableTarget(
      name: "acts",
      dependencies: [
        .product(name: "Workflow", package: "pingxuan"), .product(name: "Store", package: "pingxuan"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(name: "CAllocations"),
  ])
