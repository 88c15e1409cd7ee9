@testable import Board

/// The records of one kind of log as the Protocol article tells them.
struct RecordTable {
  let log: LogKind

  var text: String {
    let rows = log.records.map { "| `\($0.kind.rawValue)` | \($0.told) |\n" }
    return (["| record | fields |\n", "|---|---|\n"] + rows).joined()
  }
}

extension LogKind {
  /// What a client holds of such a log.
  var records: [any Recorded.Type] {
    switch self {
    case .directory:
      [Organisation.self, Channel.self, Member.self, Invitation.self, ListedShow.self, ListedRoom.self]
    case .channel:
      [
        ListedShow.self,
        ListedRoom.self,
        Thresholds.self,
        ImportedFile.self,
        Mapping.self,
        Template.self,
        Action.self,
        Talk.self,
      ]
    case .show:
      [
        Show.self, Goal.self, Numbers.self, LatestNumbers.self, Series.self, SeriesAside.self, Marker.self,
        Question.self,
        ImportedFile.self,
      ]
    case .room:
      [
        Room.self,
        Issue.self,
        Ballot.self,
        Board.Progress.self,
        Solution.self,
        PhaseTimer.self,
        Focus.self,
        Ready.self,
        Deferral.self,
        Cause.self,
        LanePlace.self,
        Agenda.self,
        Talk.self,
        Mention.self,
        Group.self,
        HandVotes.self,
        Worth.self,
      ]
    case .playbook: [Entry.self]
    }
  }
}
