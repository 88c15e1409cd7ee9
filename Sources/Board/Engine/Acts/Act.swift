import Identity
import JSON

/// One command, declared once: who may send it, when, with what, and what then is decided. From it follow how its
/// arguments are read, the tables of the Permissions and Protocol articles, the page's `core/wire.js` and what it calls
/// the command, and the samples that every general test sends. There is one of each, which requests share.
final class Act: Sendable {
  typealias Needs = @Sendable (_ args: JSON, _ directory: () -> LogFold) -> [Identifier]
  typealias NeedsHere = @Sendable (_ here: LogFold, _ args: JSON, _ directory: () -> LogFold) -> [Identifier]
  typealias Undo = @Sendable (_ before: LogFold, _ event: Event) -> Opposite?

  let op: String
  let log: LogKind
  /// What people read while it is not saved; empty where only the server sends it.
  let zh: String
  let en: String
  /// A handful: a walk beats hashing.
  let who: [Who]
  /// Who may bring the file from which the server makes it.
  let bringing: [Who]
  /// The phases of a room in which it is accepted; elsewhere all.
  let phases: [Phase]
  let fields: [Field]
  /// Arguments that are accepted where records are as expected. Those that name records may be left to the reader.
  let example: JSON
  /// What else is to be known of it, for the Protocol article.
  let note: String
  /// Logs whose settled state it reads. Logs the organisation does not know are not asked for.
  let needs: Needs?
  /// Whether it is judged by who is present (`Context.present`).
  let asksPresence: Bool
  /// The same, where it depends on the log itself.
  let needsHere: NeedsHere?
  /// The command that takes it back, of the log before it and its event; nil where nothing does.
  let undo: Undo?
  /// Why nothing takes it back; nil where `undo` does, and of what the server alone sends.
  let whyFinal: String?
  let decide: @Sendable (LogFold, Request) throws -> Decision

  init<each Value: Sendable>(
    _ op: String, in log: LogKind, zh: String = "", en: String = "", by who: [Who],
    during phases: [Phase] = Phase.allCases, bringing: [Who] = [], _ arguments: repeat Argument<each Value>,
    example: JSON = [:], note: String = "", needs: Needs? = nil,
    needsHere: NeedsHere? = nil, asksPresence: Bool = false,
    undo: Undo? = nil, final why: String? = nil,
    decide: @escaping @Sendable (LogFold, Request, repeat each Value) throws -> Decision
  ) {
    var fields: [Field] = []
    for argument in repeat each arguments { fields += argument.fields }
    self.op = op
    self.log = log
    self.zh = zh
    self.en = en
    self.who = who
    self.bringing = bringing
    self.phases = phases
    self.fields = fields
    self.example = example
    self.note = note
    self.needs = needs
    self.asksPresence = asksPresence
    self.needsHere = needsHere
    self.undo = undo
    whyFinal = why
    self.decide = { fold, request in
      var args = try Arguments(request.command.args)
      let values = (repeat try (each arguments).read(&args))
      try args.end()
      return try decide(fold, request, repeat each values)
    }
  }

  /// Whether a log begins with it.
  var founds: Bool { op.hasSuffix(".found") }
  /// The field that names the record it changes; nil: it makes one, or concerns the log.
  var target: Field? { fields.first { if case .record = $0.kind { !$0.isOptional } else { false } } }
}

// MARK: - Who may

extension Act {
  static func of(_ op: String, in log: LogKind) -> Act? { byOp[op]?.first { $0.log == log } }

  /// What has the same op in two kinds of log is asked for, and allowed, in the same way in both.
  private static let byOp = Dictionary(grouping: all, by: \.op)

  /// Whether this actor may, whatever record the command names.
  func admits(_ actor: Actor, isFacilitator: Bool, isFormer: Bool = false) -> Bool {
    if actor.isServer { return who.contains(.server) }
    return who.admit(actor) || who.contains(.oneself) || isFacilitator && who.contains(.facilitator)
      || isFormer && who.contains(.former)
  }

  /// Whether this actor may, given the record's author and whether it has been turned.
  func admits(_ actor: Actor, isAuthor: Bool, isRevealed: Bool) -> Bool {
    !actor.isServer
      && (isAuthor && who.contains(.author) || isRevealed && who.contains(.everyoneOnceRevealed))
  }

  /// Whether it depends on the record the command names who may.
  var asksForRecord: Bool { who.contains(.author) || who.contains(.everyoneOnceRevealed) }
}
