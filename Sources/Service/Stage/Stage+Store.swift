import Board
import Identity
import JSON
import Live
import Postgres
import ServiceLoop
import Store

/// What the node asks of the database, in the store's words; and the answers, in the node's.
extension Stage {
  /// Events of one answer: so many are folded in a few milliseconds. More come with the next one.
  private static let stretch = 500

  func load(_ log: Identifier) {
    store.load(log, limit: Self.stretch) { [weak self] result in
      switch result {
      case .success(nil): self?.tell(.loaded(log, nil))
      case .success(let row?):
        // A kind that is none of ours is a newer node's log: there is one, and it cannot be read here.
        self?.tell(Loaded(row).map { .loaded(log, $0) } ?? .loadFailed(log))
      case .failure: self?.tell(.loadFailed(log))
      }
    }
  }

  func read(_ log: Identifier, from seq: Int64) {
    store.read(log, from: seq, limit: Self.stretch) { [weak self] result in
      switch result {
      case .success(let stretch): self?.tell(.caughtUp(log, stretch.stored))
      case .failure: self?.tell(.readFailed(log))
      }
    }
  }

  func find(_ commands: [Identifier], in log: Identifier) {
    store.find(commands, in: log) { [weak self] result in
      self?.tell(.found(log, commands, try? result.get().map(Duplicate.init)))
    }
  }

  /// Answered log by log: one that has to be tried again does not hold the others up.
  func append(_ batch: BatchID, _ appends: [Append]) {
    let summaries =
      lobby.isLookedAt ? appends.filter { $0.kind == .show || $0.kind == .room }.map(LogSummary.init) : []
    store.append(appends.map(LogAppend.init)) { [weak self] (outcome: LogOutcome) in
      if case .committed = outcome.result, let summary = summaries.first(where: { $0.log == outcome.log }) {
        self?.lobby.committed(summary)
      }
      self?.tell(.appended(batch, [AppendOutcome(outcome)]))
    }
  }

  func poll(_ logs: [Identifier]) {
    store.heads(of: logs) { [weak self] result in
      guard case .success(let heads) = result else { return }
      self?.tell(.polled(logs, heads.map(Standing.init)))
    }
  }

  func save(_ checkpoint: Checkpoint) {
    ServiceLoop.begin { [self] in
      // Thousands of records.
      let snapshot = await Aside.run { checkpoint.encoded() }
      let row = SnapshotRow(seq: snapshot.seq, tag: snapshot.tag, at: snapshot.at, body: snapshot.body)
      store.writeSnapshot(row, on: LogHead(checkpoint.base)) { _ in }
    }
  }

  func forget(_ act: Identifier, of log: Identifier) {
    store.forgetAct(act, of: log) { _ in }
  }
}

extension Loaded {
  /// Nil when the row's kind is not one of ours: a newer node's log.
  fileprivate init?(_ log: LoadedLog) {
    guard let kind = LogKind(rawValue: log.kind) else { return nil }
    self.init(
      organisation: log.organisation, kind: kind,
      snapshot: log.snapshot.map { StateSnapshot(seq: $0.seq, tag: $0.tag, at: $0.at, body: $0.body) },
      events: log.events.map { StoredEvent($0, words: [:]) }, head: log.head,
      words: Dictionary(log.texts.map { ($0.id, $0.body) }, uniquingKeysWith: { $1 }))
  }
}

extension LogStretch {
  fileprivate var stored: [StoredEvent] {
    var words: [Int64: [String: String]] = [:]
    for text in texts { words[text.seq, default: [:]][text.id] = text.body }
    return events.map { StoredEvent($0, words: words[$0.seq] ?? [:]) }
  }
}

extension StoredEvent {
  fileprivate init(_ row: EventRow, words: [String: String]) {
    self.init(
      seq: row.seq, tag: row.tag, command: row.command, actor: row.actor, at: row.at, op: row.op, body: row.body,
      words: words)
  }
}

extension LogSummary {
  fileprivate init(_ append: Append) {
    self.init(
      standing: LogHead(
        log: append.log, head: append.head + Int64(append.rows.count), tag: append.rows.last?.tag ?? append.tag),
      organisation: append.organisation, kind: append.kind.rawValue, summary: append.summary)
  }
}

extension LogAppend {
  fileprivate init(_ append: Append) {
    self.init(
      log: append.log, organisation: append.organisation, kind: append.kind.rawValue, head: append.head,
      tag: append.tag,
      events: append.rows.map {
        EventRow(
          seq: $0.seq, tag: $0.tag, command: $0.command, actor: $0.actor, at: $0.at, op: $0.op, body: $0.body)
      },
      summary: append.summary)
    for row in append.rows {
      for (id, words) in row.words {
        texts.append(TextRow(id: id, seq: row.seq, body: words.text, expires: words.expires))
      }
      erased += row.erased
      for (id, body) in row.series { series.append(SeriesRow(id: id, body: body)) }
      for act in row.pending { pending.append(PendingRow(act, at: row.at)) }
      settled += row.settles
      for record in row.emptied { emptied.append(EmptiedRecord(record: record.record, before: record.before)) }
      muted += row.muted
    }
  }
}

extension PendingRow {
  fileprivate init(_ act: PendingAct, at: Int64) {
    self.init(
      act: act.id, target: act.target, targetKind: act.targetKind.rawValue, op: act.op, args: act.args.bytes,
      member: act.member, settle: act.settle, at: at)
  }
}

extension AppendOutcome {
  fileprivate init(_ outcome: LogOutcome) {
    switch outcome.result {
    case .committed: self.init(log: outcome.log, result: .committed)
    case .lost(let stored):
      self.init(log: outcome.log, result: .lost(duplicates: stored.map(Duplicate.init)))
    case .rejected(let fault):
      // Nothing a command may hold is refused by PostgreSQL: if it is, the fault is ours and the operator must know.
      Journal.write(.error, "append.rejected", ["log": "\(outcome.log)", "code": fault.code.rawValue])
      self.init(log: outcome.log, result: .rejected)
    case .unavailable: self.init(log: outcome.log, result: .unavailable)
    }
  }
}

extension Standing {
  init(_ head: LogHead) { self.init(log: head.log, head: head.head, tag: head.tag) }
}

extension LogHead {
  init(_ standing: Standing) { self.init(log: standing.log, head: standing.head, tag: standing.tag) }
}

extension Duplicate {
  fileprivate init(_ stored: StoredCommand) {
    self.init(command: stored.command, seq: stored.seq, actor: stored.actor)
  }
}

extension RememberedAct {
  init?(_ act: UnfinishedAct) {
    guard let kind = LogKind(rawValue: act.row.targetKind), let args = try? JSONReader.parse(act.row.args) else {
      return nil
    }
    self.init(
      source: act.log, organisation: act.organisation,
      act: PendingAct(
        id: act.row.act, target: act.row.target, targetKind: kind, op: act.row.op, args: args, member: act.row.member,
        settle: act.row.settle))
  }
}
