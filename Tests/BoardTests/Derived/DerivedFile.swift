import Foundation
import Testing

/// A file that a test run writes, by its path in the project.
struct DerivedFile {
  private let path: String
  private let url: URL

  init(_ path: String) {
    self.path = path
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    url = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: path)
  }

  func holds(_ make: (String) throws -> String) throws {
    let committed = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    let due = try make(committed)
    guard due != committed else { return }
    try due.write(to: url, atomically: true, encoding: .utf8)
    Issue.record("\(path) had fallen behind, and was written anew")
  }
}
