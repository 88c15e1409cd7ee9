import Foundation
import Metrics
import Testing

@testable import Board

/// Files that code writes from the declarations, and nobody by hand. One that has fallen behind is written anew by this
/// test, which fails: look at what changed, and commit it.
@Suite struct `What follows from the declarations` {
  @Test func `the permissions article tells who may, and when`() throws {
    try DerivedFile("Sources/Aftershow/Aftershow.docc/Permissions.md").holds { article in
      LogKind.allCases.reduce(article) { $0.replacing(part: "permissions: \($1)", with: PermissionTable(log: $1).text) }
    }
  }

  @Test func `the protocol article tells every record, and every command with what it takes`() throws {
    try DerivedFile("Sources/Aftershow/Aftershow.docc/Protocol.md").holds { article in
      LogKind.allCases.reduce(article) {
        $0.replacing(part: "records: \($1)", with: RecordTable(log: $1).text)
          .replacing(part: "commands: \($1)", with: CommandTable(log: $1).text)
      }
    }
  }

  @Test func `the page knows every command a person may send`() throws {
    try DerivedFile("web/core/wire.js").holds { _ in WireModule().text }
  }

  @Test func `the page calls every command a person can send by a name`() throws {
    #expect(Act.all.filter { !$0.isServers && ($0.zh.isEmpty || $0.en.isEmpty) }.map(\.op) == [])
    try DerivedFile("web/strings/acts.zh-CN.js").holds { _ in ActWords { $0.zh }.text }
    try DerivedFile("web/strings/acts.en.js").holds { _ in ActWords { $0.en }.text }
  }

  @Test func `the page knows every metric, and what it is called`() throws {
    try DerivedFile("web/core/metrics.js").holds { _ in MetricsModule().text }
    try DerivedFile("web/strings/metrics.zh-CN.js").holds { _ in MetricWords(name: "metric") { $0.zh }.text }
    try DerivedFile("web/strings/metrics.en.js").holds { _ in MetricWords(name: "metric") { $0.en }.text }
    try DerivedFile("web/strings/formulas.zh-CN.js").holds { _ in
      MetricWords(name: "formula") { $0.formula == Metric.counted ? nil : $0.formula }.text
    }
  }

  @Test func `the page masks by the server's rules`() throws {
    try DerivedFile("web/core/redaction-rules.js").holds { _ in RedactionModule().text }
    try DerivedFile("Tests/Samples/redacted.json").holds { _ in try RedactedSamples().text }
  }

  @Test func `the tests in other languages have a sample of every command`() throws {
    try DerivedFile("Tests/Samples/commands.json").holds { _ in CommandSamples().text }
  }
}

extension String {
  /// What stands between `<!-- NAME -->` and the next `<!-- end -->`.
  fileprivate func replacing(part name: String, with text: String) -> String {
    guard let begin = range(of: "<!-- \(name) -->\n"),
      let end = range(of: "<!-- end -->", range: begin.upperBound..<endIndex)
    else {
      Issue.record("no part \(name)")
      return self
    }
    return replacingCharacters(in: begin.upperBound..<end.lowerBound, with: text)
  }
}
