import Identity

/// Who last changed a record's words, so that an edit made on an older state is noticed.
public struct Edits: Sendable, Equatable, Codable {
  /// What clients call `edited` and send back as `on`.
  private(set) var last: Int64
  /// Each editor's last change. Never rendered: the record's author is among them.
  private var seqs: [String: Int64]

  init(_ seq: Int64, by member: Identifier) {
    last = seq
    seqs = [member.description: seq]
  }

  mutating func note(_ seq: Int64, by member: Identifier) {
    last = seq
    seqs[member.description] = seq
  }

  /// A new mark on unchanged words: at the reveal every card gets the same one, lest it tell when the card was written.
  mutating func restamp(_ seq: Int64) { last = seq }

  /// Whether anyone but `member` changed the words after `seq`.
  func changed(since seq: Int64, exceptBy member: Identifier) -> Bool {
    let own = member.description
    return seqs.contains { $0.value > seq && $0.key != own }
  }
}
