import Identity
import JSON

/// How many issues there are, or how many have voted, while nobody sees what: counts for everyone, of nobody in
/// particular. It follows from the room's issues and ballots, and is stored nowhere.
public struct Progress: Sendable, Equatable, Codable {
  /// Issues that wait to be revealed. Never their authors: who writes alone at a time would be known to have written
  /// before or not, and the names on the revealed issues would give away who is behind the anonymous ones.
  public let issues: Int?
  /// The same for each lane in which there are any. Whose lane it is says no more than the lane of the issue will.
  public let lanes: [Lane: Int]?
  /// Members who have cast a vote, while the vote lasts. Whoever takes it back has cast it all the same: a number that
  /// fell with an issue that is withdrawn would tell who had voted for that issue alone.
  public let voted: Int?
  /// The same of those who have cast all they had: the others may still vote.
  public let spent: Int?
  /// Answers to whether the review was worth it.
  public var answers: Int?
  /// What they come to, once it tells of nobody (``WorthTally``).
  public var worth: Double?
  /// Of how many answers that mean is.
  public var worthOf: Int?
}

extension Progress: Recorded {
  static var kind: RecordKind { .progress }
  static let told = """
    `id:"progress", cards? (how many there are, until they are turned), lanes?:{role: how many of \
    them it has}, voted? (members who have cast a vote, taken back or not, while the vote lasts), \
    spent? (how many of them have cast all they had), \
    answers? (how many have said what the review was worth), \
    worth? (the mean of those that are counted, in a closed room, where it tells of nobody), \
    worthOf? (how many are)`
    """
  public var id: String { "progress" }
  var record: Record { .progress(self) }

  init?(_ record: Record) {
    guard case .progress(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("cards", issues)
    if let lanes {
      json.object("lanes") { json in
        for lane in Lane.allCases {
          guard let n = lanes[lane] else { continue }
          json.key(named: lane.rawValue)
          json.int(n)
        }
      }
    }
    json.member("voted", voted)
    json.member("spent", spent)
    json.member("answers", answers)
    json.member("worth", number: worth)
    json.member("worthOf", worthOf)
  }
}

extension LogFold {
  /// Where the issues and ballots stand; nil where there is no room.
  var counted: Progress? {
    guard let room else { return nil }
    let lanes = shelves.tally.hiddenInLanes
    var progress = Progress(
      issues: room.revealed ? nil : shelves.tally.hiddenIssues, lanes: room.revealed || lanes.isEmpty ? nil : lanes,
      voted: room.phase == .vote ? shelves.count(.ballot) : nil,
      spent: room.phase == .vote ? shelves.tally.spentBallots : nil)
    progress.tell(worthTally, isClosed: room.phase == .closed)
    return progress
  }

  /// To be called by whatever changes a count or when it may be told.
  mutating func tellProgress() {
    countWorth()
    if let counted, counted != only(Progress.self) { put(counted) }
  }
}
