import Foundation
import Testing

@testable import Board

@Suite struct `The articles and the code` {
  @Test func `the protocol article tells every refusal`() throws {
    let article = try lines(of: "Protocol.md").joined(separator: "\n")
    for code in Refusal.Code.allCases {
      #expect(article.contains("| `\(code.rawValue)` |"), "\(code)")
    }
    for problem in Refusal.Problem.allCases {
      #expect(article.contains("`\(problem.rawValue)`"), "\(problem)")
    }
  }

  @Test func `the protocol article tells every record`() throws {
    let article = try lines(of: "Protocol.md")
    for kind in RecordKind.allCases where kind != .gone {
      #expect(article.contains { $0.hasPrefix("| `\(kind.rawValue)` | `id") }, "\(kind)")
    }
  }

  private func lines(of article: String) throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.appending(path: "Sources/Aftershow/Aftershow.docc/\(article)")
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map(String.init)
  }
}
