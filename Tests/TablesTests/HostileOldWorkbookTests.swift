import Fixtures
import Testing
import Workbooks

@Suite struct `An old workbook that is not what it should be` {
  private func fault(_ bytes: [UInt8], _ limits: WorkbookLimits = WorkbookLimits()) -> WorkbookFault? {
    do {
      _ = try Workbook(reading: bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  private static let book = OldBookWriter((0...9).map { OldBookWriter.number(1, $0, 1) })

  @Test func `is refused with a password, and from before Excel 97`() throws {
    var book = Self.book
    book.contents = [(0x2F, [1, 0, 1, 0, 1, 0])]
    #expect(fault(book.bytes) == .encrypted)
    // An XLSX with a password lies in such a file.
    #expect(fault(OldBookWriter.file("EncryptedPackage", [1])) == .encrypted)
    #expect(fault(OldBookWriter.file("WordDocument", [1])) == .damaged)
    book = Self.book
    book.version = 0x500
    #expect(fault(book.bytes) == .outdated)
    #expect(fault(try Sample.bytes("workbooks/excel-95.xls")) == .outdated)
  }

  @Test func `is refused where it breaks off, or its sectors lead nowhere`() throws {
    let whole = Self.book.bytes
    #expect(fault(whole) == nil)
    for count in [8, 100, 512, 1024, 1536, 2000, whole.count - 600] {
      #expect(fault(Array(whole.prefix(count))) == .damaged, "\(count)")
    }
    // In turn: the stream's second sector follows itself, or lies beyond the file; the directory does.
    for (place, value) in [(512 + 4 * 3, 3), (512 + 4 * 3, 4000), (48, 4000)] {
      var bytes = whole
      bytes.replaceSubrange(place..<(place + 2), with: OldBookWriter.short(value))
      #expect(fault(bytes) == .damaged)
    }
  }

  @Test func `is refused beyond its limits, and read within them`() {
    let bytes = Self.book.bytes
    let ways: [(WritableKeyPath<WorkbookLimits, Int>, Int)] = [
      (\.file, bytes.count - 1), (\.unpacked, 100), (\.sheets, 0), (\.cells, 9),
    ]
    for (path, most) in ways {
      var limits = WorkbookLimits()
      limits[keyPath: path] = most
      #expect(fault(bytes, limits) == .tooBig)
    }
    #expect(fault(OldBookWriter([OldBookWriter.number(1, 256, 1)]).bytes) == .damaged)
    #expect(fault(OldBookWriter([OldBookWriter.shared(1, 0, 7)]).bytes) == .damaged)
  }

  /// Bytes anywhere; and bytes of the records alone, in a file that is sound.
  @Test(arguments: 0..<8)
  func `never ends the process`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let sound = try ["formats", "small", "douyin-show"].map { try Sample.bytes("workbooks/\($0).xls") }
    for round in 0..<60 {
      var bytes = sound[round % 3]
      for _ in 0...dice.below(8) {
        let place = dice.below(dice.below(2) == 0 ? 2048 : bytes.count)
        bytes[place] = dice.below(2) == 0 ? bytes[place] ^ 1 << UInt8(dice.below(8)) : UInt8(dice.below(256))
      }
      if dice.below(4) == 0 { bytes = Array(bytes.prefix(dice.below(bytes.count))) }
      _ = fault(bytes)
      let kinds = [0x06, 0x207, 0xFD, 0x204, 0xD6, 0x203, 0x27E, 0xBD, 0x205, 0xE5, 0x809, 0x0A, 0x3C]
      let other = [0x2F, 0x22, 0x41E, 0xE0, 0x85, 0xFC, 0x3C]
      let records = { (kinds: [Int], dice: inout Dice) in
        (0..<dice.below(12)).map { _ in
          (
            kind: kinds[dice.below(kinds.count)],
            body: (0..<dice.below(24)).map { _ in UInt8(dice.below(256) >> dice.below(8)) }
          )
        }
      }
      var book = OldBookWriter(records(kinds, &dice))
      if dice.below(2) == 0 { book.contents = records(other, &dice) }
      _ = fault(book.bytes)
    }
  }
}
