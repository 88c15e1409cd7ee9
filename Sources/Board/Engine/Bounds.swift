/// How much a log may hold, and how far a value may go: all in one place.
enum Bounds {
  static let channels = 100
  /// Of those who are active; whoever was removed takes no place.
  static let members = 2000
  /// Of those by which someone may still join.
  static let invitations = 1000
  static let shows = 10000
  static let rooms = 10000

  static let snapshots = 200
  static let series = 20
  /// Those replaced or taken back, which are kept to be brought back.
  static let seriesAside = 20
  static let markers = 2000
  /// Files one log remembers, and how many of the oldest it forgets at once when there are more.
  static let files = 500
  static let forgotten = 100
  /// Sources of which a channel remembers what their columns mean.
  static let mappings = 200
  /// A team's own, those removed among them.
  static let templates = 100
  /// Shows one list may concern.
  static let touched = 10000
  static let questions = 5000
  /// Records one imported event may bring.
  static let imported = 500
  /// Actions of a channel, settled ones among them, and how many of those everybody is told.
  static let actions = 10000
  static let settledActions = 100
  static let rows = 2880
  static let columns = 40

  static let issues = 1000
  static let solutions = 500
  /// Issues withdrawn and solutions dropped, which are kept to be erased.
  static let gone = 5000
  static let entries = 2000
  /// Comments of a room, withdrawn ones among them: their words can be erased yet.
  static let comments = 2000
  static let saidOfActions = 10_000
  /// Whom one comment may call, and comments of which a member is told that they name them.
  static let notified = 200
  static let mentions = 50

  /// Seconds from a show's start: a day before it to two days after.
  static let offsets = -86_400...172_800
  /// Seconds by which a corrected start moves what is told from it.
  static let shifts = Int(Int32.min)...Int(Int32.max)
  /// Milliseconds UTC, from 2000 to 2100.
  static let times = 946_684_800_000...4_102_444_800_000
  static let values = -1e12...1e12
  static let metrics = 100

  /// How far in the future a client's clock may be, and how long before the plan a show may be talked of.
  static let future: Int64 = 2 * 60_000
  static let beforeShow: Int64 = 6 * 3_600_000
  /// How long words of users are kept.
  static let wordsKept: Int64 = 60 * 86_400_000
}
