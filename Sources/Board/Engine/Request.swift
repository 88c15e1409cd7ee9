import Identity
import JSON

/// A command being decided: with its declaration, and the context it is judged in.
struct Request: Sendable {
  let declared: Act
  let command: Command
  let context: Context
  /// The record with which the log was founded; nil in one that is not.
  let root: Record?
  /// Whether the table admits the actor whatever record is named.
  let isAdmitted: Bool

  var actor: Actor { context.actor }
  var viewer: Viewer { Viewer(member: actor.member, isLead: actor.isLead) }

  /// The id of a new record; different for each index.
  func newID(_ index: Int = 0) -> String { ShortID.make(from: context.fresh, index) }

  /// Refuses who may act on their own records only, or on revealed issues only.
  func admit(author: Identifier, isRevealed: Bool = false) throws(Refusal) {
    guard isAdmitted || declared.admits(actor, isAuthor: author == actor.member, isRevealed: isRevealed)
    else {
      throw .forbidden
    }
  }

  /// Refuses an edit made on words that someone else has changed since.
  func checkEdit(of record: some Recorded, _ edits: Edits) throws(Refusal) {
    guard let on = command.on else { throw .invalid("on", .missing) }
    guard on <= edits.last else { throw .invalid("on", .outOfRange) }
    guard !edits.changed(since: on, exceptBy: actor.member) else {
      throw overtaken(by: record)
    }
  }

  /// Somebody else was faster: refused with the record as it is.
  func overtaken(by record: some Recorded) -> Refusal {
    Refusal(.conflict, record.record.render(for: viewer).map(Refusal.Detail.newer))
  }

  /// An act in another log, completed under an id of its own that this command's determines. `step`: of each act of a
  /// command one of its own.
  func act(
    in target: Identifier, _ kind: LogKind, _ op: String, _ args: JSON, step: UInt8 = 1, settle: String? = nil
  ) -> PendingAct {
    PendingAct(
      id: command.id.derived(step: step), target: target, targetKind: kind, op: op, args: args, member: actor.member,
      settle: settle)
  }

  /// The same where one command lays any number of acts: `name` tells them apart.
  func act(in target: Identifier, _ kind: LogKind, _ op: String, _ args: JSON, named name: String) -> PendingAct {
    PendingAct(
      id: command.id.derived(step: 7, name), target: target, targetKind: kind, op: op, args: args, member: actor.member,
      settle: nil)
  }

  var actID: Identifier { command.id.derived(step: 1) }
  /// The log this command makes.
  var newLog: Identifier { command.id.derived(step: 3) }
}

extension Decision {
  static let nothing = Decision(facts: [])
  init(_ facts: Fact...) { self.init(facts: facts) }
}
