internal import Tables

/// How the times of a file within one show are read: one style for the whole column.
struct TimeColumn {
  let style: TimeStyle
  let certainty: ColumnReading.Certainty
  private let start: Int64?
  private let zone: Int

  private static let hour: Int64 = 3_600_000
  private static let day: Int64 = 24 * hour
  /// A file's first row is this near to the show's start, and its last one not later than that after it.
  private static let nearest = hour
  private static let longest = 16 * hour

  /// - Parameter start: the show's start, milliseconds since the epoch; without it only dates with a time are read.
  init(_ cells: [Cell], _ header: ColumnHeader?, start: Int64?, zone: Int, choice: TimeStyle?) {
    self.start = start
    self.zone = zone
    (style, certainty) =
      choice.map { ($0, .chosen) } ?? Self.judged(cells.filter { !$0.isNull }, header, start: start, zone: zone)
  }

  /// As a clock and as time since the start, whichever makes the file begin with the show and end before a day is over.
  private static func judged(_ cells: [Cell], _ header: ColumnHeader?, start: Int64?, zone: Int)
    -> (TimeStyle, ColumnReading.Certainty)
  {
    guard let start else { return (.dated, .known) }
    let isElapsedWord = elapsedWords.contains(header?.key ?? "")
    var undated: [Cell] = []
    for cell in cells.prefix(400) {
      if (try? cell.interval(offset: zone)) == nil { undated.append(cell) }
      if undated.count >= 200 { break }
    }
    if undated.isEmpty { return (.dated, .known) }
    let clocks = undated.compactMap { clock($0).map { Self.instant($0, start: start, zone: zone) - start } }
    let elapsed = undated.compactMap(\.elapsed)
    if clocks.isEmpty { return elapsed.isEmpty ? (.clock, .known) : (.elapsed, isElapsedWord ? .known : .decided) }
    if let last = elapsed.max(), last > longest { return (.clock, .decided) }
    switch (isPlausible(clocks), isPlausible(elapsed)) {
    case (true, false): return (.clock, .decided)
    // A column that begins in its first minutes counts from the start; one that begins later may be about a late part.
    case (false, true): return (.elapsed, isElapsedWord || elapsed.min() ?? hour < hour / 12 ? .decided : .unsure)
    case (true, true), (false, false): return (isElapsedWord ? .elapsed : .clock, .unsure)
    }
  }

  private static let elapsedWords: Set<String> = ["分钟", "播中分钟", "播中时间", "开播后", "开播分钟", "第几分钟", "minute", "offset"]

  private static func isPlausible(_ offsets: [Int64]) -> Bool {
    guard let first = offsets.min(), let last = offsets.max() else { return false }
    return abs(first) <= nearest && last <= longest
  }

  /// The cell's moment, nil where it cannot be read. A date of its own, or of the row, comes before the show's.
  func instant(_ cell: Cell, date: Moment? = nil) -> Int64? {
    if let moment = (try? cell.interval(offset: zone))??.start, moment.hasTime { return moment.instant }
    if style == .elapsed { return start.flatMap { start in cell.elapsed.map { start + $0 } } }
    guard let clock = Self.clock(cell) else { return nil }
    if let date { return date.midnight(offset: zone) + clock }
    return start.map { Self.instant(clock, start: $0, zone: zone) }
  }

  private static func clock(_ cell: Cell) -> Int64? { cell.clock ?? cell.clocks?.start }

  /// That time of the show's day, or of the next where the show went past midnight.
  private static func instant(_ clock: Int64, start: Int64, zone: Int) -> Int64 {
    let instant = Moment(instant: start).midnight(offset: zone) + clock
    return instant < start - day / 4 ? instant + day : instant
  }

  /// Whether a moment can be of the show that began at `start`.
  static func isNear(_ instant: Int64, _ start: Int64) -> Bool { (-12 * hour...36 * hour).contains(instant - start) }
}
