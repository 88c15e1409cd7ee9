/// `AB12`.
struct CellPlace {
  static let columns = 16_384
  static let lines = 1_048_576

  /// From 0.
  let column: Int
  /// From 1.
  let line: Int

  init?(_ text: some StringProtocol) {
    var column = 0
    var line = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "$"): break
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where line == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): line = line * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard column <= Self.columns, line <= Self.lines else { return nil }
    }
    guard column > 0, line > 0 else { return nil }
    self.column = column - 1
    self.line = line
  }
}

/// `A1:C2`.
struct CellRange {
  let columns: Range<Int>
  let lines: ClosedRange<Int>

  init(columns: Range<Int>, lines: ClosedRange<Int>) { (self.columns, self.lines) = (columns, lines) }

  init?(_ text: String) {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).map { CellPlace($0) }
    guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil,
      first.column <= last.column, first.line <= last.line
    else { return nil }
    columns = first.column..<(last.column + 1)
    lines = first.line...last.line
  }
}
