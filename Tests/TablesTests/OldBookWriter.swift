/// Writes an XLS file from the records of its sheets, for tests.
struct OldBookWriter {
  typealias Record = (kind: Int, body: [UInt8])

  /// Before the names of the sheets.
  var contents: [Record] = []
  var sheets: [(name: String, state: Int, records: [Record])] = []
  var stream = "Workbook"
  var version = 0x600

  init(_ records: [Record] = []) { sheets = [("一", 0, records)] }

  static func number(_ line: Int, _ column: Int, _ value: Double, style: Int = 0) -> Record {
    (0x203, short(line - 1) + short(column) + short(style) + little(value.bitPattern, 8))
  }

  static func shared(_ line: Int, _ column: Int, _ index: Int) -> Record {
    (0xFD, short(line - 1) + short(column) + short(0) + little(UInt64(index), 4))
  }

  /// A formula, whose result is eight bytes; and the text that may follow it.
  static func formula(_ line: Int, _ column: Int, _ result: [UInt8], text: String? = nil) -> [Record] {
    let body = short(line - 1) + short(column) + short(0) + result + [UInt8](repeating: 0, count: 6)
    return [(0x06, body)] + (text.map { [(0x207, short($0.utf16.count) + wide($0))] } ?? [])
  }

  static func format(_ id: Int, _ code: String) -> Record { (0x41E, short(id) + short(code.utf16.count) + wide(code)) }
  static func style(_ format: Int) -> Record { (0xE0, short(0) + short(format) + [UInt8](repeating: 0, count: 16)) }

  static func short(_ value: Int) -> [UInt8] { little(UInt64(value), 2) }
  static func wide(_ text: String) -> [UInt8] { [1] + text.utf16.flatMap { short(Int($0)) } }

  var bytes: [UInt8] { Self.file(stream, content) }

  private var content: [UInt8] {
    let begin = { (kind: Int) in
      Self.bytes((0x809, Self.short(version) + Self.short(kind) + Self.short(0) + Self.short(0)))
    }
    let before = begin(5) + contents.flatMap(Self.bytes)
    let names = sheets.map { Self.wide($0.name) }
    var place = before.count + names.reduce(0) { $0 + 4 + 7 + $1.count } + 4
    var listed: [UInt8] = []
    var bodies: [UInt8] = []
    for (sheet, name) in zip(sheets, names) {
      let head = Self.little(UInt64(place), 4) + [UInt8(sheet.state), 0, UInt8(sheet.name.utf16.count)]
      listed += Self.bytes((0x85, head + name))
      let body = begin(0x10) + sheet.records.flatMap(Self.bytes) + Self.bytes((0x0A, []))
      bodies += body
      place += body.count
    }
    return before + listed + Self.bytes((0x0A, [])) + bodies
  }

  private static func bytes(_ record: Record) -> [UInt8] { short(record.kind) + short(record.body.count) + record.body }

  /// A compound file of one stream: a table, a directory, and the stream behind them, in sectors of 512 bytes.
  static func file(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let sectors = max(8, (content.count + 511) / 512)
    let free: UInt64 = 0xFFFF_FFFF
    let end: UInt64 = 0xFFFF_FFFE
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
    header += short(0x3E) + short(3) + short(0xFFFE) + short(9) + short(6) + [UInt8](repeating: 0, count: 10)
    header += [1, 1, 0, 4096, end, 0, end, 0, 0].flatMap { little($0, 4) } + [UInt8](repeating: 0xFF, count: 108 * 4)
    var table = [0xFFFF_FFFD, end] + (0..<sectors).map { $0 + 1 < sectors ? UInt64($0 + 3) : end }
    table += Array(repeating: free, count: 128 - table.count)
    var directory = entry("Root Entry", kind: 5, child: 1, first: end, size: 0)
    directory += entry(name, kind: 2, child: free, first: 2, size: UInt64(sectors * 512))
    directory += [UInt8](repeating: 0, count: 256)
    let padding = [UInt8](repeating: 0, count: sectors * 512 - content.count)
    return header + table.flatMap { little($0, 4) } + directory + content + padding
  }

  private static func entry(_ name: String, kind: UInt8, child: UInt64, first: UInt64, size: UInt64) -> [UInt8] {
    let units = name.utf16.flatMap { short(Int($0)) }
    var entry = units + [UInt8](repeating: 0, count: 64 - units.count) + short(units.count + 2) + [kind, 1]
    entry += [0xFFFF_FFFF, 0xFFFF_FFFF, child].flatMap { little($0, 4) } + [UInt8](repeating: 0, count: 36)
    return entry + little(first, 4) + little(size, 4) + little(0, 4)
  }

  static func little(_ value: UInt64, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
  }
}
