/// The kinds of record a client holds. The raw value is the name in `put` and `cut`. `show` and `room` are, in the
/// directory and in a channel's log, the entry that lists one; in their own log, the thing itself.
public enum RecordKind: String, Sendable, Codable, CaseIterable {
  case organisation, channel, member, invitation
  case show, goal, snapshot, latest, series, seriesAside, marker, question, file
  case room, issue, ballot, solution, progress
  case entry
  case thresholds, mapping
  case template
  case action
  case deferral
  case worth
  case cause
  case order
  case agenda
  case group
  case handVotes
  /// No client holds any.
  case gone
  case timer
  case focus
  case ready
  case talk
  case mention
  /// No client holds any.
  case comment
}

extension RecordKind {
  /// Whether its records follow from others: they are made anew from those, and never stored.
  var follows: Bool { self == .latest || self == .progress }

  /// Whether it counts what is hidden: that it changed says nothing of who did what, and must not.
  public var countsSecrets: Bool { self == .progress }

  /// How many places there are: some may be nobody's yet.
  static let places = 1 + (allCases.map(\.place).max() ?? 0)

  /// Where it stands among all of them: what is kept by kind is kept in an array, for it is asked for a dozen times a
  /// command.
  var place: Int {
    switch self {
    case .organisation: 0
    case .channel: 1
    case .member: 2
    case .invitation: 3
    case .show: 4
    case .goal: 5
    case .snapshot: 6
    case .series: 7
    case .marker: 8
    case .question: 9
    case .room: 10
    case .issue: 11
    case .ballot: 12
    case .solution: 13
    case .entry: 14
    case .latest: 15
    case .progress: 16
    case .gone: 17
    case .thresholds: 18
    case .file: 19
    case .seriesAside: 20
    case .mapping: 21
    case .template: 34
    case .timer: 26
    case .focus: 27
    case .ready: 28
    case .action: 32
    case .deferral: 33
    case .worth: 35
    case .cause: 29
    case .order: 30
    case .agenda: 31
    case .comment: 22
    case .talk: 23
    case .mention: 36
    case .group: 24
    case .handVotes: 25
    }
  }
}
