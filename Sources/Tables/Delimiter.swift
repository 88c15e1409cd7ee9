/// What stands between the cells of a line.
public enum Delimiter: String, Sendable, CaseIterable {
  case tab = "\t"
  case comma = ","
  case semicolon = ";"

  var byte: UInt8 { rawValue.utf8.first! }

  /// The one most frequent outside quotes in the line of the first few that has most of it.
  static func detect(in bytes: [UInt8]) -> Delimiter {
    var best = [Delimiter: Int]()
    var line = [Delimiter: Int]()
    var isQuoted = false
    var lines = 0
    func endLine() { best.merge(line) { max($0, $1) } }
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n"), !isQuoted {
        endLine()
        line = [:]
        lines += 1
        if lines == 5 { break }
      }
      if !isQuoted, let delimiter = allCases.first(where: { $0.byte == byte }) { line[delimiter, default: 0] += 1 }
    }
    endLine()
    return allCases.max { best[$0, default: 0] < best[$1, default: 0] }.flatMap { best[$0] == nil ? nil : $0 } ?? .comma
  }
}
