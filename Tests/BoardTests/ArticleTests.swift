import Foundation
import JSON
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
    for kind in RecordKind.allCases where kind != .gone && kind != .comment {
      #expect(article.contains { $0.hasPrefix("| `\(kind.rawValue)` | `id") }, "\(kind)")
    }
  }

  @Test func `whatever a client gets of a record is told of it`() throws {
    var story = try RandomStory(seed: 7)
    for _ in 0..<600 { story.step() }
    for fold in story.team.world.folds.values {
      for key in fold.keys {
        guard key.kind != .gone, key.kind != .comment else { continue }
        let told = try #require(fold.kind.records.first { $0.kind == key.kind }).told
        let members = story.team.everyone.compactMap { viewer in
          fold[key]?.render(for: Viewer(member: viewer.member, isLead: viewer.isLead))
        }.flatMap { (try? JSONReader.parse($0))?.object?.members.map(\.key) ?? [] }
        for member in Set(members) { #expect(told.contains(member), "\(fold.kind) \(key.kind): \(member)") }
      }
    }
  }

  private func lines(of article: String) throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.appending(path: "Sources/Aftershow/Aftershow.docc/\(article)")
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map(String.init)
  }
}
