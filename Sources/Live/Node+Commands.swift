import Board
import DequeModule
import Identity
import Rows

// Commands are taken, decided and answered.
extension Node {
  mutating func take(_ command: Command, from connection: Connection) {
    func refusal(_ connection: Connection, _ node: inout Node) -> Refusal? {
      guard node.afford(connection) else { return node.rate(connection) }
      guard connection.inFlight < node.limits.inFlight else { return Refusal(.inFlight, .limit(node.limits.inFlight)) }
      return node.isStopping ? Refusal(.unavailable) : nil
    }
    if let refusal = refusal(connection, &self) {
      return say(ServerFrame.nack(id: command.id.description, log: command.log, refusal), to: connection)
    }
    connection.inFlight += 1
    enqueue(
      Submission(
        command: command, asker: .member(connection.session.member), origin: .connection(connection.id),
        arrived: now.monotonic),
      of: connection.session.organisation)
  }

  mutating func submit(_ ticket: Ticket, _ organisation: Identifier, _ actor: Actor, _ command: Command) {
    guard !isStopping else { return effects.append(.answer(ticket, .failure(Refusal(.unavailable)))) }
    let asker: Submission.Asker = actor.isServer ? .server(actor) : .member(actor.member)
    enqueue(
      Submission(command: command, asker: asker, origin: .ticket(ticket), arrived: now.monotonic), of: organisation)
  }

  mutating func look(_ ticket: Ticket, _ organisation: Identifier, _ id: Identifier) {
    let directory = open(organisation, of: organisation, .directory)
    guard directory.isLive else { return directory.waiters.add(.look(ticket, log: id)) }
    guard let log = find(id, of: organisation) else {
      return effects.append(.looked(ticket, .failure(.notFound)))
    }
    if log.isLive, log.ledger.isSettled, !log.phase.isReading {
      show(log, to: ticket)
    } else {
      log.waiters.add(.looker(ticket))
    }
  }

  /// Call only with nothing speculated.
  mutating func show(_ log: LiveLog, to ticket: Ticket) {
    effects.append(.looked(ticket, .success(Look(fold: log.ledger.fold, standing: log.ledger.standing))))
  }

  /// The command goes to the end of its log's line.
  mutating func enqueue(_ request: Submission, of organisation: Identifier) {
    let directory = open(organisation, of: organisation, .directory)
    guard directory.isLive else { return directory.waiters.add(.request(request)) }
    guard let log = find(request.command.log, of: organisation) else {
      return answer(request, in: nil, .refused(.notFound))
    }
    log.waiters.line.append(request)
    work(on: log)
  }

  /// Decides what may be decided, in the order it came.
  mutating func work(on log: LiveLog) {
    guard log.phase != .deciding else { return }
    if log.phase.beginDeciding() {
      while let request = log.waiters.line.first, isDatabaseAvailable, log.mayDecide(request), decide(request, in: log)
      {
        log.waiters.line.removeFirst()
      }
      log.phase.endDeciding()
    }
    if log.waiters.line.isEmpty { waiting.remove(log.id) } else { waiting.insert(log.id) }
    if log.ledger.speculations.hasGathered { gathered.insert(log.id) }
  }

  /// Commands whose turn has not come leave with their connection: nobody would hear the answer, and the client sends
  /// them again, perhaps to a node that judges them sooner.
  mutating func withdraw(_ id: ConnectionID) {
    for log in waiting.sorted().compactMap({ logs[$0] }) where log.phase != .deciding {
      log.waiters.line.removeAll { $0.connection == id }
    }
  }

  /// False: it has to wait for another log.
  private mutating func decide(_ request: Submission, in log: LiveLog) -> Bool {
    let command = request.command
    if let known = log.ledger.tail.find(command.id) {
      // It took effect through another node, whose event must be sent before the answer.
      if known.seq > log.ledger.head {
        hear(of: log.id, known.seq)
        return false
      }
      let isOwn = known.actor == request.asker.member
      answer(request, in: log, isOwn ? .known(seq: known.seq) : .refused(Refusal(.taken)))
      return true
    }
    if log.ledger.speculations.contains(command.id) {
      log.ledger.add(Rider(request: request, verdict: .same), to: command.id)
      return true
    }
    if log.ledger.speculations.join(request) { return true }
    guard let directory = logs[log.organisation], let actor = actor(of: request, in: directory) else {
      conclude(request, in: log, .refused(.forbidden))
      return true
    }
    guard let others = others(for: command, in: log, directory) else { return false }
    let at = log.ledger.at(now.wall)
    let context = Context(
      actor: actor, now: at, fresh: .random(using: &generator), seq: log.ledger.next, others: others,
      present: LogFold.asksPresence(command, in: log.kind) ? present(in: log) : [])
    do throws(Refusal) {
      var decision = try log.ledger.fold.decide(command, in: context)
      if layout < Fact.newest { decision.facts.removeAll { $0.isDispensable && !$0.isReadable(by: layout) } }
      if decision.facts.isEmpty {
        conclude(request, in: log, .unchanged)
      } else if layout < Fact.newest, !decision.facts.allSatisfy({ $0.isReadable(by: layout) }) {
        // A node that could not read them may be serving the log's members: they are written when it has gone.
        conclude(request, in: log, .refused(Refusal(.unavailable, .olderNode)))
      } else {
        log.ledger.speculate(request, decision, by: actor.member, at: at, tag: generator.next())
      }
    } catch {
      conclude(request, in: log, .refused(error))
    }
    return true
  }

