import Identity
import JSON

/// Who last changed a record's words, so that an edit made on an older state is noticed.
public struct Edits: Sendable, Equatable {
  /// What clients call `edited` and send back as `on`. No editor's change is newer.
  private(set) var last: Int64
  /// Each editor's last change, in the order of the editors. One as a rule, who stands here: an array or a dictionary for
  /// them would weigh as much as the card. Never rendered: the record's author is among them.
  private var first: Editor
  private var others: [Editor] = []

  private struct Editor: Sendable, Equatable {
    let member: Identifier
    var seq: Int64

    func write(into json: inout JSONWriter) {
      json.key(named: member.description)
      json.int(seq)
    }

    func isNewer(than seq: Int64, exceptBy member: Identifier) -> Bool { self.seq > seq && self.member != member }
  }

  init(_ seq: Int64, by member: Identifier) {
    last = seq
    first = Editor(member: member, seq: seq)
  }

  mutating func note(_ seq: Int64, by member: Identifier) {
    last = seq
    if first.member == member {
      first.seq = seq
    } else if let index = others.firstIndex(where: { $0.member == member }) {
      others[index].seq = seq
    } else {
      var editor = Editor(member: member, seq: seq)
      if editor.member < first.member { swap(&first, &editor) }
      others.insert(editor, at: others.firstIndex { $0.member > editor.member } ?? others.count)
    }
  }

  /// A new mark on unchanged words: at the reveal every card gets the same one, lest it tell when the card was written.
  mutating func restamp(_ seq: Int64) { last = seq }

  /// Whether anyone but `member` changed the words after `seq`.
  func changed(since seq: Int64, exceptBy member: Identifier) -> Bool {
    first.isNewer(than: seq, exceptBy: member) || others.contains { $0.isNewer(than: seq, exceptBy: member) }
  }
}

extension Edits {
  private enum Member: String, CodingKey, CaseIterable { case last, seqs }
  private static let members = JSONWords<Member>()

  /// As the conformance below describes it.
  func writeStored(into json: inout JSONWriter) {
    json.member("last", last)
    json.object("seqs") { json in
      first.write(into: &json)
      for editor in others { editor.write(into: &json) }
    }
  }

  init(stored cursor: inout JSONCursor) throws {
    var last: Int64?
    var editors = Editors()
    try cursor.members(Self.members) { member, cursor in
      switch member {
      case .last: last = try cursor.int()
      case .seqs:
        try cursor.entries(Identifier.init(utf8:)) { editor, cursor in editors.add(editor, try cursor.int()) }
      }
    }
    self = try editors.edits(last: last.orMissing("last"))
  }

  /// As they are read, one by one.
  private struct Editors {
    private var edits: Edits?

    mutating func add(_ member: Identifier, _ seq: Int64) {
      if edits?.note(seq, by: member) == nil { edits = Edits(seq, by: member) }
    }

    func edits(last: Int64) throws -> Edits {
      var edits = try edits.orMissing("seqs")
      edits.restamp(last)
      return edits
    }
  }
}

extension Edits: Codable {
  /// `seqs` is stored as an object from member to seq.
  public init(from decoder: any Decoder) throws {
    let stored = try decoder.container(keyedBy: Member.self)
    var editors = Editors()
    for (text, seq) in try stored.decode([String: Int64].self, forKey: .seqs) {
      guard let member = Identifier(text) else {
        throw DecodingError.dataCorruptedError(forKey: .seqs, in: stored, debugDescription: "not a UUID")
      }
      editors.add(member, seq)
    }
    self = try editors.edits(last: stored.decode(Int64.self, forKey: .last))
  }

  public func encode(to encoder: any Encoder) throws {
    var stored = encoder.container(keyedBy: Member.self)
    try stored.encode(last, forKey: .last)
    let seqs = ([first] + others).map { ($0.member.description, $0.seq) }
    try stored.encode(Dictionary(uniqueKeysWithValues: seqs), forKey: .seqs)
  }
}
