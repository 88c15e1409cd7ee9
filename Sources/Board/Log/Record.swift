public import Identity
import JSON

/// A record of any of the four logs. Indirect: it is held in several places, which share it.
public indirect enum Record: Sendable, Equatable, Codable {
  case organisation(Organisation)
  case channel(Channel)
  case member(Member)
  case invitation(Invitation)
  case listedShow(ListedShow)
  case listedRoom(ListedRoom)
  case show(Show)
  case goal(Goal)
  case snapshot(Snapshot)
  case series(Series)
  case marker(Marker)
  case question(Question)
  case room(Room)
  case issue(Issue)
  case ballot(Ballot)
  case solution(Solution)
  case entry(Entry)
}

extension Record {
  public var key: RecordKey { RecordKey(kind, id) }
  public var kind: RecordKind { type(of: recorded).kind }
  public var id: String { recorded.id }

  public func isVisible(to viewer: Viewer) -> Bool { recorded.isVisible(to: viewer) }

  /// JSON of the record as this viewer may see it; nil: hidden. The single place of secrecy (G5).
  public func render(for viewer: Viewer) -> [UInt8]? {
    let recorded = recorded
    guard recorded.isVisible(to: viewer) else { return nil }
    var json = JSONWriter()
    json.reserve(512)
    json.beginObject()
    recorded.write(into: &json, for: viewer)
    json.endObject()
    return json.bytes
  }

  /// Whether who sees both this and `before` sees a difference, as far as that can be told without writing them.
  public func isWrittenAnew(since before: Record) -> Bool {
    func isAnew<Kind: Recorded>(_ value: Kind) -> Bool {
      Kind(before).map { value.isWrittenAnew(since: $0) } ?? true
    }
    return isAnew(recorded)
  }

  /// The member who sees this record differently from everybody else: the author of an issue, the owner of a ballot.
  /// For them render with `Viewer(member:)`, for all others with `Viewer(member: nil)`.
  public var insider: Identifier? { recorded.insider }

  private var recorded: any Recorded {
    switch self {
    case .organisation(let value): value
    case .channel(let value): value
    case .member(let value): value
    case .invitation(let value): value
    case .listedShow(let value): value
    case .listedRoom(let value): value
    case .show(let value): value
    case .goal(let value): value
    case .snapshot(let value): value
    case .series(let value): value
    case .marker(let value): value
    case .question(let value): value
    case .room(let value): value
    case .issue(let value): value
    case .ballot(let value): value
    case .solution(let value): value
    case .entry(let value): value
    }
  }
}