  /// A command that would do nothing or be refused may be one that took effect long ago, or just now through another
  /// node, and then gets its first answer. (One that would be accepted is looked for by the append.)
  ///
  /// A verdict on a state that is not committed waits until it is: it must not tell of what may never have been.
  private mutating func conclude(_ request: Submission, in log: LiveLog, _ verdict: Rider.Verdict) {
    // What was stored since the search is in the tail, unless the tail was cut meanwhile.
    guard let seq = request.absentUpTo, log.ledger.tail.base <= seq else {
      request.absentUpTo = log.ledger.head
      log.waiters.add(.seeker(request))
      return effects.append(.find(log.id, [request.command.id]))
    }
    guard log.ledger.isSettled else { return log.ledger.add(Rider(request: request, verdict: verdict)) }
    switch verdict {
    case .same, .unchanged: answer(request, in: log, .unchanged(seq: log.ledger.head))
    case .refused(let refusal): answer(request, in: log, .refused(refusal))
    }
  }

  mutating func find(_ commands: [Identifier], _ duplicates: [StoredCommand]?, in id: Identifier) {
    guard let log = logs[id] else { return }
    let requests = log.waiters.take(found: commands)
    // If the log was loaded anew since, the answer tells nothing.
    if requests.allSatisfy({ $0.absentUpTo != nil }) {
      for duplicate in duplicates ?? [] { log.ledger.note(duplicate) }
    }
    if duplicates == nil {
      for request in requests { answer(request, in: log, .refused(Refusal(.unavailable))) }
      return
    }
    log.waiters.line.prepend(contentsOf: requests)
    work(on: log)
  }

  private func actor(of request: Submission, in directory: LiveLog) -> Actor? {
    switch request.asker {
    case .member(let member): directory.ledger.actor(member)
    case .server(let actor): actor
    }
  }

  /// The settled states the command reads. Nil: one of them is not in memory yet, and resumes the command when it is.
  private mutating func others(
    for command: Command, in log: LiveLog, _ directory: LiveLog
  ) -> [Identifier: LogFold]? {
    var others: [Identifier: LogFold] = [:]
    for id in log.ledger.fold.needs(command, directory: directory.ledger.fold) where id != log.id {
      guard let other = find(id, of: log.organisation) else { continue }
      guard other.isLive, other.ledger.isSettled else {
        other.waiters.add(needer: log.id)
        return nil
      }
      others[id] = other.ledger.fold
    }
    return others
  }

  // MARK: Answers

  mutating func answer(_ request: Submission, in log: LiveLog?, _ answer: Answer) {
    switch request.origin {
    case .connection(let id): tell(id, request.command, answer)
    case .ticket(let ticket): effects.append(.answer(ticket, answer.result))
    case .act(let act, let source, let organisation): conclude(act, answer, source: source, organisation: organisation)
    case .settling(let act): settled(act, answer, in: request.command.log)
    case .gathering: if case .stored = answer, let log { gather(log) }
    case .expiry: log?.isExpiring = false
    }
  }

  private mutating func tell(_ id: ConnectionID, _ command: Command, _ answer: Answer) {
    guard let connection = connections[id] else { return }
    connection.inFlight -= 1
    switch answer.result {
    case .success(let acknowledgement):
      let frame = ServerFrame.ack(id: command.id, log: command.log, acknowledgement)
      say(frame, after: acknowledgement.seq, of: command.log, to: connection)
    case .failure(let refusal):
      say(ServerFrame.nack(id: command.id.description, log: command.log, refusal), to: connection)
    }
  }
}

extension Answer {
  var result: Result<Acknowledgement, Refusal> {
    switch self {
    case .stored(let seq, let undo): .success(Acknowledgement(seq: seq, wasKnown: false, undo: undo))
    case .unchanged(let seq): .success(Acknowledgement(seq: seq, wasKnown: false))
    case .known(let seq): .success(Acknowledgement(seq: seq, wasKnown: true))
    case .refused(let refusal): .failure(refusal)
    }
  }
}
