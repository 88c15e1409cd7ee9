import Identity
public import JSON

extension RoomHistory {
  /// The first stop of a replay: all that was before the cards were turned is one. The last event where none were.
  public var firstStop: Int64 { turned.map { max(1, $0 - 1) } ?? Int64(events.count) }

  /// What a viewer is shown of the room as it stood after an event: rendered as then, and secret as now. What was
  /// withdrawn or dropped since is not in it, of what was erased since there is the tombstone, and nobody's votes are.
  public func write(stop seq: Int64, for viewer: Viewer, into json: inout JSONWriter) {
    let last = min(max(seq, firstStop), Int64(events.count))
    let fold = fold(after: Int(last))
    json.member("seq", last)
    json.member("at", time(ofStop: last))
    json.object("records") { json in
      for kind in RecordKind.allCases where kind.isReplayed {
        let records = fold.records(kind).values.compactMap { replayed($0, for: viewer)?.render(for: viewer) }
        guard !records.isEmpty else { continue }
        json.key(named: kind.rawValue)
        json.beginArray()
        for record in records { json.raw(record) }
        json.endArray()
      }
    }
  }

  /// To the minute, as nobody may be named for some deeds. Of all that was before the turning, when the cards were turned:
  /// when the last of them was written tells whose it is.
  private func time(ofStop seq: Int64) -> Int64 {
    guard !events.isEmpty else { return 0 }
    let isFirst = seq <= firstStop && turned != nil
    return events[Int(isFirst ? turned ?? seq : seq) - 1].at.toTheMinute
  }

  private func replayed(_ record: Record, for viewer: Viewer) -> Record? {
    let key = record.key
    switch record {
    case .issue(let issue):
      guard case .issue(let last)? = now[key], stands(key, for: viewer) else { return nil }
      return last.erased == nil ? record : Record.issue(last.votes(as: issue))
    case .solution(var solution):
      guard case .solution(let last)? = now[key] else { return nil }
      if last.erased != nil { solution = last }
      solution.issues.removeAll { now[RecordKey(.issue, $0)] == nil }
      return .solution(solution)
    case .group(let group): return replayed(group).map(Record.group)
    default: return record
    }
  }
}

extension RoomHistory {
  /// A group of then, also one that was taken apart since. Its title is that of then, unless it may quote words that were
  /// erased or withdrawn since.
  private func replayed(_ group: Group) -> Group? {
    guard let last = now.groupOnceThere(group.id) else { return nil }
    var shown = group
    shown.issues.removeAll { now[RecordKey(.issue, $0)] == nil }
    if shown.issues.isEmpty { return nil }
    let stands =
      (group.issues + group.left).allSatisfy { now.find($0, as: Issue.self)?.erased == nil }
      && shown.issues.count == group.issues.count
    if !stands { shown.title = last.title }
    return shown
  }
}

extension Issue {
  fileprivate func votes(as other: Issue) -> Issue {
    var issue = self
    issue.votes = other.votes
    return issue
  }
}

extension RecordKind {
  /// What a board is made of. Who voted for what, and what it was worth to whom, is never replayed.
  fileprivate var isReplayed: Bool {
    switch self {
    case .room, .progress, .issue, .solution, .group: true
    default: false
    }
  }
}
