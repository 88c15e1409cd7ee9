import JSON

/// Where a load goes on: in rooms, with cards and votes, or in shows, with questions and who asked them too.
enum Arena {
  case room, show

  typealias Act = (op: String, args: JSON)

  /// What its senders add and edit.
  var record: String { self == .room ? "issue" : "question" }
  /// How many of them a load may add: a room holds a thousand.
  var mostPosts: Int { self == .room ? 700 : 3000 }

  func post(_ words: String) -> Act {
    switch self {
    case .room: ("issue.post", ["role": "host", "kind": "mistake", "text": .string(words)])
    case .show: ("question.log", ["text": .string(words)])
    }
  }

  func edit(_ id: String, _ words: String) -> Act {
    ("\(record).edit", [record: .string(id), "text": .string(words)])
  }

  /// `hadVote`: a vote is taken back, which is a vote too.
  func vote(_ id: String, hadVote: Bool) -> Act {
    switch self {
    case .room: ("vote.set", ["issue": .string(id), "votes": hadVote ? 0 : 1])
    case .show: ("question.plus", ["question": .string(id)])
    }
  }
}
