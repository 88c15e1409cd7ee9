import Board
import Fixtures
import Identity
import JSON

@testable import Live

/// What PostgreSQL promises the nodes, in memory: compare-and-swap on the head, a command once, all of a log's batch
/// or nothing of it.
final class FakeDatabase {
  struct Log {
    let organisation: Identifier
    let kind: LogKind
    var rows: [StoredEvent] = []
    var words: [String: String] = [:]
    var snapshot: StateSnapshot?
    var pending: [PendingAct] = []
    /// No state snapshot from before is taken.
    var outdated: Int64 = 0
    /// Records of which words have gone out of the rows, and the event that took them.
    var emptied: [String: Int64] = [:]
    /// The truth: every event folded.
    var fold: LogFold
  }

  private(set) var logs: [Identifier: Log] = [:]
  /// A simulation's step, and at which each command was stored.
  var step = 0
  private(set) var storedAt: [Identifier: Int] = [:]

  /// A log that was stored elsewhere.
  func put(_ log: Log, as id: Identifier) { logs[id] = log }

  func commit(_ append: Append) -> AppendOutcome {
    var log =
      logs[append.log]
      ?? Log(organisation: append.organisation, kind: append.kind, fold: LogFold(log: append.log, kind: append.kind))
    let commands = Set(append.rows.map(\.command))
    let duplicates = log.rows.filter { commands.contains($0.command) }
      .map { Duplicate(command: $0.command, seq: $0.seq, actor: $0.actor) }
    guard duplicates.isEmpty, append.head == log.rows.count, append.tag == log.rows.last?.tag ?? 0 else {
      return AppendOutcome(log: append.log, result: .lost(duplicates: duplicates))
    }
    for row in append.rows {
      precondition(row.seq == log.rows.count + 1, "a hole in a batch")
      precondition(row.at >= log.rows.last?.at ?? 0, "time ran backwards")
      storedAt[row.command] = step
      let words = row.words.mapValues(\.text)
      log.words.merge(words) { $1 }
      for text in row.erased { log.words[text] = nil }
      log.rows.append(
        StoredEvent(
          seq: row.seq, tag: row.tag, command: row.command, actor: row.actor, at: row.at, op: row.op, body: row.body))
      // As a loader would: from the bytes.
      guard let facts = try? Event.decode(row.body) else { preconditionFailure("facts that cannot be read back") }
      _ = log.fold.apply(
        Event(
          seq: row.seq, tag: row.tag, id: row.command, by: row.actor, at: row.at, op: row.op, facts: facts,
          words: words))
      for act in row.pending where !log.pending.contains(where: { $0.id == act.id }) { log.pending.append(act) }
      log.pending.removeAll { row.settles.contains($0.id) }
      for act in row.muted { log.mute(act) }
      for record in row.emptied { log.empty(record, at: row.seq) }
    }
    logs[append.log] = log
    return AppendOutcome(log: append.log, result: .committed)
  }

  func load(_ id: Identifier) -> Loaded? {
    guard let log = logs[id] else { return nil }
    let start = Int(log.snapshot?.seq ?? 0)
    return Loaded(
      organisation: log.organisation, kind: log.kind, snapshot: log.snapshot,
      events: Array(log.rows[start...].prefix(Self.stretch)), head: Int64(log.rows.count), words: log.words)
  }

  /// So many events are told at once.
  static let stretch = 50

  func read(_ id: Identifier, from first: Int64) -> [StoredEvent] {
    guard let log = logs[id], first <= log.rows.count else { return [] }
    return log.rows[Int(first - 1)...].prefix(Self.stretch).map { row in
      StoredEvent(
        seq: row.seq, tag: row.tag, command: row.command, actor: row.actor, at: row.at, op: row.op, body: row.body,
        words: log.words)
    }
  }

  func find(_ commands: [Identifier], in id: Identifier) -> [Duplicate] {
    (logs[id]?.rows ?? []).filter { commands.contains($0.command) }
      .map { Duplicate(command: $0.command, seq: $0.seq, actor: $0.actor) }
  }

