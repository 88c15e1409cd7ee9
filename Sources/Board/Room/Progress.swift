import Identity
import JSON

/// How many have written or voted while nobody sees what: counts for everyone, of nobody in particular. It follows from
/// the room's cards and ballots, and is stored nowhere.
public struct Progress: Sendable, Equatable, Codable {
  /// Members with a card, until the cards are turned. Afterwards it would tell whether an anonymous card's author had
  /// written before.
  public let written: Int?
  /// Members who have given a vote, while the vote lasts.
  public let voted: Int?
}

extension Progress: Recorded {
  static var kind: RecordKind { .progress }
  public var id: String { "progress" }
  var record: Record { .progress(self) }

  init?(_ record: Record) {
    guard case .progress(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("written", written)
    json.member("voted", voted)
  }
}

extension LogFold {
  /// Where the cards and ballots stand; nil where there is no room.
  var counted: Progress? {
    guard let room else { return nil }
    return Progress(
      written: room.revealed ? nil : shelves.tally.writers, voted: room.phase == .vote ? shelves.tally.voters : nil)
  }

  /// To be called by whatever changes a count or when it may be told.
  mutating func tellProgress() {
    if let counted, counted != only(Progress.self) { put(counted) }
  }
}
