import Board
import Live
import Rows
import ServiceLoop
import Store

/// The WebSocket connections: who they are, what they say, and when their pipe is full.
extension Stage: WebSocketHandler {
  func admit(_ request: HTTPRequest, _ decide: @escaping @ServiceLoop (Admission) -> Void) {
    firstSession(of: request) { result in
      switch result {
      case .success(let session?): decide(.accept(owner: SocketOwner(session)))
      case .success(nil): decide(.close(code: CloseCode.signInAgain.rawValue, reason: "sign in"))
      case .failure: decide(.close(code: CloseCode.databaseUnavailable.rawValue, reason: "database away"))
      }
    }
  }

  func opened(_ connection: WebSocketConnection, _ request: HTTPRequest) {
    guard let owner = connection.owner as? SocketOwner else { return }
    let id = ConnectionID(connection.id)
    connections[id] = connection
    tell(.connected(id, owner.session, listsElsewhere: request.query["lists"] == "channels"))
  }

  func received(_ message: [UInt8], on connection: WebSocketConnection) {
    tell(.message(ConnectionID(connection.id), message))
  }

  func choked(_ connection: WebSocketConnection) { tell(.choked(ConnectionID(connection.id))) }
  func drained(_ connection: WebSocketConnection) { tell(.drained(ConnectionID(connection.id))) }

  /// The log tells of closings an operator must know: the node is at fault, or a client is slow or sends too much.
  func close(_ id: ConnectionID, _ code: Live.CloseCode, _ reason: String) {
    guard let connection = connections[id] else { return }
    switch code {
    case .internal, .slow, .tooManyMessages:
      let member = (connection.owner as? SocketOwner)?.session.member
      Journal.write(
        .warning, "connection.closed",
        ["code": "\(code.rawValue)", "reason": reason, "member": member.map { "\($0)" } ?? ""])
    case .badFrame, .version, .shuttingDown, .positionInvalid, .databaseUnavailable, .tooBig, .tooManyConnections,
      .signInAgain, .forbidden, .noSuchRoom, .noHello:
      break
    }
    connection.close(code: code.rawValue, reason: reason)
  }

  func closed(_ connection: WebSocketConnection) {
    let id = ConnectionID(connection.id)
    guard connections.removeValue(forKey: id) != nil else { return }
    tell(.disconnected(id))
  }

  /// Sessions that have a socket open here, to be checked against the database now and then.
  var openSessions: Set<Session> {
    Set(connections.values.compactMap { ($0.owner as? SocketOwner)?.session })
  }
}

/// The session a connection was opened with.
final class SocketOwner {
  let session: Session
  init(_ session: Session) { self.session = session }
}
