import Board
import Identity
import JSON

/// What a joiner gets of a log: what is shared stays where it is until a part is asked for, so that a thousand joiners
/// who wait for their turn hold one copy.
struct Page {
  private enum Piece {
    /// Records of a shelf, as everybody sees them.
    case run(Range<Int>)
    case own([UInt8])
  }

  private let shelves: [RecordKind: PageShelf]
  private let limit: Int
  private var parts: [[(kind: RecordKind, piece: Piece)]] = [[]]
  /// Bytes of the last part.
  private var size = 0

  /// The shelves do not hold the `unsettled` records: their settled values are given here.
  init(
    _ shelves: [RecordKind: PageShelf], of fold: LogFold, _ unsettled: [RecordKey: Record?], for member: Identifier,
    _ audience: Audience, without kinds: Set<RecordKind> = [], limit: Int
  ) {
    self.shelves = shelves
    self.limit = limit
    let viewer = Viewer(member: member, isLead: audience == .lead)
    for kind in RecordKind.allCases where !kinds.contains(kind) {
      if let shelf = shelves[kind] { add(shelf, kind, fold, viewer) }
      guard !unsettled.isEmpty else { continue }
      for case (let key, let record?) in unsettled.sorted(by: { $0.key < $1.key }) where key.kind == kind {
        add(record.render(for: record.insider == member ? viewer : audience.viewer), kind)
      }
    }
  }

  private mutating func add(_ shelf: PageShelf, _ kind: RecordKind, _ fold: LogFold, _ viewer: Viewer) {
    var next = 0
    for insider in shelf.insiders where insider.member == viewer.member {
      add(next..<insider.index, of: shelf, kind)
      add(fold[RecordKey(kind, shelf.ids[insider.index])]?.render(for: viewer), kind)
      next = insider.index + 1
    }
    add(next..<shelf.ids.count, of: shelf, kind)
  }

  private mutating func add(_ run: Range<Int>, of shelf: PageShelf, _ kind: RecordKind) {
    var rest = run
    while !rest.isEmpty {
      let start = shelf.start(rest.lowerBound)
      let fits = rest.lowerBound..<shelf.firstIndex(in: rest, endingBeyond: start + limit - size)
      // One record too large for any part is a part.
      let taken = fits.isEmpty && size == 0 ? rest.prefix(1) : fits
      if taken.isEmpty {
        turnOver()
      } else {
        let bytes = shelf.end(taken.upperBound - 1) - start
        if bytes > 0 { append(.run(taken), kind, bytes) }
        rest = taken.upperBound..<rest.upperBound
      }
    }
  }

  private mutating func add(_ record: [UInt8]?, _ kind: RecordKind) {
    guard let record else { return }
    if size > 0, size + record.count > limit { turnOver() }
    append(.own(record), kind, record.count + 1)
  }

  private mutating func append(_ piece: Piece, _ kind: RecordKind, _ bytes: Int) {
    parts[parts.count - 1].append((kind, piece))
    size += bytes
  }

  private mutating func turnOver() {
    parts.append([])
    size = 0
  }

  /// How many parts; never 0.
  var count: Int { parts.count }

  /// Roughly how many bytes a part takes, rather more than less.
  func size(of index: Int) -> Int { parts[index].reduce(64) { $0 + bytes($1.kind, $1.piece).count + 24 } }

  /// A part as a JSON object from kind to records.
  func write(_ index: Int, into json: inout JSONWriter) {
    var records = RecordsByKind()
    for (kind, piece) in parts[index] {
      records.turn(to: kind, in: &json)
      json.raw(bytes(kind, piece))
    }
    if records.isEmpty { json.object { _ in } } else { records.end(in: &json) }
  }

  /// Without the comma behind the last.
  private func bytes(_ kind: RecordKind, _ piece: Piece) -> ArraySlice<UInt8> {
    switch piece {
    case .own(let record): record[...]
    case .run(let run):
      shelves[kind].map { $0.bytes[$0.start(run.lowerBound)..<$0.end(run.upperBound - 1) - 1] } ?? []
    }
  }
}
