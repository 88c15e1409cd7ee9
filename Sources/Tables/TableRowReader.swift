/// Splits delimited text into records: RFC 4180, and what spreadsheets and people make of it.
///
/// A quoted cell may hold delimiters and line ends; LF, CRLF and CR end a line. Where text follows a closing quote, the
/// quotes are that text's own. A quote that never closes, or only behind lines that are rows themselves, is an ordinary
/// character, so that it cannot swallow what follows.
struct TableRowReader {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  /// How many cells most rows have, where that is known: what looks like a row.
  private let width: Int?
  private var at = 0
  private var line = 1
  private var recordStart = 0
  private(set) var problems: [Problem] = []

  init(_ bytes: [UInt8], delimiter: Delimiter, width: Int?) {
    self.bytes = bytes
    self.delimiter = delimiter.byte
    self.width = width
  }

  mutating func next() -> TableRow? {
    guard at < bytes.count else { return nil }
    let start = line
    recordStart = at
    var cells: [String] = []
    while true {
      cells.append(cell())
      guard at < bytes.count else { break }
      let byte = bytes[at]
      at += 1
      if byte == delimiter { continue }
      if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
      line += 1
      break
    }
    return TableRow(line: start, cells: cells)
  }

  /// Reads to the next delimiter or line end, which stays unread.
  private mutating func cell() -> String {
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
      guard let end = closingQuote() else {
        problems.append(Problem(line: line, why: .unclosedQuote))
        return plain()
      }
      let spansLines = bytes[at..<end].contains { $0 == 0x0A || $0 == 0x0D }
      if end + 1 == bytes.count || isEnd(bytes[end + 1]) || isBlankToEnd(end + 1) {
        if !spansLines || !swallowsRows(upTo: end) { return quoted(upTo: end) }
        problems.append(Problem(line: line, why: .unclosedQuote))
      } else if spansLines {
        problems.append(Problem(line: line, why: .unclosedQuote))
      } else {
        // The quotes stand around the first words of a text: they are its own, and a delimiter between them too.
        return plain(from: end + 1)
      }
    }
    return plain()
  }

  private func isEnd(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }

  private func isBlankToEnd(_ from: Int) -> Bool {
    var index = from
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index == bytes.count || isEnd(bytes[index])
  }

  /// The cell's bytes as they stand; those before `from` hold no end of it.
  private mutating func plain(from: Int? = nil) -> String {
    let start = at
    at = from ?? at
    while at < bytes.count, !isEnd(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private func closingQuote() -> Int? {
    var index = at + 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") {
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else { return index }
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// Each line that the quotes would join has as many cells as a row has, and there is a column in which all of them
  /// begin with a digit: rows have a time or a number somewhere.
  private func swallowsRows(upTo end: Int) -> Bool {
    guard let width, width > 1 else { return false }
    var last = end
    while last < bytes.count, bytes[last] != 0x0A, bytes[last] != 0x0D { last += 1 }
    let lines = bytes[recordStart..<last].split { $0 == 0x0A || $0 == 0x0D }
    var columns = Set(0..<width)
    for line in lines {
      let cells = line.split(separator: delimiter, omittingEmptySubsequences: false)
      guard cells.count == width else { return false }
      columns = columns.filter { cells[$0].first.map { (0x30...0x39).contains($0) } ?? false }
    }
    return !columns.isEmpty
  }

  private mutating func quoted(upTo end: Int) -> String {
    at += 1
    var text: [UInt8] = []
    text.reserveCapacity(end - at)
    while at < end {
      if bytes[at] == UInt8(ascii: "\"") { at += 1 }
      if bytes[at] == 0x0A || (bytes[at] == 0x0D && bytes[at + 1] != 0x0A) { line += 1 }
      text.append(bytes[at])
      at += 1
    }
    at = end + 1
    while at < bytes.count, !isEnd(bytes[at]) { at += 1 }
    return String(decoding: text, as: UTF8.self)
  }
}
