import Board
import Identity
import JSON

extension ImportPlan {
  /// The show as it will be once every step is done, each judged on what those before it leave behind. Throws what the
  /// first that is refused is told, so that a file that cannot be taken whole is not begun.
  func rehearsed(on show: LogFold, head: Int64, by actor: Actor, at now: Int64) throws(Refusal) -> LogFold {
    var show = show
    var seq = head
    for step in steps {
      let command = Command(id: step.id, log: show.log, op: step.op, args: step.args)
      seq += 1
      let decision = try show.decide(command, in: Context(actor: actor, now: now, fresh: step.id, seq: seq))
      _ = show.apply(
        Event(
          seq: seq, tag: 0, id: step.id, by: actor.member, at: now, op: step.op, facts: decision.facts,
          words: decision.words.mapValues(\.text)))
    }
    return show
  }
}
