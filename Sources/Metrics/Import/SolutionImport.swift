public import Tables

/// What a team decided to do, as a file has it.
public struct SolutionRow: Sendable, Equatable {
  public let line: Int
  public let text: String
  /// `operations`, `host`, `floor`, `backstage` or `private`.
  public let owner: String
  /// `sop`, `script`, `checklist`, `play` or `taboo`.
  public let kind: String
}

/// Reads solutions: words, the role that answers, the kind.
public enum SolutionImport {
  private enum Column: String, FileColumn { case text, owner, kind }

  private static let names: [String: Column] = [
    "方案": .text, "内容": .text, "text": .text, "负责岗位": .owner, "岗位": .owner, "owner": .owner, "类型": .kind, "kind": .kind,
  ]

  public static func read(_ table: Table, mapping: ColumnMapping = [:]) throws(TableFault) -> Import<[SolutionRow]> {
    var reader = RowReader(table, names, mapping: mapping)
    guard reader.has(.text), reader.has(.owner), reader.has(.kind) else { throw .unrecognised }
    var solutions: [SolutionRow] = []
    for row in table.rows {
      reader.start(row)
      let text = reader.text(.text, limit: 1000, multiline: true)
      if text == nil { reader.report(.missing, at: .text) }
      let owner = reader.requiredCode(.owner, Vocabulary.roles)
      let kind = reader.requiredCode(.kind, Vocabulary.entryKinds)
      guard let text, let owner, let kind else { continue }
      solutions.append(SolutionRow(line: row.line, text: text, owner: owner, kind: kind))
    }
    return reader.result(solutions, accepted: solutions.count)
  }
}
