/// An XLS file (BIFF8, that of Excel 97 to 2003): its sheets, its shared strings and its formats.
struct BinaryBook {
  private struct Entry {
    let name: String
    let place: Int
    let isHidden: Bool
    /// Others are charts, macros and dialogues.
    let isTable: Bool
  }

  private let stream: [UInt8]
  private let limits: WorkbookLimits
  private let budget: Budget
  private var entries: [Entry] = []
  private var strings: [String] = []
  private var styles: [Int] = []
  private var spelled = 0
  private var own: [Int: NumberFormat] = [:]
  private var isFrom1904 = false

  init(_ bytes: [UInt8], _ limits: WorkbookLimits, _ budget: Budget) throws(WorkbookFault) {
    let file = try CompoundFile(bytes)
    // An XLSX with a password lies in such a file as a whole.
    if file.has("EncryptedPackage") { throw .encrypted }
    guard let stream = try file.stream("Workbook") else { throw file.has("Book") ? .outdated : .damaged }
    self.stream = stream
    self.limits = limits
    self.budget = budget
    try readContents()
  }

  func sheets() throws(WorkbookFault) -> [Workbook.Sheet] {
    let formats = styles.map { own[$0] ?? NumberFormat(id: $0) }
    let rendering = CellRendering(strings: strings, formats: formats, isFrom1904: isFrom1904)
    var sheets: [Workbook.Sheet] = []
    for entry in entries where entry.isTable {
      var rows: [Workbook.Row] = []
      if !entry.isHidden {
        guard entry.place < stream.count else { throw .damaged }
        var reader = BinarySheet(BinaryRecords(stream[entry.place...], budget), rendering, budget)
        rows = try reader.rows()
      }
      sheets.append(Workbook.Sheet(name: entry.name, isHidden: entry.isHidden, rows: rows))
    }
    return sheets
  }

  private mutating func readContents() throws(WorkbookFault) {
    var records = BinaryRecords(stream[...], budget)
    guard let first = try records.next(), first.kind == BinaryRecords.Kind.begin else { throw .damaged }
    try Self.checkVersion(first)
    while let record = try records.next(), record.kind != BinaryRecords.Kind.end {
      try read(record, &records)
    }
  }

  static func checkVersion(_ record: BinaryRecords.Record) throws(WorkbookFault) {
    var body = ByteCursor(record.body)
    guard try body.short() == 0x600 else { throw .outdated }
  }

  private mutating func read(
    _ record: BinaryRecords.Record, _ records: inout BinaryRecords
  ) throws(WorkbookFault) {
    var body = ByteCursor(record.body)
    switch record.kind {
    // All that follows is encrypted.
    case BinaryRecords.Kind.locked: throw .encrypted
    case BinaryRecords.Kind.from1904: isFrom1904 = try body.short() == 1
    case BinaryRecords.Kind.style:
      try body.skip(2)
      guard styles.count < StylesReader.most else { throw .tooBig }
      styles.append(try body.short())
    case BinaryRecords.Kind.format:
      let id = try body.short()
      guard spelled < StylesReader.most else { throw .tooBig }
      spelled += 1
      var text = BinaryText([record.body.dropFirst(4)])
      own[id] = NumberFormat(code: try text.string(try body.short()))
    case BinaryRecords.Kind.sheet:
      guard entries.count < limits.sheets else { throw .tooBig }
      let (place, state, kind, length) = (try body.long(), try body.byte(), try body.byte(), try body.byte())
      var text = BinaryText([record.body.dropFirst(7)])
      entries.append(
        Entry(name: try text.string(length), place: place, isHidden: state & 3 != 0, isTable: kind == 0))
    case BinaryRecords.Kind.strings: try readStrings(try records.pieces(of: record))
    default: break
    }
  }

  private mutating func readStrings(_ pieces: [ArraySlice<UInt8>]) throws(WorkbookFault) {
    var text = BinaryText(pieces)
    _ = try text.long()
    let count = try text.long()
    while strings.count < count, !text.isAtEnd {
      guard strings.count < limits.cells else { throw .tooBig }
      strings.append(try text.string(try text.short()))
    }
  }
}
