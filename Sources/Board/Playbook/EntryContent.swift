/// What an entry says: all of it that can be edited.
public struct EntryContent: Sendable, Equatable, Codable {
  var title: String
  var kind: Entry.Kind
  var roles: [Role]
  var stage: Entry.Stage?
  var trigger: String?
  var text: String
}
