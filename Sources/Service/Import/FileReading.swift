import Identity
import Metrics
import Tables

/// A file as it was read: each part of it that is of a kind which may be brought there. Pure: runs on any thread.
struct FileReading: Sendable {
  /// Of its bytes.
  let digest: String
  let size: Int
  let parts: [FilePart]
  /// Sheets of which nothing was taken.
  let unread: [String]

  /// What a channel remembers of columns, by kind of file and platform.
  typealias Memory = @Sendable (ImportFile, Platform?) -> ColumnMapping

  /// What is not recognised is read all the same, and asked what its columns are, where somebody says of which kind it
  /// is, or where the channel remembers what columns of such a name are.
  ///
  /// - Parameter kinds: those that may be brought. Of several each sheet is what it looks most like.
  /// - Parameter show: the show at hand; nil for a list.
  init(
    _ bytes: [UInt8], as kinds: [ImportFile], _ agreement: FileAgreement, show: PlannedShow?, memory: @escaping Memory
  ) throws(TableFault) {
    digest = SHA256.digest(of: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    size = bytes.count
    let file = try TableFile(bytes)
    var reader = PartReader(file.sheets, agreement, show, memory)
    var parts: [FilePart] = []
    var fault: TableFault?
    for kind in kinds.count > 1 ? Self.order.filter(kinds.contains) : kinds {
      do throws(TableFault) {
        parts.append(try reader.part(kind))
      } catch {
        if fault == nil || fault == .unrecognised { fault = error }
      }
    }
    if parts.isEmpty, fault == .unrecognised, let kind = agreement.kind ?? reader.remembered(kinds) {
      parts.append(try reader.unmapped(kind))
    }
    if parts.isEmpty { throw fault ?? .unrecognised }
    self.parts = parts.sorted { Self.place($0.kind) < Self.place($1.kind) }
    unread = reader.untaken + file.unread
  }

  /// What has words of its own is tried before what takes any number.
  private static let order: [ImportFile] = [.goals, .questions, .markers, .trend, .summary]

  private static func place(_ kind: ImportFile) -> Int { ImportFile.allCases.firstIndex(of: kind) ?? 0 }
}

/// Reads one kind after another from the sheets that none before has taken.
private struct PartReader {
  private var sheets: [Sheet]
  private let agreement: FileAgreement
  private let show: PlannedShow?
  private let memory: FileReading.Memory
  /// What is missing of the columns that a kind of file must have is asked for.
  private var asks = false

  init(_ sheets: [Sheet], _ agreement: FileAgreement, _ show: PlannedShow?, _ memory: @escaping FileReading.Memory) {
    (self.sheets, self.agreement, self.show, self.memory) = (sheets, agreement, show, memory)
  }

  var untaken: [String] { sheets.map(\.name).filter { !$0.isEmpty } }

  mutating func part(_ kind: ImportFile) throws(TableFault) -> FilePart {
    if sheets.isEmpty { throw .unrecognised }
    let decided = decided(kind)
    let mapping = decided.mapping
    let (start, asks) = (show?.start, asks)
    switch kind {
    case .summary: return try summary(decided)
    case .list:
      return try first(kind, decided, { FilePart.Content.list($0.map(\.redacted)) }) { table throws(TableFault) in
        try ShowImport.list(table, mapping: mapping, asks: asks)
      }
    case .trend:
      return try first(kind, decided, { FilePart.Content.trend($0) }) { table throws(TableFault) in
        try TrendImport.read(table, start: start, mapping: mapping, asks: asks)
      }
    case .markers:
      return try first(kind, decided, { FilePart.Content.markers($0) }) { table throws(TableFault) in
        try MarkerImport.read(table, start: start, mapping: mapping, asks: asks)
      }
    case .goals:
      return try first(kind, decided, { FilePart.Content.goals($0) }) { table throws(TableFault) in
        try GoalImport.read(table, mapping: mapping, asks: asks)
      }
    case .questions:
      return try first(kind, decided, { FilePart.Content.questions($0) }) { table throws(TableFault) in
        try QuestionImport.read(table, start: start, mapping: mapping, asks: asks)
      }
    }
  }

  /// A sheet that is not recognised, with its columns to be mapped: the one of most of whose columns somebody has said
  /// what they are.
  mutating func unmapped(_ kind: ImportFile) throws(TableFault) -> FilePart {
    let mapping = decided(kind).mapping
    let ranks = sheets.map { $0.table.rows.isEmpty ? -1 : $0.table.headers.count(in: mapping) }
    guard let best = ranks.max(), let index = ranks.firstIndex(of: best) else { throw .unrecognised }
    var reader = self
    reader.sheets = [sheets.remove(at: index)]
    reader.asks = true
    return try reader.part(kind)
  }

