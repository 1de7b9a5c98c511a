import Outcomes

/// What runs: part of every manifest, so that an outcome can be traced to the program that found it.
public enum Engine {
  public static let version = "pingxuan 0.1.0"
}
