public import Foundation

/// Where the tests find what they read.
public enum Checkout {
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Material beside the checkout, which a user does not have; `PINGXUAN_SHARED` says where else it lies.
  public static var shared: URL? {
    let places = [
      ProcessInfo.processInfo.environment["PINGXUAN_SHARED"].map { URL(filePath: $0) },
      root.deletingLastPathComponent().appending(path: "shared"),
    ]
    return places.compactMap(\.self).first { FileManager.default.fileExists(atPath: $0.path) }
  }
}
