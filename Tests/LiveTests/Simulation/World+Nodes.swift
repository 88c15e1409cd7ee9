import Board
import Fixtures
import Identity
import JSON
import Rows

@testable import Live

// Inputs go in, effects come out and are carried out, sooner or later.
extension World {
  func receive(_ input: Input, _ index: Int) {
    let node = nodes[index]
    guard !node.hasStopped else { return }
    var effects: [Effect] = []
    node.node.receive(input, now: Instant(wall: wall, monotonic: monotonic), &effects)
    for effect in effects { run(effect, index) }
  }

  private func run(_ effect: Effect, _ index: Int) {
    let node = nodes[index]
    switch effect {
    case .send(let id, let outgoing):
      put(outgoing, on: node.links[id])
      checkRefusals(outgoing.bytes, by: index)
    case .broadcast(let ids, let outgoing):
      if Set(ids).count != ids.count { fail("a broadcast names a connection twice") }
      for id in ids { put(outgoing, on: node.links[id]) }
    case .close(let id, let code, _): node.links[id]?.toClient.append(.close(code))
    case .load(let log): node.jobs.append(.init(work: .load(log)))
    case .read(let log, let first): node.jobs.append(.init(work: .read(log, from: first)))
    case .append(let batch, let appends):
      if !node.isDatabaseAvailable { fail("an append while the database is away") }
      for append in appends { node.jobs.append(.init(work: .append(batch, append))) }
    case .find(let log, let commands): node.jobs.append(.init(work: .find(log, commands)))
    case .poll(let logs): node.jobs.append(.init(work: .poll(logs)))
    case .hint(let standing):
      for other in nodes.indices where other != index && !random.chance(30) {
        hints.append((other, standing))
        if random.chance(20) { hints.append((other, standing)) }
      }
    case .sighted(let sightings):
      for other in nodes.indices where other != index && !random.chance(30) {
        receive(.sighted(node: "\(index)", sightings), other)
      }
    case .saveCheckpoint(let checkpoint):
      if isUnbroken || database.keeps(checkpoint) { compare(checkpoint.fold, checkpoint.log, to: checkpoint.seq) }
      if isUnbroken, !database.keeps(checkpoint) { fail("a checkpoint of what is not stored") }
      if !random.chance(30) { database.save(checkpoint) }
    case .dropCheckpoint: fail("a checkpoint that cannot be read")
    case .report(.logRewound) where !isUnbroken: note("rewound logs")
    case .report(let trouble): fail("\(trouble)")
    case .forget(let log, let act): database.forget(act, of: log)
    case .stopped: node.hasStopped = true
    case .answer, .looked, .wake: break
    }
  }

  /// G7: the state in memory is the fold of the log. Words apart: those of an older state may be erased by now, and what
  /// has been emptied since stands in the stored events without them.
  func compare(_ fold: LogFold, _ log: Identifier, to seq: Int64) {
    let emptied = (database.logs[log]?.emptied ?? [:]).filter { $0.value > seq }.keys.sorted()
    guard let expected = folded(log, to: seq).flatMap({ wordless($0, emptied) }), wordless(fold, emptied) != expected
    else { return }
    let keys = Set(fold.keys).union(expected.keys).filter { fold[$0] != expected[$0] }.sorted()
    fail("the state of a \(fold.kind) at \(seq) is not its fold: \(keys)")
  }

  private func wordless(_ fold: LogFold, _ emptied: [String]) -> LogFold? {
    var fold = try? LogFold(decoding: fold.encode(), log: fold.log, kind: fold.kind, words: [:])
    let facts = emptied.flatMap { id -> [Fact] in
      [
        .room(.issueErased(issue: id, at: 0, reason: "", quotedBy: nil)),
        .room(.solutionErased(solution: id, at: 0, reason: "", onward: nil)),
        .playbook(.entryErased(entry: id, at: 0, reason: "")),
      ]
    }
    _ = fold?.apply(
      Event(seq: 0, tag: 0, id: organisation, by: organisation, at: 0, op: "", facts: facts, words: [:]))
    return fold
  }

