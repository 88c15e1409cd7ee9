/// The kinds of record a client holds. The raw value is the name in `put` and `cut`. `show` and `room` are, in the
/// directory, the entry that lists one; in their own log, the thing itself.
public enum RecordKind: String, Sendable, Codable, CaseIterable {
  case organisation, channel, member, invitation
  case show, goal, snapshot, series, marker, question
  case room, issue, ballot, solution
  case entry
}
