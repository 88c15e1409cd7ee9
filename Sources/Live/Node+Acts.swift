import Board
import Identity
import JSON
import Rows

// Acts across logs: what one log's event asks of another is done there once, and the first is told.
extension Node {
  /// An act that a crash left undone.
  mutating func begin(_ unfinished: UnfinishedAct) {
    guard let act = PendingAct(unfinished.row) else { return }
    begin(act, source: unfinished.log, organisation: unfinished.organisation)
  }

  mutating func begin(_ act: PendingAct, source: Identifier, organisation: Identifier) {
    guard acting.insert(act.id).inserted else { return }
    let command = Command(id: act.id, log: act.target, op: act.op, args: act.args)
    enqueue(
      Submission(
        command: command, asker: .server(.server(for: act.member)),
        origin: .act(act, source: source, organisation: organisation), arrived: now.monotonic),
      of: organisation)
  }

  /// The target log has answered.
  mutating func conclude(_ act: PendingAct, _ answer: Answer, source: Identifier, organisation: Identifier) {
    var members: [(String, JSON)] = [("act", .string(act.id.description))]
    switch answer.result {
    case .success: members.append(("accepted", .bool(true)))
    case .failure(let refusal) where refusal.mayRetry:
      // The act stays remembered in the database, and will be found there.
      acting.remove(act.id)
      return
    case .failure(let refusal):
      members += [("accepted", .bool(false)), ("code", .string(refusal.code.rawValue))]
    }
    guard let op = act.settle else {
      acting.remove(act.id)
      return effects.append(.forget(log: source, act: act.id))
    }
    var args = JSONObject()
    for (key, value) in members { args[key] = value }
    let command = Command(id: act.id.derived(step: 255), log: source, op: op, args: .object(args))
    enqueue(
      Submission(
        command: command, asker: .server(.server(for: act.member)), origin: .settling(act), arrived: now.monotonic),
      of: organisation)
  }

  /// The source log has been told. The append that stored its event removed the remembered act.
  mutating func settled(_ act: PendingAct, _ answer: Answer, in source: Identifier) {
    acting.remove(act.id)
    switch answer {
    case .stored, .refused: break
    case .known, .unchanged: effects.append(.forget(log: source, act: act.id))
    }
  }
}
