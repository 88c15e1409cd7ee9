internal import CLibwebsockets

/// What a libwebsockets connection points to: first an ``HTTPPeer``, after the upgrade a ``WebSocketConnection``.
@ServiceLoop public class Peer {
  let loop: EventLoop
  /// Which of the two it is, for the callbacks' cast.
  let isWebSocket: Bool
  /// `nil` as soon as the library may free it.
  var wsi: OpaquePointer?

  init(_ loop: EventLoop, _ wsi: OpaquePointer?, isWebSocket: Bool) {
    self.loop = loop
    self.isWebSocket = isWebSocket
    self.wsi = wsi
  }

  /// Closes without a word, within this turn of the loop.
  func kill() {
    guard let wsi else { return }
    lws_set_timeout(wsi, PENDING_TIMEOUT_KILLED_BY_PARENT, -1 /* LWS_TO_KILL_ASYNC */)
    // Outside its callbacks the library does not look at its timers until something happens.
    LibraryContext.nudge()
  }

  func wireDestroyed() { wsi = nil }
}
