/// What a question says: all of it that can be edited.
public struct QuestionContent: Sendable, Equatable, Codable {
  var wording: Wording?
  var masked: [String]
  @AddedLater var kept: [String]
  var product: Wording?
  var category: QuestionCategory?
  var urgency: Urgency?
}
