import Board
import Tables

/// A line for each entry, retired ones too. When a spreadsheet opens it, no cell is a formula, and of what a user wrote
/// none a date or a number.
extension PlaybookBook {
  func csv(_ words: PlaybookWords) -> [UInt8] {
    var table = CSVWriter()
    table.row([
      words("编号", "No"), words("标题", "Title"), words("类型", "Kind"), words("岗位", "Roles"),
      words("环节", "Stage"), words("何时用", "When"), words("做法", "What to do"), words("依据", "Evidence"),
      words("来自", "From"), words("状态", "Status"), words("版本", "Version"),
      words("日期（\(PlaybookWords.zone)）", "Date (\(PlaybookWords.zone))"), words("验证", "Verified"),
    ])
    for entry in entries {
      let evidence = entry.evidence.map { words.evidence($0, show: $0.show.flatMap { shows[$0] }) }
      table.row([
        .int(entry.no), .text(entry.title), .text(words.kind(entry.kind)), .text(words.roles(entry.roles)),
        .text(words.stage(entry.stage)), .text(entry.trigger ?? ""), .text(entry.text),
        .text(evidence.joined(separator: "\n")), .text(entry.origin?.roomTitle ?? ""),
        .text(words.status(entry.status)), .int(entry.version), .date(PlaybookWords.day(entry.at)),
        entry.verified.map { verification($0, words) } ?? .empty,
      ])
    }
    return table.bytes
  }

  private func verification(_ verified: Entry.Verification, _ words: PlaybookWords) -> CSVWriter.Field {
    let line = words.verification(verified, show: verified.show.flatMap { shows[$0] })
    return line == PlaybookWords.day(verified.at) ? .date(line) : .text(line)
  }
}
