import Foundation

/// How long tests look that could look for ever.
public enum Patience {
  /// `PINGXUAN_FUZZ_SECONDS`, or what is usual where nobody says anything.
  public static func seconds(usually usual: Double) -> Double {
    ProcessInfo.processInfo.environment["PINGXUAN_FUZZ_SECONDS"].flatMap(Double.init) ?? usual
  }

  /// `PINGXUAN_FUZZ_SEED`: where to begin, to see a finding again.
  public static var seed: UInt64? {
    ProcessInfo.processInfo.environment["PINGXUAN_FUZZ_SEED"].flatMap { UInt64($0) }
  }

  /// Whether there is a night's time (`PINGXUAN_NIGHTLY`).
  public static var hasTheNight: Bool { ProcessInfo.processInfo.environment["PINGXUAN_NIGHTLY"] != nil }
}
