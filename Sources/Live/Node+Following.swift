import Board
import Identity
import Rows

// Following a log: joining it, catching up with it, leaving it.
extension Node {
  mutating func follow(_ id: Identifier, at position: Position?, _ connection: Connection) {
    let organisation = connection.session.organisation
    guard connection.following(id) == nil else { return }
    guard connection.followings.count < limits.subscriptions else {
      let refusal = Refusal(.full, .limit(limits.subscriptions))
      return say(ServerFrame.refused(log: id.description, refusal), to: connection)
    }
    guard let log = find(id, of: organisation) else {
      return say(ServerFrame.refused(log: id.description, .notFound), to: connection)
    }
    guard logs[organisation]?.ledger.fold.mayFollow(id, connection.session.member) == true else {
      return say(ServerFrame.refused(log: id.description, .forbidden), to: connection)
    }
    let following = Following(connection, log, .joining(position))
    connection.followings.append(following)
    log.followers.enter(following)
    log.idleSince = nil
    if log.isLive { join(following) }
  }

  mutating func unfollow(_ id: Identifier, _ connection: Connection) {
    guard let following = connection.following(id), following.log.kind != .directory else { return }
    leave(following)
    connection.followings.removeAll { $0 === following }
    release(connection)
  }

  mutating func leave(_ following: Following) {
    let log = following.log
    log.followers.leave(following)
    unmark(following)
    log.waiters.remove(following)
    if log.idleSince == nil, log.followers.isEmpty { log.idleSince = now.monotonic }
  }

  /// The log is here: the follower goes on from where it was, or anew.
  mutating func join(_ following: Following) {
    let log = following.log
    if case .joining(let position?) = following.state, position.seq > log.ledger.head {
      // The client may have seen it at another node: nobody sees a log go back because this node is slower.
      guard isDatabaseAvailable else {
        return close(following.connection, .databaseUnavailable, "log not available", after: limits.farewell)
      }
      log.waiters.add(.joiner(following))
      return hear(of: log.id, position.seq)
    }
    start(following)
  }

  mutating func start(_ following: Following) {
    guard case .joining(let position) = following.state else { return }
    if let position, isValid(position, for: following) {
      following.state = .behind(position.seq)
    } else {
      restart(following)
    }
    greetPresence(following)
    advance(following.connection)
  }

  /// A position is good if it was seen with the same rights and the log still is the one that was seen. Events out of
  /// the tail's reach are not sent one by one: to render them takes the state of their time, and a page is cheaper.
  private func isValid(_ position: Position, for following: Following) -> Bool {
    position.view == following.connection.attendance.view
      && following.log.ledger.tail.tag(at: position.seq) == position.tag
  }

  /// The follower gets a fresh page, under the rights its member has now.
  mutating func restart(_ following: Following) {
    let log = following.log
    if case .joining = following.state {
      guard log.isLive else { return following.state = .joining(nil) }
    }
    log.followers.rest(following, at: log.ledger.head)
    let page = log.ledger.page(
      for: following.member, following.audience, without: following.omits, limit: limits.part)
    let at = Position(seq: log.ledger.head, tag: log.ledger.tag, view: following.connection.attendance.view)
    following.state = .paging(Following.Paging(page: page, at: at))
  }

  /// Gives a free connection what it lacks, up to a chunk; the rest in later rounds.
  mutating func advance(_ connection: Connection) {
    guard connection.isFree, !connection.isClosed else { return }
    var allowance = limits.chunk
    for following in connection.followings {
      while allowance > 0, step(following, &allowance) {}
    }
    release(connection)
    if connection.followings.contains(where: \.lags) {
      lagging.insert(connection.id)
      mustWake = true
    } else {
      lagging.remove(connection.id)
    }
  }

  /// Sends one part or one chunk. Whether there may be more.
  private mutating func step(_ following: Following, _ allowance: inout Int) -> Bool {
    let log = following.log
    switch following.state {
    case .joining, .current, .ended: return false
    case .paging(var paging):
      paging.sent += 1
      let frame = ServerFrame.page(
        log: log.id, kind: log.kind, at: paging.at, part: paging.sent, of: paging.page.count, paging.page)
      allowance -= frame.count
      say(frame, to: following.connection)
      let isComplete = paging.sent == paging.page.count
      following.state = isComplete ? .behind(paging.at.seq) : .paging(paging)
    case .behind(let cursor) where cursor == log.ledger.head:
      log.followers.welcome(following)
      return false
    case .behind(let cursor) where !log.ledger.tail.reaches(after: cursor): restart(following)
    case .behind(let cursor):
      var events: [[UInt8]] = []
      while allowance > 0, let entry = log.ledger.tail.entry(cursor + Int64(events.count) + 1) {
        events.append(entry.bytes(for: following.member, of: following.audience))
        allowance -= events[events.count - 1].count
      }
      say(ServerFrame.events(log: log.id, from: cursor + 1, events), to: following.connection)
      following.state = .behind(cursor + Int64(events.count))
    }
    return true
  }

  // MARK: Back-pressure

  mutating func choke(_ id: ConnectionID) {
    guard let connection = connections[id], connection.isFree else { return }
    connection.chokedSince = now.monotonic
    choked.insert(id)
    lagging.remove(id)
    for following in connection.followings {
      following.log.followers.rest(following, at: following.log.ledger.head)
    }
  }

  mutating func drain(_ id: ConnectionID) {
    guard let connection = connections[id], !connection.isFree else { return }
    connection.chokedSince = nil
    choked.remove(id)
    advance(connection)
  }
}

extension Following {
  var lags: Bool {
    switch state {
    case .behind, .paging: true
    case .joining, .current, .ended: false
    }
  }
}
