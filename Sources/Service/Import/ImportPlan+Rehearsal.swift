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
      seq += 1
      try show.rehearse(step, as: seq, by: actor, at: now)
    }
    return show
  }
}

extension LogFold {
  /// Takes one step, under this seq. Throws what it is refused with: then nothing is changed.
  mutating func rehearse(_ step: ImportPlan.Step, as seq: Int64, by actor: Actor, at now: Int64) throws(Refusal) {
    let command = Command(id: step.id, log: log, op: step.op, args: step.args)
    let decision = try decide(command, in: Context(actor: actor, now: now, fresh: step.id, seq: seq))
    _ = apply(
      Event(
        seq: seq, tag: 0, id: step.id, by: actor.member, at: now, op: step.op, facts: decision.facts,
        words: decision.words.mapValues(\.text)))
  }
}
