/// What a solution says: all of it that can be edited.
public struct SolutionContent: Sendable, Equatable, Codable {
  var text: String
  var kind: Entry.Kind
  var owner: Role
  var due: String?
}
