import Identity
import Rows

// What leaves toward the clients. Frames of one call to one connection leave as one message.
extension Node {
  mutating func say(_ frame: [UInt8], to connection: Connection) {
    guard !connection.isClosed else { return }
    guard connection.isFree else { return hold(frame, after: nil, for: connection) }
    if connection.frames.isEmpty { speakers.append(connection) }
    connection.frames.append(frame)
  }

  /// Sends the answer once the connection has event `seq` of the log, if it follows that.
  mutating func say(_ frame: [UInt8], after seq: Int64, of log: Identifier, to connection: Connection) {
    let isDue = connection.following(log)?.has(seq) ?? true
    if isDue { say(frame, to: connection) } else { hold(frame, after: (log, seq), for: connection) }
  }

  /// Sends presence and the like. A connection that cannot take it now goes without.
  mutating func mention(_ frame: [UInt8], to connection: Connection) {
    if connection.isFree { say(frame, to: connection) }
  }

  private mutating func hold(_ frame: [UInt8], after: (log: Identifier, seq: Int64)?, for connection: Connection) {
    guard !connection.isClosed else { return }
    connection.held.append(Connection.Held(frame: frame, after: after))
    connection.heldSize += frame.count
    if connection.heldSize > limits.held { close(connection, .slow, "too many answers unread") }
  }

  /// Says what has been held and may now be said.
  mutating func release(_ connection: Connection) {
    guard connection.isFree, !connection.held.isEmpty else { return }
    let held = connection.held
    connection.held = []
    connection.heldSize = 0
    for answer in held {
      if let after = answer.after {
        say(answer.frame, after: after.seq, of: after.log, to: connection)
      } else {
        say(answer.frame, to: connection)
      }
    }
  }

  mutating func flush() {
    for connection in speakers { flush(connection) }
    speakers.removeAll(keepingCapacity: true)
  }

  private mutating func flush(_ connection: Connection) {
    guard !connection.frames.isEmpty else { return }
    effects.append(.send(connection.id, Outgoing(connection.frames)))
    connection.frames = []
  }

  /// Sends the connection away. `after`: the advice when to come back.
  mutating func close(_ connection: Connection, _ code: CloseCode, _ reason: String, after: Int64? = nil) {
    guard !connection.isClosed else { return }
    if let after { mention(ServerFrame.bye(code, after: after), to: connection) }
    flush(connection)
    effects.append(.close(connection.id, code, reason: reason))
    drop(connection)
  }

  /// The connection is no more.
  mutating func drop(_ connection: Connection) {
    for following in connection.followings { leave(following) }
    connection.followings = []
    connection.stage = .closed
    connection.backlog = []
    connection.frames = []
    connection.held = []
    connections[connection.id] = nil
    if connection.inFlight > 0 { withdraw(connection.id) }
    newcomers.remove(connection.id)
    choked.remove(connection.id)
    lagging.remove(connection.id)
    connection.attendance.connections[connection.id] = nil
    if connection.attendance.connections.isEmpty { attendances[connection.session.member] = nil }
  }
}
