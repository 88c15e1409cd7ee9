import Identity
import Rows

/// Who is in a log and what they do there, on every node. At most once, never stored, forgotten after a while.
final class Presence {
  var marks = PresenceMarks()
  /// What the log's followers here were told.
  private(set) var told = PresenceNews()
  private(set) var writing = Writing()
  private var unnamed = UnnamedWriters()
  /// What the other nodes were told of this node's connections.
  private var toldOthers = PresenceNews()
  private var greeting: [UInt8]?

  /// Whether nothing is to be told or forgotten any more.
  var isEmpty: Bool {
    marks.isEmpty && told.isEmpty && toldOthers.isEmpty && unnamed.isQuiet && !writing.isUnnamed
  }

  /// What the followers here are to be told, once a pause at most; nil: nothing. `veil`: as much of it as they may know.
  func news(now: Instant, pause: Int64, veil: (Stance) -> Stance) -> (news: [PresenceNews.Item], writing: Writing?)? {
    told.note(marks.takeChanged())
    toldOthers.note(marks.takeChangedHere())
    unnamed.pass(now.wall, isUnnamed: marks.areUnnamed, isCrowd: marks.isCrowd)
    var writing = writing
    var news: [PresenceNews.Item] = []
    if told.isDue(now.monotonic) {
      writing.lanes = marks.lanes
      news = told.take(now.monotonic, pause: pause) { marks.stance($0).map(veil) }
    }
    // Beside what a member does it would tell who it is.
    if news.isEmpty, writing == self.writing { writing.isUnnamed = unnamed.isTold }
    let isChanged = writing != self.writing
    guard isChanged || !news.isEmpty else { return nil }
    self.writing = writing
    greeting = nil
    return (news, isChanged ? writing : nil)
  }

  /// What the other nodes are to be told, after ``news``; of everyone who is here when `isAll`.
  func sightings(of log: Identifier, now: Int64, pause: Int64, isAll: Bool) -> [Sighting] {
    var members = Set(toldOthers.take(now, pause: pause) { marks.stance($0, hereOnly: true) }.map(\.member))
    if isAll { members.formUnion(marks.membersHere) }
    return members.sorted().map { member in
      Sighting(
        log: log, member: member, stance: marks.stance(member, hereOnly: true),
        age: max(0, now - (marks.heard[member] ?? now)))
    }
  }

  /// Everyone, for a newcomer, as far as it has been told to the others; nil: nobody. Made once for many newcomers.
  func greeting(_ frame: ([PresenceNews.Item], Writing) -> [UInt8]) -> [UInt8]? {
    if told.told.isEmpty { return nil }
    if let greeting { return greeting }
    let everyone = told.told.map { PresenceNews.Item(member: $0.key, was: nil, is: $0.value) }
    let made = frame(everyone.sorted { $0.member < $1.member }, writing)
    greeting = made
    return made
  }
}
