public import Identity
public import JSON

/// How the words of an issue came about, told from its events: what it said when it was turned, and what each change
/// since has made of it. Nothing from before the turning is in it. Of an anonymous issue neither who changed it is told
/// nor when, as of its events. There is none of an issue that was withdrawn or erased.
public struct IssueHistory: Sendable {
  private let issue: String
  private var content: IssueContent?
  private var isAnonymous = false
  private var isRevealed = false
  private var isWithdrawn = false
  private var versions: [Version] = []

  private struct Version: Sendable {
    let content: IssueContent
    let by: Identifier?
    let at: Int64?
  }

  public init(of issue: String) { self.issue = issue }

  /// Events are taken oldest first; those of other records change nothing.
  public mutating func take(_ facts: [Fact], by member: Identifier, at time: Int64) {
    for case .room(let fact) in facts {
      switch fact {
      case .issuePosted(let posted) where posted.id == issue:
        (content, isAnonymous, isRevealed) = (posted.content, posted.anonymous, posted.revealed)
        if isRevealed { tell(by: member, at: time) }
      case .issueEdited(issue, let edited):
        content = edited
        if isRevealed { tell(by: member, at: time) }
      case .cardsRevealed(let numbers) where numbers[issue] != nil:
        isRevealed = true
        tell(by: nil, at: nil)
      case .issueWithdrawn(issue): isWithdrawn = true
      case .issueRestored(issue, let no):
        isWithdrawn = false
        if no != nil {
          isRevealed = true
          tell(by: member, at: time)
        }
      case .issueErased(issue, _, _, _): (content, versions) = (nil, [])
      default: break
      }
    }
  }

  private mutating func tell(by member: Identifier?, at time: Int64?) {
    guard let content else { return }
    versions.append(Version(content: content, by: isAnonymous ? nil : member, at: isAnonymous ? nil : time))
  }

  /// `{versions: [{text, kind, role, offset?, by?, at?}]}`, the oldest first.
  public func write(into json: inout JSONWriter) {
    json.object { json in
      json.array("versions") { json in
        for version in isWithdrawn ? [] : versions {
          json.object { json in
            json.member("text", version.content.text)
            json.member("kind", version.content.kind.rawValue)
            json.member("role", version.content.role.rawValue)
            json.member("offset", version.content.offset)
            json.member("by", version.by)
            json.member("at", version.at)
          }
        }
      }
    }
  }
}

extension LogFold {
  /// Whether everyone sees the issue, with its words: of no other is a history told.
  public func tellsHistory(of issue: String) -> Bool {
    find(issue, as: Issue.self).map { $0.revealed && $0.erased == nil } ?? false
  }
}
