/// One line of the table of who may do what, when; and what then decides. There is one of each, which requests share.
final class Rule: Sendable {
  let op: String
  let log: LogKind
  /// A handful: a walk beats hashing.
  let who: [Who]
  /// Who may bring the file from which the server makes it.
  let bringing: [Who]
  /// Whether the log begins with it.
  let founds: Bool
  /// The phases of a room in which it is accepted; elsewhere all.
  let phases: [Phase]
  let decide: @Sendable (LogFold, Request) throws -> Decision

  init(
    _ op: String, _ log: LogKind, _ who: [Who], in phases: [Phase] = Phase.allCases,
    bringing: [Who] = [], decide: @escaping @Sendable (LogFold, Request) throws -> Decision
  ) {
    self.op = op
    founds = op.hasSuffix(".found")
    self.log = log
    self.who = who
    self.bringing = bringing
    self.phases = phases
    self.decide = decide
  }

  static func of(_ op: String, in log: LogKind) -> Rule? { byOp[op].flatMap { $0.log == log ? $0 : nil } }

  /// No op is one of two kinds of log.
  private static let byOp = Dictionary(uniqueKeysWithValues: table.map { ($0.op, $0) })

  /// Whether this actor may, whatever record the command names.
  func admits(_ actor: Actor, isFacilitator: Bool) -> Bool {
    if actor.isServer { return who.contains(.server) }
    return who.admit(actor) || who.contains(.oneself) || isFacilitator && who.contains(.facilitator)
  }

  /// Whether this actor may, given the record's author and whether it has been turned.
  func admits(_ actor: Actor, isAuthor: Bool, isRevealed: Bool) -> Bool {
    !actor.isServer
      && (isAuthor && who.contains(.author) || isRevealed && who.contains(.everyoneOnceRevealed))
  }

  /// Whether it depends on the record the command names who may.
  var asksForRecord: Bool { who.contains(.author) || who.contains(.everyoneOnceRevealed) }
}

extension [Who] {
  /// Whether the member's own rights suffice.
  func admit(_ actor: Actor) -> Bool {
    contains(.everyone) || actor.isLead && contains(.lead) || actor.roles.contains { contains(.role($0)) }
  }
}

extension [Phase] {
  static func through(_ first: Phase, _ last: Phase) -> [Phase] {
    let order = Phase.allCases
    return Array(order[order.firstIndex(of: first)!...order.firstIndex(of: last)!])
  }
}
