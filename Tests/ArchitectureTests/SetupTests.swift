import Foundation
import Testing

/// Runs scripts/setup among commands that only pretend: nothing is looked up or installed.
@Suite("scripts/setup：说得清楚，装过不再装")
struct SetupTests {
  @Test("齐备时什么也不装")
  func nothingMissing() throws {
    try check(World(), status: 0, says: ["无需安装", "nothing to install", "6.1.2"], installs: nil)
  }

  @Test("缺什么装什么，先更新目录")
  func installsWhatIsMissing() throws {
    try check(
      World(missing: ["libcsv-dev", "libyaml-dev"]), status: 0, says: ["缺少 libyaml-dev libcsv-dev"],
      installs: "update -qq\ninstall -y -qq --no-install-recommends libyaml-dev libcsv-dev\n")
  }

  @Test("不是 root 又用不了 sudo：说出该请人运行什么")
  func notPermitted() throws {
    try check(
      World(missing: ["libcsv-dev"], user: 1000), status: 2, says: ["apt-get install libcsv-dev"], installs: nil)
  }

  @Test("不是 Debian 系")
  func notDebian() throws {
    try check(World(system: "ID=fedora"), status: 2, says: ["fedora", "libyaml-dev"], installs: nil)
  }

  @Test("Debian 的近亲也行")
  func likeDebian() throws {
    try check(World(system: "ID=ubuntu\nID_LIKE=debian"), status: 0, says: ["无需安装"], installs: nil)
  }

  @Test("没有 swift")
  func noSwift() throws {
    try check(World(swift: nil), status: 2, says: ["找不到 swift", "no swift on the PATH"], installs: nil)
  }

  @Test("swift 太旧：说出找到的版本", arguments: ["5.10.1", "6.0.3"])
  func oldSwift(_ version: String) throws {
    try check(World(swift: version), status: 2, says: [version, "6.1"], installs: nil)
  }

  @Test("swift 够新", arguments: ["6.1", "6.3.1", "7.0", "10.0.1"])
  func newSwift(_ version: String) throws {
    try check(World(swift: version), status: 0, says: [version], installs: nil)
  }

  @Test("apt-get 不成：退出码 2")
  func aptFails() throws {
    try check(World(missing: ["g++"], aptWorks: false), status: 2, says: ["apt-get"], installs: "update -qq\n")
  }

  /// What setup finds around it.
  struct World {
    var system = "ID=debian"
    var swift: String? = "6.1.2"
    var missing: Set<String> = []
    var user = 0
    var aptWorks = true
  }

  private func check(_ world: World, status: Int32, says sentences: [String], installs: String?) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pingxuan-setup-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let installed = folder.appending(path: "installed")
    try furnish(folder, world, log: installed)

    let process = Process()
    let output = Pipe()
    process.executableURL = folder.appending(path: "bash")
    process.arguments = [Repository.root.appending(path: "scripts/setup").path]
    process.environment = [
      "PATH": folder.path, "PINGXUAN_OS_RELEASE": folder.appending(path: "os-release").path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()

    #expect(process.terminationStatus == status, "\(said)")
    for sentence in sentences { #expect(said.contains(sentence), "\(said)") }
    #expect((try? String(contentsOf: installed, encoding: .utf8)) == installs)
  }

  private func furnish(_ folder: URL, _ world: World, log: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try world.system.write(to: folder.appending(path: "os-release"), atomically: true, encoding: .utf8)
    for tool in ["bash", "sed", "head", "env", "dirname"] {
      guard let real = ["/usr/bin/\(tool)", "/bin/\(tool)"].first(where: FileManager.default.isExecutableFile) else {
        continue
      }
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: tool), withDestinationURL: URL(filePath: real))
    }
    var commands = [
      "id": "echo \(world.user)",
      "apt-get": "echo \"$@\" >>'\(log.path)'; \(world.aptWorks ? "exit 0" : "exit 100")",
      "dpkg-query": "case \" \(world.missing.sorted().joined(separator: " ")) \" in *\" ${!#} \"*) exit 1;; "
        + "*) echo installed;; esac",
    ]
    if let version = world.swift {
      commands["swift"] = "echo 'Swift version \(version) (swift-\(version)-RELEASE)'"
    }
    for (name, body) in commands {
      let file = folder.appending(path: name)
      try "#!\(folder.path)/bash\n\(body)\n".write(to: file, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
  }
}