  private func put(_ outgoing: Outgoing, on link: Link?) {
    guard let link else { return }
    if link.isChoked { fail("a message to a full pipe") }
    link.toClient.append(.message(outgoing.bytes))
  }

  /// The log's first `seq` events, folded anew.
  func folded(_ log: Identifier, to seq: Int64) -> LogFold? {
    guard let stored = database.logs[log] else { return nil }
    let words = stored.words
    var fold = LogFold(log: log, kind: stored.kind)
    for row in stored.rows.prefix(Int(seq)) {
      guard let facts = try? Event.decode(row.body, of: stored.kind) else { return nil }
      _ = fold.apply(
        Event(
          seq: row.seq, tag: row.tag, id: row.command, by: row.actor, at: row.at, op: row.op, facts: facts,
          words: words))
    }
    return fold
  }

  // MARK: The database's side

  /// One job of some node goes on: it is done, or its being done is told.
  func work() {
    let busy = nodes.indices.filter { !nodes[$0].jobs.isEmpty && nodes[$0].isDatabaseAvailable }
    guard let index = random.pick(busy) else { return }
    let node = nodes[index]
    let at = random.below(node.jobs.count)
    if let answer = node.jobs[at].answer {
      node.jobs.remove(at: at)
      receive(answer, index)
    } else {
      node.jobs[at].answer = perform(node.jobs[at].work)
    }
  }

  func perform(_ work: SimulatedNode.Work) -> Input {
    switch work {
    case .load(let log): .loaded(log, database.load(log))
    case .read(let log, let first): .caughtUp(log, database.read(log, from: first))
    case .find(let log, let commands): .found(log, commands, database.find(commands, in: log))
    case .append(let batch, let append): .appended(batch, [committed(append)])
    case .poll(let logs): .polled(logs, database.heads(logs))
    }
  }

  private func committed(_ append: Append) -> AppendOutcome {
    let outcome = database.commit(append)
    switch outcome.result {
    case .committed: note("commits")
    case .lost(let duplicates): note(duplicates.isEmpty ? "lost races" : "lost to duplicates")
    case .rejected, .unavailable: break
    }
    return outcome
  }

  func loseDatabase(_ index: Int) {
    let node = nodes[index]
    guard node.isDatabaseAvailable else { return }
    node.isDatabaseAvailable = false
    receive(.databaseAvailable(false), index)
    let jobs = node.jobs
    node.jobs = []
    for job in jobs {
      switch job.work {
      case .load(let log): receive(.loadFailed(log), index)
      case .read(let log, _): receive(.readFailed(log), index)
      case .find(let log, let commands): receive(.found(log, commands, nil), index)
      case .poll: break
      case .append(let batch, let append):
        // Whether it was committed is found out when the database is back, unless it certainly was not.
        if job.answer == nil, random.chance(30) {
          receive(.appended(batch, [AppendOutcome(log: append.log, result: .unavailable)]), index)
        } else {
          node.jobs.append(job)
        }
      }
    }
    // A read asked for meanwhile fails at once.
    for job in node.jobs {
      if case .read(let log, _) = job.work { receive(.readFailed(log), index) }
      if case .load(let log) = job.work { receive(.loadFailed(log), index) }
      if case .find(let log, let commands) = job.work { receive(.found(log, commands, nil), index) }
    }
    node.jobs.removeAll { if case .append = $0.work { false } else { true } }
  }

  func restoreDatabase(_ index: Int) {
    nodes[index].isDatabaseAvailable = true
    receive(.databaseAvailable(true), index)
  }

  func hint() {
    guard !hints.isEmpty else { return }
    let hint = hints.remove(at: random.below(hints.count))
    receive(.heads([hint.standing]), hint.node)
  }
}
