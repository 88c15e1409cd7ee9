import Board
import Identity
import JSON

extension ImportPlan {
  /// Has every step judged on a copy of the show, each on what those before it leave behind. Throws what the first
  /// that is refused is told, so that a file that cannot be taken whole is not begun.
  func rehearse(on show: LogFold, head: Int64, by actor: Actor, at now: Int64) throws(Refusal) {
    var show = show
    var seq = head
    var generator = SystemRandomNumberGenerator()
    for step in steps {
      let id = Identifier.random(using: &generator)
      let command = Command(id: id, log: show.log, op: step.op, args: step.args)
      seq += 1
      let decision = try show.decide(command, in: Context(actor: actor, now: now, fresh: id, seq: seq))
      _ = show.apply(
        Event(
          seq: seq, tag: 0, id: id, by: actor.member, at: now, op: step.op, facts: decision.facts,
          words: decision.words.mapValues(\.text)))
    }
  }
}
