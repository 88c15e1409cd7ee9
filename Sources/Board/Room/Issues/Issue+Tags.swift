import JSON

// Free words by which issues are found together.
extension Issue {
  /// What an issue is tagged with: all of it at once, so that sent twice it is one tagging.
  public struct Tagging: Sendable, Equatable, Codable {
    public let tags: [String]
  }

  static let tag = Act(
    "issue.tag", in: .room, zh: "打标签", en: "Tag card", by: [.author, .everyoneOnceRevealed], during: work,
    .record("issue", .issue), .texts("tags", 0...5, each: 1...12),
    example: ["tags": ["节奏", "福袋"]], note: "all of them, absolute; one that is there twice counts once",
    undo: { before, event in
      guard case .room(.issueTagged(let id, _))? = event.facts.first, let issue = before.find(id, as: Issue.self) else {
        return nil
      }
      return Opposite("issue.tag", ["issue": .string(id), "tags": .array(issue.tags.map(JSON.string))])
    }
  ) { fold, request, id, tags in
    let issue = try fold.issue(id, request)
    guard issue.erased == nil else { throw Refusal.notFound }
    let tags = tags.reduce(into: [String]()) { once, tag in if !once.contains(tag) { once.append(tag) } }
    return issue.tags == tags ? .nothing : Decision(.room(.issueTagged(issue: id, tagging: Tagging(tags: tags))))
  }
}
