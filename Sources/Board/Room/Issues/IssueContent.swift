/// What an issue says: all of it that can be edited.
public struct IssueContent: Sendable, Equatable, Codable {
  var role: Lane
  var kind: Issue.Kind
  var text: String
  var offset: Int?
}
