internal import CLibwebsockets

extension HTTPPeer {
  /// CVE-2025-11677: when the header is neither `websocket` nor `h2c` the library has answered 403, freed the headers
  /// and still looks at them after this callback, unless it says close. `h2c` is refused because HTTP/2 has holes.
  func wireConfirmsUpgrade() -> WireVerdict {
    guard let wsi, case .idle = state, RequestReader.header(wsi, WSI_TOKEN_UPGRADE)?.lowercased() == "websocket" else {
      return .close
    }
    let outcome = RequestReader.read(wsi, self)
    if case .refuse(let response) = outcome { return refuse(response, closing: true) }
    guard case .request(let request, 0, _) = outcome, request.method == .get else {
      return refuse(.empty(400), closing: true)
    }
    let root = loop.configuration.socketPath
    guard request.path == root || request.path.hasPrefix(root + "/"), let sockets = loop.sockets else {
      return refuse(.notFound, closing: true)
    }
    guard RequestReader.header(wsi, WSI_TOKEN_VERSION) == "13" else { return refuse(.otherVersion, closing: true) }
    guard loop.phase == .serving else { return refuse(.empty(503), closing: true) }
    guard takesPlace(for: request) else { return refuse(.empty(429), closing: true) }
    guard loop.admitsUpgrade(request) else { return refuse(.foreignOrigin, closing: true) }
    let decision = AdmissionDecision()
    upgrade = (request, decision)
    sockets.admit(request) { admission in
      guard decision.admission == nil else { return }
      decision.admission = admission
      decision.connection?.decide(admission)
    }
    if case .refuse(let status) = decision.admission { return refuse(.empty(status), closing: true) }
    return .proceed
  }

  func wireUpgraded() -> WireVerdict {
    guard let wsi, let (request, decision) = upgrade else { return .close }
    loop.lastConnection += 1
    let connection = WebSocketConnection(loop, wsi, id: loop.lastConnection, request: request)
    lws_set_opaque_user_data(wsi, Unmanaged.passRetained(connection).toOpaque())
    loop.connections[connection.id] = connection
    self.wsi = nil
    loop.unupgraded[ObjectIdentifier(self)] = nil
    loop.leaveDoor(self)
    if let admission = decision.admission { connection.decide(admission) } else { connection.hold(for: decision) }
    // Balances the adoption's retain: the wsi points to the connection now.
    Unmanaged.passUnretained(self).release()
    return .proceed
  }
}

extension HTTPResponse {
  /// RFC 6455, 4.4.
  fileprivate static var otherVersion: Self {
    var response = empty(426)
    response.set("Sec-WebSocket-Version", "13")
    return response
  }
}
