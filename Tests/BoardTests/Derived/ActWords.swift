@testable import Board

/// A file of the page's words, in one language: what every command that a person can send is called.
struct ActWords {
  let words: (Act) -> String

  var text: String {
    """
    /** What the server's declarations call the commands. Written by a test run (DerivedFilesTests); nobody edits it. */
    export const act = {
    \(nouns.map { "  \($0): {\n\(lines(of: $0))\n  }," }.joined(separator: "\n"))
    };

    """
  }

  /// What stands before the dot of an op, in the order of the declarations.
  private var nouns: [Substring] {
    named.map { $0.op.prefix { $0 != "." } }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// An op of two kinds of log has one name.
  private var named: [Act] {
    var told: Set<String> = []
    return Act.all.filter { !words($0).isEmpty && told.insert($0.op).inserted }
  }

  private func lines(of noun: Substring) -> String {
    named.filter { $0.op.hasPrefix(noun + ".") }.map { act in
      "    \(act.op.dropFirst(noun.count + 1)): '\(words(act).replacing("'", with: "\\'"))',"
    }.joined(separator: "\n")
  }
}
