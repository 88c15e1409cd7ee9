/// What becomes of a WebSocket upgrade. The origin has been checked before anyone is asked.
public enum Admission {
  /// The connection opens; `owner` becomes ``WebSocketConnection/owner`` before `opened` is called.
  case accept(owner: AnyObject? = nil)
  /// An HTTP status instead of the upgrade. A browser's script cannot see it; decided late it becomes a close 4403.
  case refuse(status: Int)
  /// The upgrade succeeds and the connection is closed at once, because that is what a browser's script can see:
  /// `4401` asks it to sign in again.
  case close(code: UInt16, reason: String)
}

/// The program behind the WebSocket connections. All calls come on the loop, none re-enters another.
@ServiceLoop public protocol WebSocketHandler: AnyObject {
  /// Call `decide` exactly once, now or later. Until then the peer is connected but not read from.
  func admit(_ request: HTTPRequest, _ decide: @escaping @ServiceLoop (Admission) -> Void)
  func opened(_ connection: WebSocketConnection, _ request: HTTPRequest)
  /// A whole text message: valid UTF-8, at most ``ServiceConfiguration/Limits/message`` bytes.
  func received(_ message: [UInt8], on connection: WebSocketConnection)
  /// The kernel did not take all of a write. News is better held back until ``drained(_:)``. May come in the middle of
  /// the round's writes: to be noted, not answered.
  func choked(_ connection: WebSocketConnection)
  /// The connection was choked and may be written to again.
  func drained(_ connection: WebSocketConnection)
  /// The last call about a connection that was opened, whoever closed it.
  func closed(_ connection: WebSocketConnection)
}

extension WebSocketHandler {
  public func choked(_ connection: WebSocketConnection) {}
  public func drained(_ connection: WebSocketConnection) {}
}
