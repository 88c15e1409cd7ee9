/// One record of delimited text, before anyone knows what its cells mean.
struct TableRow: Equatable {
  /// The line its first cell starts on, from 1.
  let line: Int
  var cells: [String]

  var isBlank: Bool { cells.allSatisfy { Cell($0).trimmed.isEmpty } }
}

/// Splits delimited text into records: RFC 4180, and what spreadsheets make of it.
///
/// A quoted cell may hold delimiters and line ends; text after the closing quote is kept; LF, CRLF and CR end a line.
/// A quote that never closes is an ordinary character, so that it cannot swallow the rest of the file.
struct TableRowReader {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var at = 0
  private var line = 1
  private(set) var problems: [Problem] = []

  init(_ bytes: [UInt8], delimiter: Delimiter) {
    self.bytes = bytes
    self.delimiter = delimiter.byte
  }

  mutating func next() -> TableRow? {
    guard at < bytes.count else { return nil }
    let start = line
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
    var text: [UInt8] = []
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
      if let end = closingQuote() {
        quoted(upTo: end, into: &text)
      } else {
        problems.append(Problem(line: line, why: .unclosedQuote))
      }
    }
    while at < bytes.count, !isEnd(bytes[at]) {
      text.append(bytes[at])
      at += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func isEnd(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }

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

  private mutating func quoted(upTo end: Int, into text: inout [UInt8]) {
    at += 1
    while at < end {
      if bytes[at] == UInt8(ascii: "\"") { at += 1 }
      if bytes[at] == 0x0A || (bytes[at] == 0x0D && bytes[at + 1] != 0x0A) { line += 1 }
      text.append(bytes[at])
      at += 1
    }
    at = end + 1
  }
}
