public import Tables

/// The show at hand, as it was planned.
public struct PlannedShow: Sendable, Equatable {
  /// Milliseconds since the epoch.
  public let start: Int64
  public let title: String?

  public init(start: Int64, title: String? = nil) {
    self.start = start
    self.title = title
  }
}

/// Which row of a file is the show at hand.
public enum ShowChoice: Sendable, Equatable {
  /// The file has no show.
  case none
  case row(Int)
  /// These come into question: ask.
  case several([Int])
  /// All are of other days.
  case otherDay

  /// Shows begin late and early, but not by more than that.
  private static let near: Int64 = 6 * 3_600_000
  /// Nobody streams two shows that begin within this on one channel.
  private static let same: Int64 = 1_800_000

  /// By start and title: of the rows that begin near the planned time the one of that title, or the only one, or the
  /// only one that begins when it was planned. A row that does not say when may be any show. A false start is chosen
  /// only where there is nothing else.
  public init(among rows: [ShowRow], of show: PlannedShow, zone: Int = CivilTime.shanghai) {
    let real = rows.indices.filter { !rows[$0].isFalseStart }
    let all = real.isEmpty ? Array(rows.indices) : real
    let near = all.filter { Self.isNear(rows[$0].start, show, zone) }
    let untimed = all.filter { rows[$0].start == nil }
    let titled = (near + untimed).filter { ShowTitle.isSame(rows[$0].title, show.title) }
    let onTime = near.filter { rows[$0].start.map { $0.hasTime && abs($0.instant - show.start) <= Self.same } ?? false }
    if all.isEmpty {
      self = .none
    } else if near.isEmpty, untimed.isEmpty {
      self = .otherDay
    } else if titled.count == 1 {
      self = .row(titled[0])
    } else if onTime.count == 1, titled.isEmpty || titled.contains(onTime[0]) {
      self = .row(onTime[0])
    } else if near.count + untimed.count == 1, titled.isEmpty, Self.mayBe(rows[(near + untimed)[0]], show) {
      self = .row((near + untimed)[0])
    } else {
      self = .several(titled.isEmpty ? near + untimed : titled)
    }
  }

  private static func isNear(_ start: Moment?, _ show: PlannedShow, _ zone: Int) -> Bool {
    guard let start else { return false }
    if start.hasTime { return abs(start.instant - show.start) <= near }
    return start.instant == Moment(instant: show.start).midnight(offset: zone)
  }

  /// The only row of that day, unless both have a title and those differ.
  private static func mayBe(_ row: ShowRow, _ show: PlannedShow) -> Bool { row.title == nil || show.title == nil }
}

/// Titles as people compare them.
enum ShowTitle {
  /// The same letters and digits, or one within the other: `羊绒专场` and `3.12 羊绒专场！`.
  static func isSame(_ one: String?, _ other: String?) -> Bool {
    guard let one = one.map(plain), let other = other.map(plain), !one.isEmpty, !other.isEmpty else { return false }
    return one == other || (min(one.count, other.count) >= 3 && (one.contains(other) || other.contains(one)))
  }

  static func plain(_ title: String) -> String {
    String(
      String.UnicodeScalarView(
        title.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }
}
