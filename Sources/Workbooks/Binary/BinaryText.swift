/// Reads the strings of a workbook's records: characters of one byte each (Latin-1) or of two, which may change where a
/// record is continued.
struct BinaryText {
  private var pieces: ArraySlice<ArraySlice<UInt8>>
  private var rest: ByteCursor

  init(_ pieces: [ArraySlice<UInt8>]) {
    rest = ByteCursor(pieces.first ?? [])
    self.pieces = pieces.dropFirst()
  }

  var isAtEnd: Bool { rest.count == 0 && pieces.allSatisfy(\.isEmpty) }

  mutating func short() throws(WorkbookFault) -> Int { try byte() | byte() << 8 }
  mutating func long() throws(WorkbookFault) -> Int { try short() | short() << 16 }

  /// - Parameter count: of its characters.
  mutating func string(_ count: Int) throws(WorkbookFault) -> String {
    let flags = try byte()
    let runs = flags & 8 == 0 ? 0 : try short()
    let extra = flags & 4 == 0 ? 0 : try long()
    let units = try characters(count, areWide: flags & 1 == 1)
    // How runs are set, and how it is pronounced.
    try skip(4 * runs + extra)
    return Self.text(units)
  }

  /// Without zeros, which are no characters of a table.
  static func text(_ units: [UInt16]) -> String {
    String(decoding: units.contains(0) ? units.map { $0 == 0 ? 0xFFFD : $0 } : units, as: UTF16.self)
  }

  private mutating func characters(_ count: Int, areWide: Bool) throws(WorkbookFault) -> [UInt16] {
    var units: [UInt16] = []
    var areWide = areWide
    while units.count < count {
      if rest.count == 0 {
        try turn()
        areWide = try rest.byte() & 1 == 1
        continue
      }
      units.append(UInt16(areWide ? try rest.short() : try rest.byte()))
    }
    return units
  }

  private mutating func byte() throws(WorkbookFault) -> Int {
    while rest.count == 0 { try turn() }
    return try rest.byte()
  }

  private mutating func skip(_ count: Int) throws(WorkbookFault) {
    var left = count
    while left > rest.count {
      left -= rest.count
      try turn()
    }
    try rest.skip(left)
  }

  private mutating func turn() throws(WorkbookFault) {
    guard let piece = pieces.popFirst() else { throw .damaged }
    rest = ByteCursor(piece)
  }
}
