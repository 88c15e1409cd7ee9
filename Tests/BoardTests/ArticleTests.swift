import Foundation
import Testing

@testable import Board

@Suite struct `The articles and the code` {
  @Test func `the permissions article is the table`() throws {
    let told = try lines(of: "Permissions.md").filter { $0.hasPrefix("| `") }
    #expect(told == Rule.table.map(\.line))
  }

  @Test func `the protocol article tells every command, and no other`() throws {
    let article = try lines(of: "Protocol.md")
    let rows = article.filter { $0.hasPrefix("| `") }.flatMap {
      codes(in: $0.split(separator: "|")[0])
    }
    let servers = article.filter { $0.hasPrefix("Made by the server only:") }.flatMap { line in
      codes(in: line.split(separator: ". ").first ?? "")
    }
    let ops = Set(Rule.table.map(\.op))
    let told = Set(rows + servers)
    #expect(ops.subtracting(told).isEmpty)
    let prefixes = Set(ops.map { $0.split(separator: ".")[0] })
    let dotted = told.filter { op in
      op.contains(".") && prefixes.contains(op.split(separator: ".")[0])
    }
    #expect(dotted.subtracting(ops).isEmpty)
    #expect(Set(servers) == Set(Rule.table.filter { $0.who == [.server] }.map(\.op)))
  }

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

  private func codes(in text: some StringProtocol) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .compactMap { $0.offset % 2 == 1 ? String($0.element) : nil }
  }
}

extension Rule {
  /// The rule as the article writes it.
  fileprivate var line: String {
    let order: [(Who, String)] = [
      (.everyone, "everyone"), (.oneself, "oneself"), (.author, "author"),
      (.everyoneOnceRevealed, "everyone once revealed"),
      (.facilitator, "facilitator"), (.lead, "lead"), (.role(.operations), "operations"),
      (.role(.host), "host"),
      (.role(.floor), "floor"), (.role(.backstage), "backstage"),
      (.role(.privateDomain), "private"),
      (.server, "server"),
    ]
    func told(_ who: [Who]) -> String { order.filter { who.contains($0.0) }.map(\.1).joined(separator: ", ") }
    let names = told(who) + (bringing.isEmpty ? "" : ", from a file of " + told(bringing))
    guard log == .room else { return "| `\(op)` | \(names) |" }
    let marks = Phase.allCases.map { phases.contains($0) ? "●" : " " }.joined(separator: " | ")
    return "| `\(op)` | \(names) | \(marks) |"
  }
}
