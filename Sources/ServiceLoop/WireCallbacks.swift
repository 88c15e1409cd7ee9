// libwebsockets calls these: nonisolated functions in a file of their own, entering the loop's isolation.
internal import CLibwebsockets

/// What is returned to libwebsockets: go on, or close this connection.
enum WireVerdict: Int32 {
  case proceed = 0
  case close = -1
}

func wireCallback(
  wsi: OpaquePointer?, reason: lws_callback_reasons, user: UnsafeMutableRawPointer?, input: UnsafeMutableRawPointer?,
  length: Int
) -> Int32 {
  guard let wsi, let opaque = lws_get_opaque_user_data(wsi) else { return 0 }
  // Read by the callee before it returns, on this thread.
  nonisolated(unsafe) let piece = UnsafeRawBufferPointer(start: input, count: input == nil ? 0 : length)
  switch reason {
  case LWS_CALLBACK_RECEIVE: return onConnection(opaque) { $0.wireReceived(piece) }
  case LWS_CALLBACK_SERVER_WRITEABLE: return onConnection(opaque) { $0.wireWritable() }
  case LWS_CALLBACK_RECEIVE_PONG: return onConnection(opaque) { $0.wirePonged() }
  case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE: return onConnection(opaque) { $0.wirePeerCloses(piece) }
  case LWS_CALLBACK_CLOSED: return onConnection(opaque) { $0.wireClosed() }

  case LWS_CALLBACK_HTTP: return onPeer(opaque) { $0.wireRequested() }
  case LWS_CALLBACK_HTTP_BODY: return onPeer(opaque) { $0.wireReceivedBody(piece) }
  case LWS_CALLBACK_HTTP_BODY_COMPLETION: return onPeer(opaque) { $0.wireCompletedBody() }
  case LWS_CALLBACK_HTTP_WRITEABLE: return onPeer(opaque) { $0.wireWritable() }
  // `input` may dangle here (CVE-2025-11677) and is not passed on.
  case LWS_CALLBACK_HTTP_CONFIRM_UPGRADE: return onPeer(opaque) { $0.wireConfirmsUpgrade() }
  case LWS_CALLBACK_ESTABLISHED: return onPeer(opaque) { $0.wireUpgraded() }
  case LWS_CALLBACK_WSI_DESTROY:
    let peer = Unmanaged<Peer>.fromOpaque(opaque).takeRetainedValue()
    lws_set_opaque_user_data(wsi, nil)
    ServiceLoop.assumeIsolated { peer.wireDestroyed() }
    return 0
  // `CONNECT` turns a connection into a raw one.
  case LWS_CALLBACK_RAW_ADOPT, LWS_CALLBACK_RAW_RX, LWS_CALLBACK_RAW_WRITEABLE: return -1
  default: return 0
  }
}

private func onConnection(_ opaque: UnsafeMutableRawPointer, _ body: @ServiceLoop (WebSocketConnection) -> WireVerdict)
  -> Int32
{
  // Retained by the wsi from ESTABLISHED to WSI_DESTROY.
  let peer = Unmanaged<Peer>.fromOpaque(opaque).takeUnretainedValue()
  return ServiceLoop.assumeIsolated {
    // An upgrade that fails half way (no key) is closed as a WebSocket without ever having been established.
    guard peer.isWebSocket else { return WireVerdict.close.rawValue }
    return body(unsafeDowncast(peer, to: WebSocketConnection.self)).rawValue
  }
}

private func onPeer(_ opaque: UnsafeMutableRawPointer, _ body: @ServiceLoop (HTTPPeer) -> WireVerdict) -> Int32 {
  // Retained by the wsi from its adoption to ESTABLISHED or WSI_DESTROY.
  let peer = Unmanaged<Peer>.fromOpaque(opaque).takeUnretainedValue()
  return ServiceLoop.assumeIsolated {
    guard !peer.isWebSocket else { return WireVerdict.close.rawValue }
    return body(unsafeDowncast(peer, to: HTTPPeer.self)).rawValue
  }
}

/// The library's own complaints: the name of the function only, for the rest may quote a client.
func libraryComplained(_ level: Int32, _ line: UnsafePointer<CChar>?) {
  guard let line, ServiceLoop.isCurrent else { return }
  let name = String(cString: line).prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
  ServiceLoop.assumeIsolated { LoopThread.shared.complain(String(name)) }
}
