import Board
import Identity
import JSON

/// A log on paper: commands are decided and applied at once, by one lead, at one time.
struct Log {
  var fold: LogFold
  var head: Int64 = 0
  static let lead = Identifier(high: 1, low: 1)

  init(_ kind: LogKind) { fold = LogFold(log: Identifier(high: 9, low: 9), kind: kind) }

  mutating func say(_ op: String, _ args: JSON) throws {
    try take(op, args, by: Actor(member: Self.lead, roles: [], isLead: true))
  }

  mutating func serve(_ op: String, _ args: JSON) throws { try take(op, args, by: .server(for: Self.lead)) }

  private mutating func take(_ op: String, _ args: JSON, by actor: Actor) throws {
    let seq = head + 1
    let id = Identifier(high: 7, low: UInt64(seq))
    let context = Context(
      actor: actor, now: 1_773_331_200_000, fresh: Identifier(high: UInt64(seq) << 40, low: 3), seq: seq)
    let decision = try fold.decide(Command(id: id, log: fold.log, op: op, args: args), in: context)
    _ = fold.apply(
      Event(
        seq: seq, tag: 1, id: id, by: Self.lead, at: 1_773_331_200_000, op: op, facts: decision.facts,
        words: decision.words.mapValues(\.text)))
    head = seq
  }
}