  /// The kind of which the channel remembers most of the columns that are here; nil where it remembers none.
  func remembered(_ kinds: [ImportFile]) -> ImportFile? {
    let counted = kinds.map { kind in
      let mapping = memory(kind, platform)
      return (kind: kind, count: sheets.reduce(0) { $0 + $1.table.headers.count(in: mapping) })
    }
    return counted.filter { $0.count > 0 }.max { $0.count < $1.count }?.kind
  }

  private var platform: Platform? {
    sheets.lazy.compactMap { Platform.of($0.table) ?? $0.table.turned().flatMap(Platform.of) }.first
  }

  /// What was decided by hand, over what the channel remembers of files of that platform.
  private func decided(_ kind: ImportFile) -> FilePart.Decided {
    let platform = platform
    let known = memory(kind, platform)
    let decided = agreement.mapping[kind] ?? [:]
    return FilePart.Decided(
      platform: platform, mapping: known.merging(decided) { $1 }, remembered: Set(known.keys).subtracting(decided.keys))
  }

  /// The first sheet that is recognised and not doubted, or else the first that is recognised.
  private mutating func first<Read>(
    _ kind: ImportFile, _ decided: FilePart.Decided, _ content: (Read) -> FilePart.Content,
    _ read: (Table) throws(TableFault) -> Import<Read>
  ) throws(TableFault) -> FilePart {
    var doubted: (index: Int, file: Import<Read>)?
    var found: (index: Int, file: Import<Read>)?
    var fault: TableFault?
    for (index, sheet) in sheets.enumerated() where found == nil {
      do throws(TableFault) {
        let file = try read(sheet.table)
        if file.doubts.isEmpty { found = (index, file) } else if doubted == nil { doubted = (index, file) }
      } catch {
        if fault == nil { fault = error }
      }
    }
    guard let (index, file) = found ?? doubted else { throw fault ?? .unrecognised }
    let sheet = sheets.remove(at: index)
    return FilePart(
      kind, file, [sheet.name], header: sheet.table.headerLine, decided, content)
  }

  /// Whether it is asked which row of that sheet is the show at hand, or was.
  private func isDoubted(_ sheet: Sheet, _ show: PlannedShow, _ mapping: ColumnMapping) -> Bool {
    (try? ShowImport.summary(sheet.table, of: show, mapping: mapping).doubts.isEmpty) == false
  }

  /// Where nobody says which show is at hand: the first that the file tells.
  private func anyShow(_ mapping: ColumnMapping) -> PlannedShow {
    let rows = sheets.lazy.compactMap { try? ShowImport.summary($0.table, mapping: mapping).content }.first {
      !$0.isEmpty
    }
    return PlannedShow(start: rows?.first?.start?.instant ?? 0, title: rows?.first?.title)
  }

  /// The show at hand as all sheets together tell it.
  private mutating func summary(_ decided: FilePart.Decided) throws(TableFault) -> FilePart {
    let mapping = decided.mapping
    let show = show ?? anyShow(mapping)
    let read: SheetsImport<[ShowRow]>
    if sheets.count == 1 {
      let file = try ShowImport.summary(sheets[0].table, of: show, row: agreement.row, mapping: mapping, asks: asks)
      read = SheetsImport(file: file, left: [])
    } else {
      read = try ShowImport.summary(sheets, of: show, row: agreement.row, mapping: mapping)
    }
    var taken = sheets.filter { !read.left.contains($0.name) }
    sheets.removeAll { !read.left.contains($0.name) }
    // What is asked about is not taken for anything else.
    if taken.isEmpty, let index = sheets.firstIndex(where: { isDoubted($0, show, mapping) }) {
      taken = [sheets.remove(at: index)]
    }
    let asked = taken.count == 1 ? taken.first : taken.first { isDoubted($0, show, mapping) }
    let choices = asked.flatMap { try? ShowImport.summary($0.table, mapping: mapping).content } ?? []
    return FilePart(
      .summary, read.file, taken.map(\.name), header: taken.first?.table.headerLine ?? 1,
      decided, choices: choices.count > 1 || !read.file.doubts.isEmpty ? choices : []
    ) { .summary($0) }
  }
}

extension [ColumnHeader] {
  /// How many of them somebody has chosen a meaning for.
  fileprivate func count(in mapping: ColumnMapping) -> Int {
    count { header in
      switch mapping[header.key]?.meaning {
      case nil, .ignored: false
      default: true
      }
    }
  }
}
