import Board
import JSON
import Rows

extension Append {
  /// One more event, with all that stands beside it.
  mutating func add(_ speculation: Speculation) {
    let (event, decision) = (speculation.event, speculation.decision)
    events.append(
      EventRow(
        seq: event.seq, tag: event.tag, command: event.id, actor: event.by, at: event.at, op: event.op,
        body: speculation.body))
    for (id, words) in decision.words {
      texts.append(TextRow(id: id, seq: event.seq, body: words.text, expires: words.expires))
    }
    erased += decision.erased
    for (id, body) in decision.series { series.append(SeriesRow(id: id, body: body)) }
    for act in decision.pending { pending.append(PendingRow(act, at: event.at)) }
    if case .settling(let act) = speculation.request.origin { settled.append(act.id) }
    for record in decision.emptied { emptied.append(EmptiedRow(record: record.record, before: record.before)) }
    muted += decision.muted
  }
}

extension PendingRow {
  init(_ act: PendingAct, at: Int64) {
    self.init(
      act: act.id, target: act.target, targetKind: act.targetKind.rawValue, op: act.op, args: act.args.bytes,
      member: act.member, settle: act.settle, at: at)
  }
}

extension PendingAct {
  /// Nil when the target is a newer version's log.
  init?(_ row: PendingRow) {
    guard let kind = LogKind(rawValue: row.targetKind), let args = try? JSONReader.parse(row.args) else { return nil }
    self.init(
      id: row.act, target: row.target, targetKind: kind, op: row.op, args: args, member: row.member, settle: row.settle)
  }
}