  func heads(_ ids: [Identifier]) -> [Standing] {
    ids.compactMap { id in
      logs[id].map { Standing(log: id, head: Int64($0.rows.count), tag: $0.rows.last?.tag ?? 0) }
    }
  }

  func save(_ checkpoint: Checkpoint) {
    guard let log = logs[checkpoint.log], log.snapshot?.seq ?? 0 < checkpoint.seq, log.outdated <= checkpoint.seq,
      keeps(checkpoint)
    else { return }
    logs[checkpoint.log]?.snapshot = checkpoint.encoded()
  }

  /// Whether the state was made of events that are stored.
  func keeps(_ checkpoint: Checkpoint) -> Bool {
    holds(checkpoint.base) && holds(Standing(log: checkpoint.log, head: checkpoint.seq, tag: checkpoint.tag))
  }

  /// Whether the log is, or once was, where that is.
  func holds(_ standing: Standing) -> Bool {
    guard standing.head > 0 else { return true }
    let rows = logs[standing.log]?.rows ?? []
    return standing.head <= rows.count && rows[Int(standing.head - 1)].tag == standing.tag
  }

  func drop(_ id: Identifier) { logs[id]?.snapshot = nil }

  func forget(_ act: Identifier, of log: Identifier) { logs[log]?.pending.removeAll { $0.id == act } }

  var pending: [RememberedAct] {
    logs.sorted { $0.key < $1.key }.flatMap { id, log in
      log.pending.map { RememberedAct(source: id, organisation: log.organisation, act: $0) }
    }
  }

  /// A checkpoint that looks like none, after event 100.
  func spoil(_ id: Identifier) {
    guard let row = logs[id]?.rows[99] else { return }
    logs[id]?.snapshot = StateSnapshot(seq: row.seq, tag: row.tag, at: row.at, body: Array(#"[{"room":{}}]"#.utf8))
  }

  /// An event whose facts a newer version understands, perhaps.
  func spoil(event seq: Int, of id: Identifier) {
    guard let row = logs[id]?.rows[seq - 1] else { return }
    logs[id]?.rows[seq - 1] = StoredEvent(
      seq: row.seq, tag: row.tag, command: row.command, actor: row.actor, at: row.at, op: row.op,
      body: Array(#"[{"unheardOf":{}}]"#.utf8))
  }

  /// An older backup has been restored, or a standby promoted that lacked the end.
  func restore(_ backup: [Identifier: Log]) { logs = backup }

  /// The last `count` events of a log never were.
  func rewind(_ id: Identifier, by count: Int) {
    guard var log = logs[id] else { return }
    log.rows.removeLast(count)
    log.fold = LogFold(log: id, kind: log.kind)
    for row in log.rows {
      guard let facts = try? Event.decode(row.body) else { continue }
      _ = log.fold.apply(
        Event(
          seq: row.seq, tag: row.tag, id: row.command, by: row.actor, at: row.at, op: row.op, facts: facts,
          words: log.words))
    }
    if let seq = log.snapshot?.seq, seq > log.rows.count { log.snapshot = nil }
    logs[id] = log
  }
}

extension FakeDatabase.Log {
  fileprivate mutating func mute(_ id: Identifier) {
    pending = pending.map { act in
      guard act.id == id, var args = act.args.object else { return act }
      for word in ["text", "title", "trigger"] { args[word] = nil }
      return PendingAct(
        id: act.id, target: act.target, targetKind: act.targetKind, op: act.op, args: .object(args), member: act.member,
        settle: act.settle)
    }
  }

  fileprivate mutating func empty(_ record: Emptied, at seq: Int64) {
    rows = rows.map { row in
      guard row.seq < record.before else { return row }
      return StoredEvent(
        seq: row.seq, tag: row.tag, command: row.command, actor: row.actor, at: row.at, op: row.op,
        body: Emptying.empty(row.body, of: record.record), words: row.words)
    }
    snapshot = nil
    outdated = seq
    emptied[record.record] = seq
  }
}
