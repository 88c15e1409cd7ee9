// What an issue is: one of the kinds its room knows.
extension Issue {
  /// Every kind there is, of whatever template. The raw value is stored and sent.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case mistake, puzzle, experience
    case goal, result, analysis, insight
    case keep, improve, start, stop
    case problem, attempt
    case liked, learned, lacked, longed
    case expected, happened, why, next
    /// Of a team's own templates, which name them.
    case own1, own2, own3, own4, own5, own6

    /// Whether a build of before knows it.
    var isOld: Bool { self == .mistake || self == .puzzle || self == .experience }
    /// Those that a team's own template gives its kinds, in their order.
    static let own: [Kind] = [.own1, .own2, .own3, .own4, .own5, .own6]
  }
}

extension Room {
  /// Refuses a kind that this room does not know.
  func check(_ kind: Issue.Kind) throws(Refusal) {
    guard kinds.contains(where: { $0.key == kind }) else { throw .invalid("kind", .unknown) }
  }

  /// What comes from elsewhere under another kind goes under the first of the same sense, or the first.
  func fitting(_ kind: Issue.Kind) -> Issue.Kind {
    if kinds.contains(where: { $0.key == kind }) { return kind }
    let sense = Template.review.kinds.first { $0.key == kind }?.sense
    return (kinds.first { $0.sense == sense } ?? kinds[0]).key
  }

  private var kinds: [Template.Kind] { template?.kinds ?? Template.review.kinds }
}
