import Identity
import JSON

/// In which order the issues are talked about: by votes, as they stood when solving began. What is posted since stands
/// behind. There is none while votes are secret.
public struct Agenda: Sendable, Equatable, Codable {
  public var issues: [String]
}

extension Agenda: Recorded {
  static var kind: RecordKind { .agenda }
  static let told = "`id:\"agenda\", issues:[id]`, in the order in which they are talked about"
  public var id: String { "agenda" }
  var record: Record { .agenda(self) }

  init?(_ record: Record) {
    guard case .agenda(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("issues", issues)
  }
}

extension LogFold {
  /// Most votes first, of equals by number; those that are about to be numbered are in the order of their ids. One that
  /// was erased before it was turned is not among them: nobody is to learn that there was one.
  var issuesByVotes: [String] {
    var totals = tallied
    // Of a group each has what the group was given.
    for group in all(Group.self) { for issue in group.issues { totals[issue] = totals[group.id] } }
    return all(Issue.self).filter { $0.revealed || $0.erased == nil }.sorted { one, other in
      let (first, second) = (totals[one.id] ?? 0, totals[other.id] ?? 0)
      return (second, one.no ?? Int.max, one.id) < (first, other.no ?? Int.max, other.id)
    }.map(\.id)
  }
}
