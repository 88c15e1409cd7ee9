import Foundation
import Testing

@testable import Board

@Suite struct `The glossary` {
  @Test func `every type it names is declared`() throws {
    let sources = try text(below: "Sources", "swift")
    for name in try rows().flatMap({ code(in: $0.type) }) {
      let own = name.split(separator: ".").last ?? ""
      let declaration = try Regex("(struct|class|enum|actor|protocol) \(own)\\b")
      #expect(sources.contains(declaration), "\(name)")
    }
  }

  @Test func `every name on the wire is a record's, a log's, a command's or a frame's`() throws {
    let frames = try text(of: "Sources/Aftershow/Aftershow.docc/Protocol.md")
    let known = Set(RecordKind.allCases.map(\.rawValue) + LogKind.allCases.map(\.rawValue) + Act.all.map(\.op))
    for name in try rows().flatMap({ code(in: $0.wire) }) {
      #expect(known.contains(name) || frames.contains("{t:\"\(name)\""), "\(name)")
    }
  }

  @Test func `every record has its row`() throws {
    let told = Set(try rows().flatMap { code(in: $0.wire) })
    for kind in RecordKind.allCases where kind != .gone && kind != .comment {
      #expect(told.contains(kind.rawValue), "\(kind)")
    }
  }

  @Test func `the page says every Chinese word`() throws {
    let strings = try text(below: "web/strings", "zh-CN.js")
    for row in try rows() where !row.chinese.isEmpty { #expect(strings.contains(row.chinese), "\(row.chinese)") }
  }

  private struct Row {
    let chinese: String
    let type: String
    let wire: String
  }

  /// Of both tables; the second one has no Chinese.
  private func rows() throws -> [Row] {
    try text(of: "Sources/Aftershow/Aftershow.docc/Glossary.md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard line.hasPrefix("| "), cells[1] != "term" else { return nil }
      return cells.count == 6
        ? Row(chinese: cells[2], type: cells[3], wire: cells[4]) : Row(chinese: "", type: cells[2], wire: cells[3])
    }
  }

  private func code(in cell: String) -> [String] { cell.matches(of: /`([^`]+)`/).map { String($0.1) } }

  private func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private func text(below folder: String, _ ending: String) throws -> String {
    let files = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
    let urls = (files?.allObjects as? [URL] ?? []).filter { $0.lastPathComponent.hasSuffix(ending) }
    return try urls.map { try String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
  }

  private var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }
}
