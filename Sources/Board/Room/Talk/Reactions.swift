import Identity
import JSON

/// Who has said which word; no word that nobody has said.
struct Reactions: Sendable, Equatable, Codable {
  /// By word, each member once, in the order in which they said it.
  private var members: [String: [Identifier]] = [:]

  init() {}

  init(from decoder: any Decoder) throws { members = try [String: [Identifier]](from: decoder) }
  func encode(to encoder: any Encoder) throws { try members.encode(to: encoder) }

  var isEmpty: Bool { members.isEmpty }

  subscript(word: Reaction) -> [Identifier] { members[word.rawValue] ?? [] }

  mutating func set(_ word: Reaction, by member: Identifier, isOn: Bool) {
    var said = self[word]
    said.removeAll { $0 == member }
    if isOn { said.append(member) }
    members[word.rawValue] = said.isEmpty ? nil : said
  }

  /// A number by word, in the order of the words.
  func writeCounts(into json: inout JSONWriter) {
    for word in Reaction.allCases where !self[word].isEmpty {
      json.key(named: word.rawValue)
      json.int(self[word].count)
    }
  }

  /// The members by word, in the order of the words.
  func writeMembers(into json: inout JSONWriter) {
    for word in Reaction.allCases where !self[word].isEmpty {
      json.key(named: word.rawValue)
      json.beginArray()
      for member in self[word] { json.string(member.description) }
      json.endArray()
    }
  }
}
