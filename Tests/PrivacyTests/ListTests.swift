import Fixtures
import Privacy
import Testing

/// Lines as people write them; in the third column what must not survive, parted by `|`, or nothing: the line stays.
@Suite struct `A list of lines` {
  struct Line: Sendable {
    let text: String
    let secrets: [Substring]
  }

  /// The first was given, the second written before the rules. The third holds what was tried on them since.
  static let names = ["privacy.tsv", "privacy-second.tsv", "privacy-third.tsv"]

  @Test(arguments: names)
  func `loses nineteen in twenty of its secrets, and no line of it that has none changes`(name: String) throws {
    let lines = try lines(of: name)
    let personal = lines.filter { !$0.secrets.isEmpty }
    let survived = personal.filter { line in
      let redacted = Redaction.redact(line.text).text
      return line.secrets.contains { redacted.contains($0) }
    }
    #expect(personal.count >= 74 && lines.count >= 128)
    #expect(survived.count * 20 <= personal.count, "\(survived.map(\.text))")
    for line in lines where line.secrets.isEmpty {
      #expect(Redaction.redact(line.text) == Redacted(text: line.text, masked: []))
    }
  }

  @Test(arguments: names)
  func `is the same once redacted, however often`(name: String) throws {
    for line in try lines(of: name) {
      let once = Redaction.redact(line.text).text
      #expect(Redaction.redact(once) == Redacted(text: once, masked: []))
    }
  }

  private func lines(of name: String) throws -> [Line] {
    String(decoding: try Sample.bytes(name), as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return Line(text: String(cells[1]).replacing("\\n", with: "\n"), secrets: cells[2].split(separator: "|"))
    }
  }
}
