import Foundation

/// The sample files beside the test targets.
public enum Sample {
  public static func bytes(_ name: String) throws -> [UInt8] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: tests.appending(path: "Samples/\(name)")))
  }
}
