/// The records of a workbook's stream, one behind the other.
struct BinaryRecords {
  struct Record {
    let kind: Int
    let body: ArraySlice<UInt8>
  }

  /// Those that are read.
  enum Kind {
    static let begin = 0x809, end = 0x0A, more = 0x3C, locked = 0x2F
    static let from1904 = 0x22, format = 0x41E, style = 0xE0, sheet = 0x85, strings = 0xFC
    static let sharedText = 0xFD, text = 0x204, richText = 0xD6, number = 0x203, short = 0x27E, shorts = 0xBD
    static let formula = 0x06, formulaText = 0x207, truth = 0x205, merged = 0xE5
  }

  private var rest: ByteCursor
  private let budget: Budget

  /// - Parameter budget: of the bytes, which several sheets may claim.
  init(_ bytes: ArraySlice<UInt8>, _ budget: Budget) {
    rest = ByteCursor(bytes)
    self.budget = budget
  }

  /// Nil at the end. One that breaks off is damage.
  mutating func next() throws(WorkbookFault) -> Record? {
    guard rest.count > 0 else { return nil }
    let (kind, length) = (try rest.short(), try rest.short())
    try budget.take(bytes: length + 4)
    return Record(kind: kind, body: try rest.take(length))
  }

  /// The record's body and those of the records that continue it.
  mutating func pieces(of record: Record) throws(WorkbookFault) -> [ArraySlice<UInt8>] {
    var pieces = [record.body]
    while true {
      let before = self
      guard let more = try next(), more.kind == Kind.more else {
        self = before
        return pieces
      }
      pieces.append(more.body)
    }
  }
}
