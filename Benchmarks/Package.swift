// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who builds Pingxuan builds its benchmarks.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "pingxuan", path: "..")],
  targets: [
    .executableTarget(
      name: "bench", dependencies: ["CAllocations", .product(name: "FEEL", package: "pingxuan")]),
    .target(name: "CAllocations"),
  ])
