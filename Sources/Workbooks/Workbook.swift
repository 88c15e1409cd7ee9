/// The sheets of an XLSX or XLS file as rows of text. Formulas are never run: what they came to when the file was saved is read.
public struct Workbook: Sendable {
  public struct Sheet: Sendable {
    public let name: String
    /// Nobody who opens the file sees it; its cells are not read.
    public let isHidden: Bool
    /// Those with anything in them.
    public let rows: [Row]
  }

  public struct Row: Sendable, Equatable {
    /// From 1, as at its left in the program that shows it.
    public let line: Int
    /// From column A on, to the last with anything in it.
    public var cells: [String]
  }

  /// In the order of their tabs.
  public let sheets: [Sheet]

  public let format: Format

  public enum Format: Sendable {
    /// Parts in XML, packed (Office Open XML).
    case xlsx
    /// Records (BIFF8) within a compound file.
    case xls

    init?(_ bytes: [UInt8]) {
      if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
        self = .xlsx
      } else if bytes.starts(with: CompoundFile.signature) {
        self = .xls
      } else {
        return nil
      }
    }
  }

  /// Whether the bytes begin as a workbook does.
  public static func isLikely(_ bytes: [UInt8]) -> Bool { Format(bytes) != nil }

  public init(reading bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookFault) {
    guard bytes.count <= limits.file else { throw .tooBig }
    guard let format = Format(bytes) else { throw .notAnArchive }
    self.format = format
    let budget = Budget(limits, file: bytes.count)
    if format == .xls {
      sheets = try BinaryBook(bytes, limits, budget).sheets()
      return
    }
    // The archive does not leave the closure, and so not the bytes either.
    sheets = try bytes.withUnsafeBufferPointer { (lent) throws(WorkbookFault) in
      try Self.sheets(of: Archive(lent, limits, budget), limits, budget)
    }
  }

  private static func sheets(
    of archive: Archive, _ limits: WorkbookLimits, _ budget: Budget
  ) throws(WorkbookFault) -> [Sheet] {
    let root = RelationsReader(base: "")
    try archive.read("_rels/.rels", by: root)
    guard let book = root.first("officeDocument") else { throw .damaged }
    let relations = RelationsReader(base: book)
    try archive.read(RelationsReader.path(of: book), by: relations)
    let contents = ContentsReader(most: limits.sheets)
    try archive.read(book, by: contents)

    let styles = StylesReader()
    if let part = relations.first("styles"), archive.has(part) { try archive.read(part, by: styles) }
    let strings = StringsReader(most: limits.cells)
    if let part = relations.first("sharedStrings"), archive.has(part) { try archive.read(part, by: strings) }

    var sheets: [Sheet] = []
    for entry in contents.sheets {
      guard let relation = relations.byID[entry.relation] else { throw .damaged }
      // Others are charts and dialogues.
      guard relation.kind == "worksheet" else { continue }
      var rows: [Row] = []
      if !entry.isHidden {
        let reader = SheetReader(
          CellRendering(strings: strings.strings, formats: styles.formats, isFrom1904: contents.isFrom1904), budget)
        try archive.read(relation.target, by: reader)
        rows = try reader.finished()
      }
      sheets.append(Sheet(name: entry.name, isHidden: entry.isHidden, rows: rows))
    }
    return sheets
  }
}
