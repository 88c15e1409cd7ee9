/// Reads the cells of one sheet of an XLS file.
struct BinarySheet {
  private var records: BinaryRecords
  private let rendering: CellRendering
  private let budget: Budget
  /// By line.
  private var cells: [Int: [String]] = [:]
  private var merged: [CellRange] = []
  /// A formula's cell, whose text comes in a record behind it.
  private var awaited: (line: Int, column: Int)?

  static let columns = 256

  init(_ records: BinaryRecords, _ rendering: CellRendering, _ budget: Budget) {
    self.records = records
    self.rendering = rendering
    self.budget = budget
  }

  mutating func rows() throws(WorkbookFault) -> [Workbook.Row] {
    guard let first = try records.next(), first.kind == BinaryRecords.Kind.begin else { throw .damaged }
    try BinaryBook.checkVersion(first)
    // Charts on the sheet are sheets within it.
    var depth = 1
    while depth > 0, let record = try records.next() {
      switch record.kind {
      case BinaryRecords.Kind.begin: depth += 1
      case BinaryRecords.Kind.end: depth -= 1
      default: if depth == 1 { try read(record) }
      }
    }
    guard depth == 0 else { throw .damaged }
    let rows = cells.map { Workbook.Row(line: $0.key, cells: $0.value) }.sorted { $0.line < $1.line }
    return try rows.blanked(where: merged, budget)
  }

  private mutating func read(_ record: BinaryRecords.Record) throws(WorkbookFault) {
    var body = ByteCursor(record.body)
    switch record.kind {
    case BinaryRecords.Kind.sharedText:
      let place = try Self.place(&body)
      let index = try body.long()
      guard rendering.strings.indices.contains(index) else { throw .damaged }
      try put(rendering.strings[index], place)
    case BinaryRecords.Kind.text, BinaryRecords.Kind.richText:
      let place = try Self.place(&body)
      var text = BinaryText([record.body.dropFirst(8)])
      try put(try text.string(try body.short()), place)
    case BinaryRecords.Kind.number:
      let place = try Self.place(&body)
      try put(rendering.number(try body.double(), style: place.style), place)
    case BinaryRecords.Kind.short:
      let place = try Self.place(&body)
      try put(rendering.number(Self.number(try body.long()), style: place.style), place)
    case BinaryRecords.Kind.shorts: try readShorts(&body)
    case BinaryRecords.Kind.truth:
      let place = try Self.place(&body)
      let value = try body.byte()
      try put(try body.byte() == 0 ? Self.truth(value) : Self.fault(value), place)
    case BinaryRecords.Kind.formula: try readFormula(&body)
    case BinaryRecords.Kind.formulaText:
      guard let place = awaited else { return }
      awaited = nil
      var text = BinaryText(try records.pieces(of: record))
      try put(try text.string(try text.short()), (place.line, place.column, 0))
    case BinaryRecords.Kind.merged:
      for _ in 0..<(try body.short()) { try readMerged(&body) }
    default: break
    }
  }

  private static func place(_ body: inout ByteCursor) throws(WorkbookFault) -> (line: Int, column: Int, style: Int) {
    (try body.short() + 1, try body.short(), try body.short())
  }

  private mutating func readShorts(_ body: inout ByteCursor) throws(WorkbookFault) {
    let (line, first) = (try body.short() + 1, try body.short())
    var column = first
    // The last two bytes name the last column once more.
    while body.count >= 8 {
      let style = try body.short()
      try put(rendering.number(Self.number(try body.long()), style: style), (line, column, style))
      column += 1
    }
  }

  private mutating func readFormula(_ body: inout ByteCursor) throws(WorkbookFault) {
    let place = try Self.place(&body)
    let result = try body.double()
    let bytes = (0..<8).map { Int(result.bitPattern >> (8 * UInt64($0)) & 0xFF) }
    let (kind, value) = (bytes[0], bytes[2])
    // No number: what it is otherwise stands in its place.
    guard bytes[6] == 0xFF, bytes[7] == 0xFF else {
      return try put(rendering.number(result, style: place.style), place)
    }
    switch kind {
    case 0: awaited = (place.line, place.column)
    case 1: try put(Self.truth(value), place)
    case 2: try put(Self.fault(value), place)
    default: break
    }
  }

  private mutating func readMerged(_ body: inout ByteCursor) throws(WorkbookFault) {
    let (top, bottom) = (try body.short(), try body.short())
    let (left, right) = (try body.short(), try body.short())
    guard top <= bottom, left <= right else { throw .damaged }
    try budget.take(cells: 1)
    merged.append(CellRange(columns: left..<(right + 1), lines: (top + 1)...(bottom + 1)))
  }

  private mutating func put(_ text: String, _ place: (line: Int, column: Int, style: Int)) throws(WorkbookFault) {
    guard place.column < Self.columns else { throw .damaged }
    if text.isEmpty { return }
    let missing = place.column + 1 - (cells[place.line]?.count ?? 0)
    if missing > 0 {
      try budget.take(cells: missing)
      cells[place.line, default: []] += Array(repeating: "", count: missing)
    }
    cells[place.line]?[place.column] = text
  }

  /// A number in 30 bits: the upper ones of a fraction, or whole; a hundred times as large where the first bit says so.
  private static func number(_ bits: Int) -> Double {
    let value =
      bits & 2 == 0
      ? Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32) : Double(Int32(truncatingIfNeeded: bits) >> 2)
    return bits & 1 == 0 ? value : value / 100
  }

  private static func truth(_ value: Int) -> String { value == 0 ? "FALSE" : "TRUE" }

  private static func fault(_ code: Int) -> String {
    switch code {
    case 0x00: "#NULL!"
    case 0x07: "#DIV/0!"
    case 0x0F: "#VALUE!"
    case 0x17: "#REF!"
    case 0x1D: "#NAME?"
    case 0x24: "#NUM!"
    default: "#N/A"
    }
  }
}
