internal import CLibwebsockets

/// What libwebsockets tells, and the heartbeat.
extension WebSocketConnection {
  func wireReceived(_ piece: UnsafeRawBufferPointer) -> WireVerdict {
    guard state == .open, farewell == nil, let wsi else { return .proceed }
    lastHeard = loop.monotonic
    if lws_frame_is_binary(wsi) != 0 {
      sayFarewell(SocketCloseCode.unsupportedData, "text only")
      return .proceed
    }
    if lws_is_first_fragment(wsi) != 0 { assembly.removeAll(keepingCapacity: assembly.capacity <= 4096) }
    guard assembly.count + piece.count <= loop.configuration.limits.message else {
      assembly = []
      sayFarewell(SocketCloseCode.tooBig, "message too big")
      return .proceed
    }
    let isLast = lws_is_final_fragment(wsi) != 0 && lws_remaining_packet_payload(wsi) == 0
    guard isLast else {
      assembly.append(contentsOf: piece)
      return .proceed
    }
    if assembly.isEmpty {
      loop.sockets?.received(Array(piece), on: self)
    } else {
      assembly.append(contentsOf: piece)
      let message = assembly
      assembly = []
      loop.sockets?.received(message, on: self)
    }
    return .proceed
  }

  func wirePonged() -> WireVerdict {
    lastHeard = loop.monotonic
    return .proceed
  }

  /// The answer to our close frame ends the connection. To the peer's own the library answers by itself, and nothing
  /// may be written between. One byte is no code (RFC 6455, 5.5.1): the library would answer it with nothing.
  func wirePeerCloses(_ payload: UnsafeRawBufferPointer) -> WireVerdict {
    guard state == .open || state == .undecided else { return .close }
    guard payload.count != 1 else {
      sayFarewell(SocketCloseCode.protocolError, "no close code")
      return .close
    }
    state = .closing
    drop()
    return .proceed
  }

  func wireWritable() -> WireVerdict {
    guard let wsi, state == .open || state == .undecided else { return .proceed }
    if isChoked {
      guard lws_partial_buffered(wsi) == 0 else { return .proceed }
      isChoked = false
      flush()
      if state == .open && !isChoked && farewell == nil { loop.sockets?.drained(self) }
    }
    return .proceed
  }

  func wireClosed() -> WireVerdict {
    guard state != .closed else { return .proceed }
    state = .closed
    wsi = nil
    drop()
    forgetDecision()
    loop.connections[id] = nil
    if wasOpened { loop.sockets?.closed(self) }
    loop.leaveDoor(self)
    return .proceed
  }

  /// Due 25 s after the peer was last heard, then every 25 s of silence, at 60 s, and once more.
  func beat() {
    heartbeat = nil
    guard state == .open || state == .undecided else { return }
    let limits = loop.configuration.limits
    let silence = loop.monotonic - lastHeard
    let dead = Int64(limits.silenceSeconds) * 1000
    let patience = Int64(limits.pingSeconds) * 1000
    if silence >= dead {
      // After a stall of the loop itself timers come before what has arrived meanwhile: one second to read that.
      if isLastCall { return kill() }
      isLastCall = true
      heartbeat = loop.schedule(.heartbeat(self), after: 1000)
      return
    }
    isLastCall = false
    if silence >= patience { ping() }
    let next = silence >= patience ? min(patience, dead - silence) : patience - silence
    heartbeat = loop.schedule(.heartbeat(self), after: next)
  }
}
