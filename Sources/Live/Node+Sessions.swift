import Board
import Identity
import JSON
import Rows

// Connections, from the handshake to the welcome and to the end.
extension Node {
  mutating func connect(_ id: ConnectionID, _ session: Session, _ listsElsewhere: Bool) {
    let attendance =
      attendances[session.member]
      ?? Attendance(
        member: session.member, organisation: session.organisation,
        bucket: Bucket(rate: limits.rate, burst: limits.burst, now: now.monotonic))
    let connection = Connection(
      id, session, attendance, stage: .greeting(now.monotonic + limits.hello), limits: limits, now: now.monotonic)
    connection.listsElsewhere = listsElsewhere
    attendances[session.member] = attendance
    attendance.connections[id] = connection
    connections[id] = connection
    newcomers.insert(id)
    if isStopping { return sendAway(connection) }
    guard attendance.connections.count > limits.connections else { return }
    close(connection, .tooManyConnections, "over \(limits.connections) connections", after: limits.farewell)
  }

  /// One text message: an array of frames, each dealt with in turn.
  mutating func hear(_ id: ConnectionID, _ bytes: [UInt8]) {
    guard let connection = connections[id] else { return }
    guard bytes.count <= limits.message else {
      return close(connection, .tooBig, "message over \(limits.message) bytes")
    }
    if case .opening = connection.stage {
      guard connection.backlog.count < limits.backlog else {
        return close(connection, .tooManyMessages, "too many messages before welcome", after: limits.farewell)
      }
      connection.backlog.append(bytes)
      return
    }
    if case .open = connection.stage, let command = CommandMessage.command(of: bytes) {
      return take(command, from: connection)
    }
    guard let frames = ClientFrame.frames(of: bytes) else { return hearDamaged(bytes, from: connection) }
    for (index, frame) in frames.enumerated() {
      hear(frame, from: connection)
      if connection.isClosed { return }
      if case .opening = connection.stage, index + 1 < frames.count {
        connection.backlog.append(JSON.array(Array(frames[(index + 1)...])).bytes)
        return
      }
    }
  }

  /// A message that is no JSON is read frame by frame: one frame at fault does not spoil the others.
  private mutating func hearDamaged(_ bytes: [UInt8], from connection: Connection) {
    guard let frames = FrameCut.frames(of: bytes) else {
      return close(connection, .badFrame, "not a JSON array of frames")
    }
    if frames.count == 1 { return complain(FrameCut.fault(of: frames[0]), to: connection) }
    for frame in frames where !connection.isClosed {
      hear(connection.id, [UInt8(ascii: "[")] + frame + [UInt8(ascii: "]")])
    }
  }

  private mutating func hear(_ json: JSON, from connection: Connection) {
    let frame: ClientFrame
    do {
      frame = try ClientFrame.parse(json)
    } catch {
      return complain(error, to: connection)
    }
    switch (connection.stage, frame) {
    case (.greeting, .hello(let version, let logs)): greet(connection, version, logs)
    case (.greeting, _): close(connection, .badFrame, "hello comes first")
    case (_, .hello): close(connection, .badFrame, "hello comes once")
    case (_, .command(let command)): take(command, from: connection)
    case (_, .subscribe(let log, let at)):
      guard afford(connection) else {
        return say(ServerFrame.refused(log: log.description, rate(connection)), to: connection)
      }
      follow(log, at: at, connection)
    case (_, .unsubscribe(let log)): if afford(connection) { unfollow(log, connection) }
    case (_, .here(let log, let doing)): if afford(connection) { note(doing, in: log, connection) }
    case (_, .ping(let n)): if afford(connection) { mention(ServerFrame.pong(n, now: now.wall), to: connection) }
    }
  }

  private mutating func complain(_ fault: FrameFault, to connection: Connection) {
    guard case .open = connection.stage else {
      return close(connection, .badFrame, "hello comes first, and complete")
    }
    switch fault {
    case .unreadable(let field): close(connection, .badFrame, "frame not understood: \(field)")
    case .command(let id, let log, let field):
      let refusal = afford(connection) ? Refusal(.malformed, .field(field)) : rate(connection)
      say(ServerFrame.nack(id: id, log: log, refusal), to: connection)
    case .subscription(let log, let field):
      let refusal = afford(connection) ? Refusal(.malformed, .field(field)) : rate(connection)
      say(ServerFrame.refused(log: log, refusal), to: connection)
    }
  }

  /// Takes a token of the connection and of its member. Whoever goes on without one, and before the time they were
  /// told, is sent away.
  mutating func afford(_ connection: Connection) -> Bool {
    if let told = connection.toldUntil, told <= now.monotonic {
      connection.toldUntil = nil
      connection.strikes.restore()
    }
    if connection.bucket.has(now: now.monotonic), connection.attendance.bucket.take(now: now.monotonic) {
      return connection.bucket.take(now: now.monotonic)
    }
    if !connection.strikes.take(now: now.monotonic) {
      close(connection, .tooManyMessages, "too many messages", after: limits.farewell)
    }
    return false
  }

