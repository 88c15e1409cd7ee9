import JSON

// Free words by which issues are found together.
extension Issue {
  /// What an issue is tagged with: all of it at once, so that sent twice it is one tagging.
  public struct Tagging: Sendable, Equatable, Codable {
    public let tags: [String]
  }

  static let tag = Act(
    "issue.tag", in: .room, zh: "打标签", en: "Tag card", by: [.author, .everyoneOnceRevealed], during: work,
    .record("issue", .issue), .texts("tags", 0...most, each: 1...12),
    .optional(.texts("was", 0...most, each: 1...12)),
    example: ["tags": ["节奏", "福袋"]],
    note: """
      all of them; one that is there twice counts once. With `was`, what the member saw, only the difference is made, so that what \
      others have added meanwhile stays
      """,
    undo: { before, event in
      guard case .room(.issueTagged(let id, let tagging))? = event.facts.first,
        let issue = before.find(id, as: Issue.self)
      else {
        return nil
      }
      let (tags, was) = (issue.tags.map(JSON.string), tagging.tags.map(JSON.string))
      return Opposite("issue.tag", ["issue": .string(id), "tags": .array(tags), "was": .array(was)])
    }
  ) { fold, request, id, tags, seen in
    let issue = try fold.issue(id, request)
    guard issue.erased == nil else { throw Refusal.notFound }
    let tags = issue.tags(wanted: tags, seen: seen ?? issue.tags)
    guard tags.count <= most else { throw Refusal(.full, .limit(most)) }
    return issue.tags == tags ? .nothing : Decision(.room(.issueTagged(issue: id, tagging: Tagging(tags: tags))))
  }

  private static let most = 5

  /// Those wanted, each once, and behind them what others have added since. What others have taken away stays away.
  private func tags(wanted: [String], seen: [String]) -> [String] {
    let kept = wanted.filter { !seen.contains($0) || tags.contains($0) }
    let others = tags.filter { !seen.contains($0) }
    return (kept + others).reduce(into: []) { once, tag in if !once.contains(tag) { once.append(tag) } }
  }
}
