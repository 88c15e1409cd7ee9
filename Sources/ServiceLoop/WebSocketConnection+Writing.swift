internal import CLibwebsockets

extension WebSocketConnection {
  func flushLater() {
    guard !isUnflushed else { return }
    isUnflushed = true
    loop.unflushed.append(self)
  }

  /// Everything that waits, in as few writes as 64 KB each allow, until the pipe is full.
  func flush() {
    isUnflushed = false
    guard let wsi, state == .open || state == .undecided else { return }
    while let frame = first, !isChoked {
      let isAlone = rest.isEmpty || frame.wireCount + rest[0].wireCount > 65_536
      guard isAlone ? writeAlone(frame, wsi) : writeJoined(wsi) else {
        drop()
        return kill()
      }
    }
    if let farewell, !isChoked { sayFarewell(farewell.code, farewell.reason) }
  }

  private func writeAlone(_ frame: SharedFrame, _ wsi: OpaquePointer) -> Bool {
    first = rest.isEmpty ? nil : rest.removeFirst()
    waiting -= frame.wireCount
    return write(frame.wire, frame.wireCount, wsi)
  }

  private func writeJoined(_ wsi: OpaquePointer) -> Bool {
    loop.joint.removeAll(keepingCapacity: true)
    var taken = 0
    var next = first
    while let frame = next, loop.joint.count + frame.wireCount <= 65_536 {
      loop.joint.append(contentsOf: UnsafeBufferPointer(start: frame.wire, count: frame.wireCount))
      next = taken < rest.count ? rest[taken] : nil
      taken += 1
    }
    first = next
    rest.removeFirst(min(taken, rest.count))
    waiting -= loop.joint.count
    return loop.joint.withUnsafeMutableBufferPointer { write($0.baseAddress!, $0.count, wsi) }
  }

  func write(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ wsi: OpaquePointer) -> Bool {
    // Less than all means dead: a partial write is kept by the library and reported as whole.
    guard lws_write(wsi, bytes, count, LWS_WRITE_HTTP) >= count else { return false }
    isChoked = lws_partial_buffered(wsi) != 0
    if isChoked { loop.sockets?.choked(self) }
    return true
  }

  func drop() {
    first = nil
    rest = []
    waiting = 0
  }

  /// Writes the close frame and waits 5 s for the peer's.
  ///
  /// Our own frame, not `lws_close_reason` and a -1 from WRITEABLE: Debian's library is built with `_DEBUG`, and there
  /// a -1 with libuv closes the connection twice ("uv repeat test", service.c), the second time before the close frame
  /// is out. While choked the frame is kept behind what the library still holds.
  func sayFarewell(_ code: UInt16, _ reason: String) {
    guard let wsi, state == .open || state == .undecided else { return }
    state = .closing
    drop()
    let text = Array(reason.utf8.prefix(123))
    var frame = [0x88, UInt8(2 + text.count), UInt8(code >> 8), UInt8(code & 255)] + text
    guard lws_write(wsi, &frame, frame.count, LWS_WRITE_HTTP) >= 0 else { return kill() }
    loop.schedule(after: .seconds(5)) { [weak self] in self?.kill() }
  }
}
