import Fixtures
import Testing
import Workbooks

@Suite struct `A workbook that is not what it should be` {
  private func fault(_ bytes: [UInt8], _ limits: WorkbookLimits = WorkbookLimits()) -> WorkbookFault? {
    do {
      _ = try Workbook(reading: bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  private static let row = "<row><c><v>1</v></c><c r=\"J1\"><v>2</v></c></row>"

  @Test func `is refused where it is no archive, or breaks off`() throws {
    #expect(fault([]) == .notAnArchive)
    #expect(fault(Array("PK\u{3}\u{4} and then nothing".utf8)) == .notAnArchive)
    let whole = try Sample.bytes("douyin-show.xlsx")
    #expect(fault(Array(whole.prefix(whole.count / 2))) == .notAnArchive)
    #expect(fault(BookWriter.archive([("a.txt", "a")])) == .damaged)
  }

  @Test func `is refused with a document type`() {
    var book = BookWriter(rows: Self.row)
    book.sheets[0].xml = "<!DOCTYPE worksheet [<!ENTITY a \"a\">]>" + book.sheets[0].xml
    #expect(fault(book.bytes) == .documentType)
  }

  @Test(arguments: ["bomb", "bomb-that-lies"])
  func `is refused where it swells`(name: String) throws {
    let bytes = try Sample.bytes("workbooks/\(name).xlsx")
    #expect([.tooBig, .damaged].contains(fault(bytes)))
    if name == "bomb" { #expect(fault(bytes) == .tooBig) }
  }

  @Test func `is refused beyond its limits, and read within them`() {
    let bytes = BookWriter(rows: Self.row).bytes
    #expect(fault(bytes) == nil)
    let ways: [(WritableKeyPath<WorkbookLimits, Int>, Int)] = [
      (\.file, bytes.count - 1), (\.unpacked, 100), (\.sheets, 0), (\.cells, 9), (\.entries, 3),
    ]
    for (path, most) in ways {
      var limits = WorkbookLimits()
      limits[keyPath: path] = most
      #expect(fault(bytes, limits) == .tooBig)
    }
    // A cell far to the right in every row takes as much as if all before it were filled.
    let far = String(repeating: "<row><c r=\"XFD1\"><v>1</v></c></row>", count: 100)
    #expect(fault(BookWriter(rows: far).bytes) == .tooBig)
    #expect(fault(BookWriter(rows: "<row><c r=\"XFE1\"><v>1</v></c></row>").bytes) == .damaged)
  }

  @Test func `is refused with a tag that does not end`() {
    let long = "<row a=\"\(String(repeating: "a", count: 1_300_000))\"/>"
    #expect(fault(BookWriter(rows: long).bytes) == .damaged)
  }

  @Test func `is refused where its parts do not fit together`() {
    var book = BookWriter(rows: "<row><c t=\"s\"><v>7</v></c></row>")
    #expect(fault(book.bytes) == .damaged)
    book.strings = "<si><t>a</t></si>"
    #expect(fault(book.bytes) == .damaged)
    book.sheets[0].xml = "<worksheet><sheetData><row>"
    #expect(fault(book.bytes) == .damaged)
  }

  /// What is stored plainly reaches the readers of the parts; what is packed stops at a checksum.
  @Test(arguments: 0..<8)
  func `never ends the process`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var book = BookWriter(rows: Self.row, after: "<mergeCells><mergeCell ref=\"A1:C2\"/></mergeCells>")
    book.styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy [h] &quot;\"/></numFmts><cellXfs><xf/></cellXfs>"
    let sound = [try Sample.bytes("douyin-show.xlsx"), book.bytes]
    for round in 0..<150 {
      var bytes = sound[round % 2]
      for _ in 0...dice.below(8) { bytes[dice.below(bytes.count)] ^= 1 << UInt8(dice.below(8)) }
      if dice.below(4) == 0 { bytes = Array(bytes.prefix(dice.below(bytes.count))) }
      _ = fault(bytes)
      // The same to the XML alone, in an archive whose checksums are right.
      var torn = book
      var xml = Array(torn.sheets[0].xml.utf8)
      for _ in 0...dice.below(3) { xml[dice.below(xml.count)] = UInt8(dice.below(128)) }
      torn.sheets[0].xml = String(decoding: xml, as: UTF8.self)
      _ = fault(torn.bytes)
    }
  }

  /// Numbers, formats and places of any kind, in XML that is sound.
  @Test func `of any numbers and places is read or refused`() {
    var dice = Dice(seed: 7)
    let values = [
      "-1e308", "1e308", "nan", "inf", "1e-320", "2958466", "2958465.99999999", "0.99999999999", "9.3e18", "-0", "",
    ]
    let places = ["A1", "ZZ9", "A0", "1", "A", "", "AAAAAAAAAAAAAAAAAAAAAA1", "A99999999999999999999", "a1", "$A$1"]
    for _ in 0..<400 {
      let value = values[dice.below(values.count)]
      let place = places[dice.below(places.count)]
      var book = BookWriter(
        rows: "<row r=\"1\"><c r=\"\(place)\" s=\"\(dice.below(9) - 1)\"><v>\(value)</v></c></row>",
        after: "<mergeCell ref=\"\(places[dice.below(places.count)]):\(place)\"/>")
      let formats = [0, 9, 14, 20, 22, 45, 46].map { "<xf numFmtId=\"\($0)\"/>" }
      book.styles = "<cellXfs>\(formats.joined())</cellXfs>"
      _ = fault(book.bytes)
    }
  }
}
