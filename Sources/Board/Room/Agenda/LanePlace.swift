import Identity
import JSON

/// Where an issue stands in its lane since somebody has moved it. One that nobody has moved stands by its number.
public struct LanePlace: Sendable, Equatable, Codable {
  /// The issue's.
  public let id: String
  /// Keys are compared byte by byte; see ``PlaceKey``.
  public let key: String
}

extension LanePlace: Recorded {
  static var kind: RecordKind { .order }
  static let told = """
    `id` (= the issue), `key`: issues of a lane stand in the order of their keys, compared byte by byte; the key of an \
    issue without one is its number in six digits
    """
  var record: Record { .order(self) }

  init?(_ record: Record) {
    guard case .order(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("key", key)
  }
}

extension LanePlace {
  /// Named by its neighbour, so that two who move at once both have their way: the key follows from where the neighbour
  /// stands by then.
  static let place = Act(
    "issue.place", in: .room, zh: "排序", en: "Move card", by: [.everyoneOnceRevealed], during: [.collect, .solve],
    .record("issue", .issue), .optional(.record("after", .issue)), .edited(.text("key", 1...PlaceKey.longest)),
    note: """
      behind the card `after`, or before all of its lane; with `key`, where it stood before (empty: by its number)
      """,
    undo: { before, event in
      guard case .room(.issuePlaced(let id, _))? = event.facts.first else { return nil }
      let key = before.find(id, as: LanePlace.self)?.key
      return Opposite("issue.place", ["issue": .string(id), "key": .clearing(key)])
    }
  ) { fold, request, id, after, key in
    let issue = try fold.issue(id, request)
    let place: LanePlace? =
      switch key {
      case .cleared: nil
      case .changed(let key): LanePlace(id: id, key: try fold.free(PlaceKey.checked(key), for: issue))
      case .untouched: LanePlace(id: id, key: try fold.key(placing: issue, after: after, request))
      }
    return fold.find(id, as: LanePlace.self) == place
      ? .nothing : Decision(.room(.issuePlaced(issue: id, place: place)))
  }
}

extension LogFold {
  mutating func applyPlace(_ place: LanePlace?, of issue: String) {
    if let place, find(issue, as: Issue.self) != nil { put(place) } else { remove(LanePlace.self, issue) }
  }

  /// What stands there already keeps its key.
  fileprivate func key(placing issue: Issue, after neighbour: String?, _ request: Request) throws(Refusal) -> String {
    let lower = try neighbour.map { id throws(Refusal) in key(of: try visibleIssue(id, request)) }
    guard neighbour != issue.id else { throw .invalid("after", .invalid) }
    let others = keys(beside: issue)
    let behind = PlaceKey.ofNumber(request.room.lastNo + 1)
    let isLast = lower.map { $0 < behind } ?? true
    let upper = others.filter { key in lower.map { key > $0 } ?? true }.min() ?? (isLast ? behind : nil)
    let own = key(of: issue)
    if upper.map({ own < $0 }) ?? true, lower.map({ $0 < own }) ?? true { return own }
    guard let between = PlaceKey.between(lower ?? "", upper) else { throw Refusal(.full, .limit(PlaceKey.longest)) }
    return between
  }

  /// A key that another card has got since is given up for one just before it: two of one key could not be parted.
  fileprivate func free(_ key: String, for issue: Issue) throws(Refusal) -> String {
    let others = keys(beside: issue)
    guard others.contains(key) else { return key }
    guard let before = PlaceKey.between(others.filter { $0 < key }.max() ?? "", key) else {
      throw Refusal(.full, .limit(PlaceKey.longest))
    }
    return before
  }

  /// Those of the other cards of its lane.
  private func keys(beside issue: Issue) -> [String] {
    all(Issue.self).filter { $0.role == issue.role && $0.id != issue.id && $0.revealed }.map(key)
  }

  private func key(of issue: Issue) -> String {
    find(issue.id, as: LanePlace.self)?.key ?? PlaceKey.ofNumber(issue.no ?? 0)
  }
}
