/// What stands between the cells of a line.
public enum Delimiter: String, Sendable, CaseIterable {
  case tab = "\t"
  case comma = ","
  case semicolon = ";"

  var byte: UInt8 { rawValue.utf8.first! }

  /// A delimiter, and how many cells most lines have by it.
  struct Finding {
    let delimiter: Delimiter
    let width: Int
  }

  /// The one by which most lines have the same number of cells; where two do equally, the one that makes more of them.
  /// A comma within the words of some lines gives those lines another number than the others.
  static func detect(in bytes: [UInt8]) -> Finding {
    var best = Finding(delimiter: .comma, width: 1)
    var bestShare = 0.0
    for delimiter in allCases {
      var reader = TableRowReader(bytes, delimiter: delimiter, width: nil)
      var lines: [Int: Int] = [:]
      var total = 0
      while total < 60, let record = reader.next() {
        if record.isBlank { continue }
        total += 1
        lines[record.cells.count, default: 0] += 1
      }
      lines[1] = nil
      guard let (width, count) = lines.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
      let share = Double(count) / Double(total)
      if (share, width) > (bestShare, best.width) {
        best = Finding(delimiter: delimiter, width: width)
        bestShare = share
      }
    }
    return best
  }
}
