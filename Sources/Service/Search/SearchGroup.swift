import Board

/// How hits are grouped on the page.
enum SearchGroup: String, CaseIterable {
  case issues, entries, solutions, actions, questions, comments, markers, shows

  var kinds: [RecordKind] {
    switch self {
    case .issues: [.issue]
    case .entries: [.entry]
    case .solutions: [.solution]
    case .questions: [.question]
    case .markers: [.marker]
    case .comments: [.comment]
    case .actions: [.action]
    case .shows: [.show, .room]
    }
  }

  static func of(_ kind: String) -> SearchGroup? {
    allCases.first { $0.kinds.contains { $0.rawValue == kind } }
  }
}
