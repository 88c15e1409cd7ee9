public import Tables

/// A show that is known already, with whatever names it for the caller.
public struct KnownShow<ID: Hashable & Sendable>: Sendable {
  public let id: ID
  /// Milliseconds since the epoch; midnight where only its day is known.
  public let start: Int64
  public let title: String

  public init(id: ID, start: Int64, title: String) {
    self.id = id
    self.start = start
    self.title = title
  }
}

/// Which known show each row of a list speaks of, by start and title together. Two rows are two shows.
public struct ShowMatching<ID: Hashable & Sendable>: Sendable {
  public enum Match: Sendable, Equatable {
    case known(ID)
    /// No known show is like it.
    case new
    /// It begins when a known show does, under another title: the same one renamed, or another. Ask.
    case ask([ID])
  }

  /// In the order of the rows.
  public let matches: [Match]

  /// - Parameter known: in a stable order; of two that are alike the first row has the first.
  public init(_ rows: [ShowRow], among known: [KnownShow<ID>], zone: Int = CivilTime.shanghai) {
    let byDay = Dictionary(grouping: known) { Moment(instant: $0.start).midnight(offset: zone) }
    var taken: Set<ID> = []
    var matches = [Match](repeating: .new, count: rows.count)
    // Rows that are a show beyond doubt have it before those that only might be.
    for isSure in [true, false] {
      for index in rows.indices where matches[index] == .new {
        guard let start = rows[index].start else { continue }
        let day = start.midnight(offset: zone)
        let around = [day - 86_400_000, day, day + 86_400_000].flatMap { byDay[$0] ?? [] }.filter {
          !taken.contains($0.id)
        }
        if isSure {
          guard let id = Self.sure(rows[index], start, around, zone) else { continue }
          taken.insert(id)
          matches[index] = .known(id)
        } else {
          let near = around.filter { start.hasTime && abs($0.start - start.instant) <= Self.near }
          if !near.isEmpty { matches[index] = .ask(near.map(\.id)) }
        }
      }
    }
    self.matches = matches
  }

  private static var near: Int64 { 1_800_000 }
  /// A show that was put off still has its title.
  private static var late: Int64 { 3 * 3_600_000 }

  private static func sure(_ row: ShowRow, _ start: Moment, _ around: [KnownShow<ID>], _ zone: Int) -> ID? {
    if !start.hasTime {
      let titled = around.filter {
        Moment(instant: $0.start).midnight(offset: zone) == start.instant && isTitled(row, $0)
      }
      return titled.first?.id
    }
    let byDistance = around.map { (distance: abs($0.start - start.instant), show: $0) }.sorted {
      $0.distance < $1.distance
    }
    if let nearest = byDistance.first, nearest.distance < 60_000,
      byDistance.dropFirst().first?.distance ?? .max >= 60_000
    {
      return nearest.show.id
    }
    return byDistance.first { $0.distance <= late && isTitled(row, $0.show) }?.show.id
  }

  /// A row without a title is the show that begins when it does.
  private static func isTitled(_ row: ShowRow, _ show: KnownShow<ID>) -> Bool {
    row.title == nil ? true : ShowTitle.isSame(row.title, show.title)
  }
}
