import Fingerprints
import Foundation

/// The folder of a round's documents. A second run into it leaves nothing of the first one behind.
public struct RoundFolder: Sendable {
  private let folder: URL
  public static let manifest = "manifest.json"

  public init(_ path: String) { folder = URL(fileURLWithPath: path, isDirectory: true) }

  /// A document that could not be written.
  public struct Unwritable: Error, Sendable {
    public let path: String
    public let cause: FileFault
  }

  /// Writes the documents, then removes those that the manifest of an earlier run lists and that are not among them.
  ///
  /// - Parameters:
  ///   - documents: by their path within the folder; the manifest is one of them.
  ///   - isWhole: `false`: they are only some of what belongs there, and nothing is removed.
  /// - Returns: what was removed. Nothing that has been changed since is, and nothing that no manifest lists.
  @discardableResult
  public func write(
    _ documents: [(path: String, text: String)], isWhole: Bool = true
  ) throws(Unwritable) -> [String] {
    let earlier = isWhole ? earlierDocuments : []
    for document in documents { try write(document.text, to: document.path) }
    let kept = Set(documents.map(\.path))
    return earlier.filter { !kept.contains($0.file) && remove($0) }.map(\.file).sorted()
  }

  private func write(_ text: String, to path: String) throws(Unwritable) {
    let url = folder.appendingPathComponent(path)
    do throws(FileFault) {
      try TextWriting.makeFolder(url.deletingLastPathComponent().path)
      try TextWriting.write(text, to: url.path)
    } catch {
      throw Unwritable(path: url.path, cause: error)
    }
  }

  // MARK: What an earlier run wrote

  private struct Listed: Decodable {
    let file: String
    let fingerprint: String
  }

  private struct EarlierManifest: Decodable {
    let engine: String
    let documents: [Listed]
  }

  private var earlierDocuments: [Listed] {
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(Self.manifest)),
      let manifest = try? JSONDecoder().decode(EarlierManifest.self, from: data)
    else { return [] }
    return manifest.documents
  }

  private func remove(_ listed: Listed) -> Bool {
    let parts = listed.file.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { return false }
    let url = folder.appendingPathComponent(listed.file)
    // A folder that leads elsewhere is not ours, nor is a link, nor what somebody has changed.
    let place = url.deletingLastPathComponent().resolvingSymlinksInPath().standardizedFileURL.path
    let own = parts.dropLast().reduce(folder.resolvingSymlinksInPath().standardizedFileURL) {
      $0.appendingPathComponent(String($1))
    }
    let kind = try? url.resourceValues(forKeys: [.isRegularFileKey, .isSymbolicLinkKey])
    guard place == own.path, kind?.isRegularFile == true, kind?.isSymbolicLink == false,
      let data = try? Data(contentsOf: url), Fingerprint(of: [UInt8](data)).description == listed.fingerprint
    else { return false }
    return (try? FileManager.default.removeItem(at: url)) != nil
  }
}
