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
    /// Records of which words have gone out of the rows.
    var emptied: Set<String> = []
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
    guard duplicates.isEmpty, append.head == log.rows.count else {
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
      organisation: log.organisation, kind: log.kind, snapshot: log.snapshot, events: Array(log.rows[start...]),
      words: log.words)
  }

  /// A stretch of at most 50 events.
  func read(_ id: Identifier, after: Int64) -> [StoredEvent] {
    guard let log = logs[id], after < log.rows.count else { return [] }
    return log.rows[Int(after)...].prefix(50).map { row in
      StoredEvent(
        seq: row.seq, tag: row.tag, command: row.command, actor: row.actor, at: row.at, op: row.op, body: row.body,
        words: log.words)
    }
  }

  func find(_ commands: [Identifier], in id: Identifier) -> [Duplicate] {
    (logs[id]?.rows ?? []).filter { commands.contains($0.command) }
      .map { Duplicate(command: $0.command, seq: $0.seq, actor: $0.actor) }
  }

  func heads(_ ids: [Identifier]) -> [(Identifier, Int64)] {
    ids.compactMap { id in logs[id].map { (id, Int64($0.rows.count)) } }
  }

  func save(_ checkpoint: Checkpoint) {
    guard let log = logs[checkpoint.log], log.snapshot?.seq ?? 0 < checkpoint.seq, log.outdated <= checkpoint.seq
    else { return }
    logs[checkpoint.log]?.snapshot = checkpoint.encoded()
  }

  func forget(_ act: Identifier, of log: Identifier) { logs[log]?.pending.removeAll { $0.id == act } }

  var pending: [RememberedAct] {
    logs.sorted { $0.key < $1.key }.flatMap { id, log in
      log.pending.map { RememberedAct(source: id, organisation: log.organisation, act: $0) }
    }
  }

  /// An older backup has been restored: the last `count` events never were.
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
    emptied.insert(record.record)
  }
}
