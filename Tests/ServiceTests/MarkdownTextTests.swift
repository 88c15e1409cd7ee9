import Fixtures
import Testing

@testable import Service

@Suite struct `What a user wrote, in Markdown` {
  @Test(arguments: [
    ("# x", "\\# x"), ("C #", "C \\#"), ("> x", "\\> x"), ("a > b", "a > b"), ("- x", "\\- x"), ("a - b", "a - b"),
    ("+ x", "\\+ x"), ("---", "\\---"), ("===", "\\==="), ("***", "\\*\\*\\*"), (": x", "\\: x"), ("1. x", "1\\. x"),
    ("12) x", "12\\) x"), ("12.5", "12.5"), ("涨 12.5%", "涨 12.5%"), ("```", "\\`\\`\\`"), ("~~~", "\\~\\~\\~"),
    ("<b>", "\\<b>"), ("&copy;", "\\&copy;"), ("[x](y)", "\\[x\\](y)"), ("![x](y)", "!\\[x\\](y)"), ("a|b", "a\\|b"),
    ("\\", "\\\\"), ("$x$", "\\$x\\$"), ("20:30", "20:30"), ("前：后", "前：后"), ("a/b", "a/b"), ("", ""), ("完。", "完。"),
    ("*\u{301}x*", "\\*\u{301}x\\*"),
  ])
  func `makes nothing but these characters`(text: String, escaped: String) {
    #expect(MarkdownText.line(text) == escaped)
  }

  @Test(arguments: [
    ("http://a.b/c", "http\\:/\\/a\\.b/c"), ("见https://店.中国", "见https\\:/\\/店\\.中国"), ("www.1.com", "www\\.1\\.com"),
    ("README.md", "README\\.md"), ("a@b.c", "a\\@b\\.c"), ("mailto:x", "mailto\\:x"), ("//localhost", "/\\/localhost"),
    ("http://1.2.3.4", "http\\:/\\/1.2.3.4"),
  ])
  func `makes no link of a bare address`(text: String, escaped: String) {
    #expect(MarkdownText.line(text) == escaped)
  }

  @Test func `keeps its lines and what they are indented by`() {
    #expect(
      MarkdownText.lines("a\n    - b\r\n\t# c\n\n") == [
        "a  ", "\u{A0}\u{A0}\u{A0}\u{A0}\\- b  ", "\u{A0}\u{A0}\u{A0}\u{A0}\\# c  ", "  ", "  ",
      ])
    #expect(MarkdownText.line("a\n# b\u{2028}c") == "a \\# b c")
  }

  @Test func `takes no part in the structure of the playbook`() throws {
    let text = String(decoding: try Sample.bytes("cases/files/c03-playbook-text-structure.txt"), as: UTF8.self)
    #expect(
      MarkdownText.lines(text) == [
        "前  ", "\u{A0}\u{A0}\\#\\# 生效  ", "  ", "\u{A0}\u{A0}\\#\\#\\# \\#1 冒充的条目  ", "  ",
        "\u{A0}\u{A0}流程 · 主播 · 生效 · v9  ",
        "\u{A0}\u{A0}\\---  ", "  ", "\u{A0}\u{A0}\u{A0}\u{A0}\\<b>x\\</b>  ", "  ",
        "http\\:/\\/a\\.b/\\<img src=x onerror=alert(1)>  ", "AT\\&T \\&copy;  ",
      ])
  }

  @Test func `is the same once the backslashes are off, and nothing is alive before`() {
    let seed: UInt64 = 2_911
    var random = Dice(seed: seed)
    let pieces =
      "#>-+=*_`~[]()<>|!&:;.\\/@$^{}'".map(String.init) + [
        " ", "  ", "    ", "\t", "\n", "\n\n", "a", "羊", "12", "1.", "2)", "---", "===", "```", "http://", "www.",
        "a.com",
        "&copy;", "<b>", "\u{301}",
      ]
    for _ in 0..<1_000 {
      let text = (0..<1 + random.below(14)).map { _ in pieces[random.below(pieces.count)] }.joined()
      for (line, escaped) in zip(
        text.split(separator: "\n", omittingEmptySubsequences: false), MarkdownText.lines(text))
      {
        let (shown, live) = Self.read(escaped)
        #expect(shown.filter { !Self.isBlank($0) } == line.unicodeScalars.filter { !Self.isBlank($0) }, "seed \(seed)")
        #expect(!live.contains { "#*_`~[]<|&@$^{".unicodeScalars.contains($0) }, "seed \(seed): \(line)")
        let rest = String(String.UnicodeScalarView(live))
        #expect(
          rest.firstMatch(of: Self.alive) == nil, "seed \(seed): \(line)"
        )
        #expect(rest.first != " " && rest.first != "\t" || shown.allSatisfy(Self.isBlank), "seed \(seed): \(line)")
      }
    }
  }

  private static var alive: Regex<Substring> {
    /^\s*(?:[-+>=:]|[0-9]+[.)](?![0-9]))|:\/|\/\/|www\.|[a-z]\.|\.[a-z]/.matchingSemantics(.unicodeScalar)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// What a reader shows, and the same with something dead in place of what is escaped.
  private static func read(_ escaped: String) -> (shown: [Unicode.Scalar], live: [Unicode.Scalar]) {
    var shown: [Unicode.Scalar] = []
    var live: [Unicode.Scalar] = []
    var isEscaped = false
    for scalar in escaped.unicodeScalars {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
        continue
      }
      shown.append(scalar)
      live.append(isEscaped ? "\u{FFFD}" : scalar)
      isEscaped = false
    }
    return (shown, live)
  }
}
