import Board
import Fixtures
import Identity
import JSON
import Rows

@testable import Live

/// What PostgreSQL promises the nodes, in memory: compare-and-swap on the head, a command once, all of a log's batch
/// or nothing of it.
final class FakeDatabase {
  struct Log {
    let organisation: Identifier
    let kind: LogKind
    var rows: [EventRow] = []
    var texts: [String: TextRow] = [:]
    var checkpoint: CheckpointRow?
    var pending: [PendingRow] = []
    /// No checkpoint from before is taken.
    var outdated: Int64 = 0
    /// Of a show, beside its row.
    var figures = Figure.encode([])
    /// Records of which words have gone out of the rows, and the event that took them.
    var emptied: [String: Int64] = [:]
    /// The truth: every event folded.
    var fold: LogFold

    /// The words that are kept, by text id.
    var words: [String: String] { texts.mapValues(\.body) }

    /// Where it stands.
    func standing(_ id: Identifier) -> Standing {
      Standing(log: id, head: Int64(rows.count), tag: rows.last?.tag ?? 0)
    }
  }

  private(set) var logs: [Identifier: Log] = [:]
  /// A simulation's step, and at which each command was stored.
  var step = 0
  private(set) var storedAt: [Identifier: Int] = [:]

  /// A log that was stored elsewhere.
  func put(_ log: Log, as id: Identifier) { logs[id] = log }

  func commit(_ append: Append) -> AppendOutcome {
    guard let kind = LogKind(rawValue: append.kind) else { preconditionFailure("a log of no kind") }
    var log =
      logs[append.log]
      ?? Log(organisation: append.organisation, kind: kind, fold: LogFold(log: append.log, kind: kind))
    let duplicates = find(append.events.map(\.command), in: append.log)
    guard duplicates.isEmpty, append.head == log.rows.count, append.tag == log.rows.last?.tag ?? 0 else {
      return AppendOutcome(log: append.log, result: .lost(duplicates: duplicates))
    }
    for row in append.events {
      precondition(row.seq == log.rows.count + 1, "a hole in a batch")
      precondition(row.at >= log.rows.last?.at ?? 0, "time ran backwards")
      storedAt[row.command] = step
      log.rows.append(row)
      // As a loader would: from the bytes.
      guard let facts = try? Event.decode(row.body, of: log.kind) else {
        preconditionFailure("facts that cannot be read back")
      }
      let words = append.texts.filter { $0.seq == row.seq }.map { ($0.id, $0.body) }
      _ = log.fold.apply(
        Event(
          seq: row.seq, tag: row.tag, id: row.command, by: row.actor, at: row.at, op: row.op, facts: facts,
          words: Dictionary(words, uniquingKeysWith: { $1 })))
    }
    if let figures = append.figures { log.figures = figures }
    // One truth: whoever appends, after every append.
    precondition(log.figures == Figure.encode(log.fold.figures), "figures that are not those of the log")
    for text in append.texts { log.texts[text.id] = text }
    for text in append.erased { log.texts[text] = nil }
    for act in append.pending where !log.pending.contains(where: { $0.act == act.act }) { log.pending.append(act) }
    log.pending.removeAll { append.settled.contains($0.act) }
    for act in append.muted { log.mute(act) }
    for record in append.emptied { log.empty(record, at: append.standing.head) }
    logs[append.log] = log
    return AppendOutcome(log: append.log, result: .committed)
  }

  func load(_ id: Identifier) -> LoadedLog? {
    guard let log = logs[id] else { return nil }
    let start = Int(log.checkpoint?.seq ?? 0)
    return LoadedLog(
      organisation: log.organisation, kind: log.kind.rawValue, standing: log.standing(id), checkpoint: log.checkpoint,
      events: Array(log.rows[start...].prefix(Self.stretch)), texts: Array(log.texts.values))
  }

  /// So many events are told at once.
  static let stretch = 50

