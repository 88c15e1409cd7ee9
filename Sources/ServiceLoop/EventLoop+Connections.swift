internal import CLibwebsockets

extension EventLoop {
  /// Connections that are not upgraded are bounded, and descriptors are kept back for everything else.
  var hasRoom: Bool { !door.isFull && connections.count + unupgraded.count < configuration.limits.descriptors - 128 }

  /// Takes a connection in, at the expense of another when there is no place left. False: it cannot be.
  func adopt(_ descriptor: Int32, from address: String) -> Bool {
    let peer = HTTPPeer(self, address: address)
    let network = proxies.contains(address) ? nil : Network.of(address)
    switch door.enter(ObjectIdentifier(peer), from: network) {
    case .place: break
    case .placeOf(let other): sendAway(other)
    case .refused: return false
    }
    var info = lws_adopt_desc_t()
    info.vh = vhost
    info.type = lws_adoption_type(LWS_ADOPT_SOCKET.rawValue | LWS_ADOPT_HTTP.rawValue | LWS_ADOPT_ALLOW_SSL.rawValue)
    info.fd.sockfd = descriptor
    // Balanced by ESTABLISHED or WSI_DESTROY, one of which comes for every connection that was made. Without memory
    // for a connection the peer leaks; the process is about to fail then anyway.
    info.opaque = Unmanaged.passRetained(peer).toOpaque()
    guard let wsi = lws_adopt_descriptor_vhost_via_info(&info) else {
      door.leave(ObjectIdentifier(peer))
      // The library has closed the descriptor.
      return true
    }
    peer.wsi = wsi
    unupgraded[ObjectIdentifier(peer)] = peer
    return true
  }

  /// The connection has gone, or is in: its place is free.
  func leaveDoor(_ peer: Peer) {
    door.leave(ObjectIdentifier(peer))
    unwelcome[ObjectIdentifier(peer)] = nil
    listener?.resume()
  }

  /// A WebSocket without a session takes a place again until it has been told why it is closed.
  func turnAway(_ connection: WebSocketConnection) {
    switch door.isFull ? .refused : door.enter(ObjectIdentifier(connection), from: Network.of(connection.remoteAddress))
    {
    case .place: break
    case .placeOf(let other): sendAway(other)
    case .refused: return connection.kill()
    }
    unwelcome[ObjectIdentifier(connection)] = connection
  }

  private func sendAway(_ guest: ObjectIdentifier) {
    unupgraded[guest]?.kill()
    unwelcome[guest]?.kill()
  }

  /// Once a second: closes connections that are late, and accepts again when there is room.
  func sweep() {
    guard phase != .stopped else { return }
    for peer in unupgraded.values {
      peer.sweep()
      if peer.deadline < monotonic { peer.kill() }
    }
    if hasRoom { listener?.resume() }
    if door.isCrowded != isCrowded {
      isCrowded = door.isCrowded
      log(isCrowded ? .warning : .info, isCrowded ? "door.crowded" : "door.calm", ("connections", String(door.count)))
    }
    schedule(after: .seconds(1)) { [weak self] in self?.sweep() }
  }
}
