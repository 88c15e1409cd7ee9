import Identity
import JSON

/// Who last changed a record's words, so that an edit made on an older state is noticed.
public struct Edits: Sendable, Equatable {
  /// What clients call `edited` and send back as `on`. No editor's change is newer.
  private(set) var last: Int64
  /// Each editor's last change, by editor: one as a rule, for whom a dictionary would weigh more than the issue. Never
  /// rendered: the record's author is among them.
  private var editors: [Editor]
  /// Whether the text is not the one any more with which the record began: what else was changed leaves it whole.
  private(set) var haveChanged = false

  private struct Editor: Sendable, Equatable {
    let member: Identifier
    var seq: Int64
  }

  /// Of a record that nobody has changed, and of which it is not kept who made it.
  private init() {
    last = 0
    editors = []
  }

  init(_ seq: Int64, by member: Identifier) {
    last = seq
    editors = [Editor(member: member, seq: seq)]
  }

  /// As they were stored, in whatever order.
  private init(last: Int64?, _ editors: [Editor], haveChanged: Bool?) throws {
    self.last = try last.orMissing("last")
    self.haveChanged = haveChanged ?? false
    self.editors = editors
    if editors.count > 1 { self.editors.sort { $0.member < $1.member } }
    _ = try editors.first.orMissing("seqs")
  }

  mutating func note(_ seq: Int64, by member: Identifier, rewords: Bool) {
    last = seq
    if rewords { haveChanged = true }
    let index = editors.firstIndex { $0.member >= member } ?? editors.count
    if index < editors.count, editors[index].member == member {
      editors[index].seq = seq
    } else {
      editors.insert(Editor(member: member, seq: seq), at: index)
    }
  }

  /// A new mark on unchanged words: at the reveal every issue gets the same one, lest it tell when the issue was
  /// written.
  mutating func restamp(_ seq: Int64) { last = seq }

  /// The event since which the words are what they are.
  var lastChange: Int64 { editors.reduce(0) { max($0, $1.seq) } }

  /// Whether anyone but `member` changed the words after `seq`.
  func changed(since seq: Int64, exceptBy member: Identifier) -> Bool {
    editors.contains { $0.seq > seq && $0.member != member }
  }
}

extension Edits: Blank {
  public static var blank: Edits { Edits() }
}

extension Edits {
  /// A state stored before that was known does not tell whether the words have changed; what does tells of it, too.
  public static func == (one: Edits, other: Edits) -> Bool { one.last == other.last && one.editors == other.editors }
}

extension Edits {
  private enum Member: String, CodingKey, CaseIterable { case last, seqs, changed }
  private static let members = JSONWords<Member>()

  /// As the conformance below describes it.
  func writeStored(into json: inout JSONWriter) {
    json.member("last", last)
    json.object("seqs") { json in
      for editor in editors {
        json.key(named: editor.member.description)
        json.int(editor.seq)
      }
    }
    if haveChanged { json.member("changed", true) }
  }

  init(stored cursor: inout JSONCursor) throws {
    var last: Int64?
    var editors: [Editor] = []
    var haveChanged: Bool?
    try cursor.members(Self.members) { member, cursor in
      switch member {
      case .last: last = try cursor.int()
      case .seqs:
        editors.reserveCapacity(1)
        try cursor.entries(Identifier.init(utf8:)) { member, cursor in
          editors.append(Editor(member: member, seq: try cursor.int()))
        }
      case .changed: haveChanged = try cursor.bool()
      }
    }
    try self.init(last: last, editors, haveChanged: haveChanged)
  }
}

extension Edits: Codable {
  /// `seqs` is stored as an object from member to seq.
  public init(from decoder: any Decoder) throws {
    let stored = try decoder.container(keyedBy: Member.self)
    let editors = try stored.decode([String: Int64].self, forKey: .seqs).map { text, seq in
      guard let member = Identifier(text) else {
        throw DecodingError.dataCorruptedError(forKey: .seqs, in: stored, debugDescription: "not a UUID")
      }
      return Editor(member: member, seq: seq)
    }
    try self.init(
      last: stored.decode(Int64.self, forKey: .last), editors,
      haveChanged: stored.decodeIfPresent(Bool.self, forKey: .changed))
  }

  public func encode(to encoder: any Encoder) throws {
    var stored = encoder.container(keyedBy: Member.self)
    try stored.encode(last, forKey: .last)
    try stored.encode(
      Dictionary(uniqueKeysWithValues: editors.map { ($0.member.description, $0.seq) }), forKey: .seqs)
    if haveChanged { try stored.encode(true, forKey: .changed) }
  }
}