  func read(_ id: Identifier, from first: Int64) -> LogStretch {
    guard let log = logs[id], first <= log.rows.count else { return LogStretch(events: []) }
    let events = Array(log.rows[Int(first - 1)...].prefix(Self.stretch))
    let seqs = first..<first + Int64(events.count)
    return LogStretch(events: events, texts: log.texts.values.filter { seqs.contains($0.seq) })
  }

  func find(_ commands: [Identifier], in id: Identifier) -> [StoredCommand] {
    let commands = Set(commands)
    return (logs[id]?.rows ?? []).filter { commands.contains($0.command) }
      .map { StoredCommand(log: id, command: $0.command, seq: $0.seq, tag: $0.tag, actor: $0.actor) }
  }

  func heads(_ ids: [Identifier]) -> [Standing] { ids.compactMap { id in logs[id]?.standing(id) } }

  func save(_ checkpoint: Checkpoint) {
    guard let log = logs[checkpoint.log], log.checkpoint?.seq ?? 0 < checkpoint.seq, log.outdated <= checkpoint.seq,
      keeps(checkpoint)
    else { return }
    logs[checkpoint.log]?.checkpoint = checkpoint.encoded()
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

  func drop(_ id: Identifier) { logs[id]?.checkpoint = nil }

  func forget(_ act: Identifier, of log: Identifier) { logs[log]?.pending.removeAll { $0.act == act } }

  var pending: [UnfinishedAct] {
    logs.sorted { $0.key < $1.key }.flatMap { id, log in
      log.pending.map {
        UnfinishedAct(log: id, kind: log.kind.rawValue, organisation: log.organisation, row: $0)
      }
    }
  }

  /// A checkpoint that looks like none, after event 100.
  func spoil(_ id: Identifier) {
    guard let row = logs[id]?.rows[99] else { return }
    logs[id]?.checkpoint = CheckpointRow(seq: row.seq, tag: row.tag, at: row.at, body: Array(#"[{"room":{}}]"#.utf8))
  }

  /// An event that nobody understands, or a newer build where it names its layout.
  func spoil(event seq: Int, of id: Identifier, layout: Int? = nil) {
    let parts = layout.map { "\"v\":\($0)" } ?? ""
    logs[id]?.rows[seq - 1].body = Array("[{\"unheardOf\":{\(parts)}}]".utf8)
  }

  /// An older backup has been restored, or a standby promoted that lacked the end.
  func restore(_ backup: [Identifier: Log]) { logs = backup }

  /// The last `count` events of a log never were.
  func rewind(_ id: Identifier, by count: Int) {
    guard var log = logs[id] else { return }
    log.rows.removeLast(count)
    let words = log.words
    log.fold = LogFold(log: id, kind: log.kind)
    for row in log.rows {
      guard let facts = try? Event.decode(row.body, of: log.kind) else { continue }
      _ = log.fold.apply(
        Event(
          seq: row.seq, tag: row.tag, id: row.command, by: row.actor, at: row.at, op: row.op, facts: facts,
          words: words))
    }
    if let seq = log.checkpoint?.seq, seq > log.rows.count { log.checkpoint = nil }
    logs[id] = log
  }
}

extension FakeDatabase.Log {
  fileprivate mutating func mute(_ act: Identifier) {
    for index in pending.indices where pending[index].act == act {
      guard var args = (try? JSONReader.parse(pending[index].args))?.object else { continue }
      for word in ["text", "title", "trigger"] { args[word] = nil }
      pending[index].args = JSON.object(args).bytes
    }
  }

  fileprivate mutating func empty(_ record: EmptiedRow, at seq: Int64) {
    for index in rows.indices where rows[index].seq < record.before {
      rows[index].body = Emptying.empty(rows[index].body, of: record.record)
    }
    checkpoint = nil
    outdated = seq
    emptied[record.record] = seq
  }
}
