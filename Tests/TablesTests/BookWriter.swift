/// Writes a workbook from its parts' XML, for tests: a ZIP archive of stored files.
struct BookWriter {
  var sheets: [(name: String, xml: String)] = []
  var styles: String?
  var strings: String?
  var properties = ""

  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A workbook of one sheet with these rows: `<row>…</row>`, and what stands behind them.
  init(rows: String = "", after: String = "") {
    if !rows.isEmpty { add("一", rows: rows, after: after) }
  }

  mutating func add(_ name: String, rows: String, after: String = "") {
    sheets.append((name, "<worksheet><sheetData>\(rows)</sheetData>\(after)</worksheet>"))
  }

  var bytes: [UInt8] {
    let entries = sheets.indices.map { "<sheet name=\"\(sheets[$0].name)\" sheetId=\"\($0 + 1)\" r:id=\"s\($0)\"/>" }
    var relations = sheets.indices.map { Self.relation("s\($0)", "worksheet", "worksheets/\($0).xml") }
    if styles != nil { relations.append(Self.relation("y", "styles", "styles.xml")) }
    if strings != nil { relations.append(Self.relation("t", "sharedStrings", "/xl/sharedStrings.xml")) }
    var parts = [
      ("_rels/.rels", "<Relationships>\(Self.relation("b", "officeDocument", "xl/workbook.xml"))</Relationships>"),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><workbookPr \(properties)/><sheets>\(entries.joined())</sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", "<Relationships>\(relations.joined())</Relationships>"),
    ]
    parts += sheets.indices.map { ("xl/worksheets/\($0).xml", sheets[$0].xml) }
    if let styles { parts.append(("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>")) }
    if let strings { parts.append(("xl/sharedStrings.xml", "<sst>\(strings)</sst>")) }
    return Self.archive(parts)
  }

  private static func relation(_ id: String, _ kind: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(types)/\(kind)\" Target=\"\(target)\"/>"
  }

  static func archive(_ parts: [(name: String, content: String)]) -> [UInt8] {
    var files: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in parts {
      let body = Array(content.utf8)
      // Version 2.0, names in UTF-8, stored, at midnight of 2026-03-12.
      var facts: [UInt8] = [20, 0, 0, 8, 0, 0, 0, 0, 0x6C, 0x5C]
      facts += little(checksum(body), 4) + little(UInt32(body.count), 4) + little(UInt32(body.count), 4)
      facts += little(UInt32(name.utf8.count), 2) + [0, 0]
      directory += [0x50, 0x4B, 1, 2, 20, 0] + facts + [UInt8](repeating: 0, count: 10)
      directory += little(UInt32(files.count), 4) + Array(name.utf8)
      files += [0x50, 0x4B, 3, 4] + facts + Array(name.utf8) + body
    }
    let count = little(UInt32(parts.count), 2)
    let end = little(UInt32(directory.count), 4) + little(UInt32(files.count), 4) + [0, 0]
    return files + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + end
  }

  private static func little(_ value: UInt32, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
    return ~sum
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { bits, _ in bits & 1 == 1 ? bits >> 1 ^ 0xEDB8_8320 : bits >> 1 }
  }
}
