internal import CLibwebsockets

extension EventLoop {
  /// Connections that are not upgraded are bounded, and descriptors are kept back for everything else.
  var hasRoom: Bool {
    unupgraded.count < configuration.limits.unupgraded
      && connections.count + unupgraded.count < configuration.limits.descriptors - 128
  }

  func adopt(_ descriptor: Int32, from address: String) {
    let peer = HTTPPeer(self, address: address)
    var info = lws_adopt_desc_t()
    info.vh = vhost
    info.type = lws_adoption_type(LWS_ADOPT_SOCKET.rawValue | LWS_ADOPT_HTTP.rawValue | LWS_ADOPT_ALLOW_SSL.rawValue)
    info.fd.sockfd = descriptor
    // Balanced by ESTABLISHED or WSI_DESTROY, one of which comes for every connection that was made. Without memory
    // for one the peer leaks, which is then the least of all worries.
    info.opaque = Unmanaged.passRetained(peer).toOpaque()
    guard let wsi = lws_adopt_descriptor_vhost_via_info(&info) else { return }
    peer.wsi = wsi
    unupgraded[ObjectIdentifier(peer)] = peer
  }

  /// Once a second: who has been given enough time, and whether there is room again.
  func sweep() {
    guard phase != .stopped else { return }
    for peer in unupgraded.values {
      peer.sweep()
      if peer.deadline < monotonic { peer.kill() }
    }
    if hasRoom { listener?.resume() }
    schedule(after: .seconds(1)) { [weak self] in self?.sweep() }
  }
}