  func rate(_ connection: Connection) -> Refusal {
    let wait = max(
      connection.bucket.wait(now: now.monotonic), connection.attendance.bucket.wait(now: now.monotonic))
    connection.toldUntil = now.monotonic + Int64(wait)
    return Refusal(.rate, .rate(limit: limits.rate, afterMilliseconds: wait))
  }

  // MARK: hello

  private mutating func greet(
    _ connection: Connection, _ version: Int64, _ logs: [(log: Identifier, at: Position?)]
  ) {
    guard version == 1 else { return close(connection, .version, "this server speaks version 1") }
    guard !isStopping else { return sendAway(connection) }
    newcomers.remove(connection.id)
    connection.stage = .opening(logs)
    let directory = open(connection.session.organisation, of: connection.session.organisation, .directory)
    let seen = logs.first { $0.log == directory.id }?.at?.seq ?? 0
    // The session is known and the member is not: another node may have let them in a moment ago.
    let isStranger = directory.ledger.actor(connection.session.member) == nil
    let heard = isStranger ? max(seen, directory.ledger.next) : seen
    if directory.isLive, heard > directory.ledger.head {
      guard isDatabaseAvailable else {
        return close(connection, .databaseUnavailable, "directory not available", after: limits.farewell)
      }
      hear(of: directory.id, heard)
    }
    directory.waiters.add(.greeting(connection.id))
    if directory.isLive, directory.ledger.isSettled, !directory.phase.isReading { admit(directory) }
  }

  /// The directory is here: the member is known, or not.
  mutating func welcome(_ connection: Connection) {
    guard case .opening(let logs) = connection.stage else { return }
    guard let directory = self.logs[connection.session.organisation] else { return }
    let session = connection.session
    guard let actor = directory.ledger.actor(session.member) else {
      return close(connection, .forbidden, "not a member")
    }
    review(connection.attendance, in: directory)
    connection.stage = .open
    let me = ServerFrame.Me(
      member: session.member, name: directory.ledger.fold.name(of: session.member), roles: actor.roles,
      isLead: actor.isLead,
      organisation: session.organisation, playbook: LogFold.playbook(of: session.organisation))
    say(ServerFrame.welcome(me, limits: limits, now: now.wall), to: connection)
    follow(directory.id, at: logs.first { $0.log == directory.id }?.at, connection)
    for entry in logs where entry.log != directory.id && !connection.isClosed {
      follow(entry.log, at: entry.at, connection)
    }
    let backlog = connection.backlog
    connection.backlog = []
    for message in backlog where !connection.isClosed { hear(connection.id, message) }
  }

  // MARK: Rights

  /// The directory has changed: whoever has other rights now is to see every log anew, and is answered here; whoever
  /// was removed is sent away.
  mutating func reviewRights(in directory: LiveLog) -> [Connection] {
    var changed: [Connection] = []
    let members = attendances.values.filter { $0.organisation == directory.organisation }
    for attendance in members.sorted(by: { $0.member < $1.member }) {
      let open = attendance.open
      guard directory.ledger.actor(attendance.member) != nil else {
        for connection in open { close(connection, .forbidden, "no longer a member") }
        continue
      }
      guard review(attendance, in: directory) else { continue }
      for connection in open {
        for following in connection.followings { restart(following) }
        changed.append(connection)
      }
    }
    return changed
  }

  /// Whether the member sees with other rights than before.
  @discardableResult
  private mutating func review(_ attendance: Attendance, in directory: LiveLog) -> Bool {
    // With the layout: what an older node told of the same event may have been less.
    let rights = directory.ledger.fold.rights(of: attendance.member)
    let view = "\(rights).\(attendance.member.short).\(Fact.newest)"
    let audience = Audience(isLead: directory.ledger.actor(attendance.member)?.isLead == true)
    // Of a log that was rewound the same event may have brought other rights.
    guard view != attendance.view || audience != attendance.audience else { return false }
    attendance.view = view
    attendance.audience = audience
    return true
  }

  mutating func end(_ session: Identifier) {
    for connection in connections.values.filter({ $0.session.id == session }).sorted(by: { $0.id < $1.id }) {
      close(connection, .signInAgain, "signed out")
    }
  }
}

extension Identifier {
  /// Enough of a member's id to tell two who share a browser apart.
  fileprivate var short: String { String(description.suffix(12)) }
}

extension Attendance {
  /// In the order they came.
  var open: [Connection] { connections.values.filter { !$0.isClosed }.sorted { $0.id < $1.id } }
}

extension LogFold {
  /// What the directory calls a member.
  fileprivate func name(of member: Identifier) -> String {
    guard case .member(let record)? = self[RecordKey(.member, member.description)] else { return "" }
    return record.name
  }
}
