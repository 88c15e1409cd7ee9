internal import CLibwebsockets

/// One WebSocket. Frames sent during a round go out together at its end, in one write while the pipe is free.
///
/// When the kernel does not take all of a write the connection is *choked*: libwebsockets keeps the rest, nothing more is
/// written until it is gone, then ``WebSocketHandler/drained(_:)`` is called. What is sent meanwhile waits in a small
/// queue meant for answers and farewells (``ServiceConfiguration/Limits/choked`` bytes; beyond, close 4008): news belongs
/// behind a cursor and is sent when drained.
public final class WebSocketConnection: Peer {
  enum State { case undecided, open, closing, closed }

  public let id: UInt64
  public let remoteAddress: String
  /// The program's own: its session.
  public var owner: AnyObject?
  public private(set) var isChoked = false
  /// ``EventLoop/monotonic`` when the peer last sent a message or a pong.
  public private(set) var lastHeard: Int64
  public var isOpen: Bool { state == .open }

  private(set) var state = State.undecided
  /// Kept until the connection is opened.
  private var request: HTTPRequest?
  private var assembly: [UInt8] = []
  private var first: SharedFrame?
  private var rest: [SharedFrame] = []
  private var waiting = 0
  private var isUnflushed = false
  private var farewell: (code: UInt16, reason: String)?
  private var wasOpened = false
  private var pending: AdmissionDecision?
  private var heartbeat: TimerToken?
  private var isLastCall = false

  init(_ loop: EventLoop, _ wsi: OpaquePointer, id: UInt64, request: HTTPRequest) {
    self.id = id
    self.request = request
    remoteAddress = request.remoteAddress
    lastHeard = loop.monotonic
    super.init(loop, wsi, isWebSocket: true)
  }

  // MARK: Public verbs

  /// Ignored when the connection is closing.
  public func send(_ frame: SharedFrame) {
    guard state == .open, farewell == nil else { return }
    if first == nil { first = frame } else { rest.append(frame) }
    waiting += frame.wireCount
    if !isChoked { return flushLater() }
    if waiting > loop.configuration.limits.choked { sayFarewell(CloseCode.slow, "too slow") }
  }

  /// A protocol ping; a peer that answers is heard. Skipped while choked: the peer's silence counts either way.
  public func ping() {
    guard state == .open, let wsi, !isChoked else { return }
    _ = pingFrame.withUnsafeBytes {
      // The library does not write to what it sends raw.
      lws_write(
        wsi, UnsafeMutablePointer(mutating: $0.bindMemory(to: UInt8.self).baseAddress), $0.count, LWS_WRITE_HTTP)
    }
    isChoked = lws_partial_buffered(wsi) != 0
  }

  /// Sends what was sent before, then the close frame. A peer that does not take them within 5 s is cut off.
  /// - Parameter reason: at most 123 bytes of UTF-8; the rest is cut.
  public func close(code: UInt16, reason: String) {
    guard state == .open || state == .undecided, farewell == nil else { return }
    farewell = (code, reason)
    flushLater()
    // Choked for good, it would never come to the farewell.
    loop.schedule(after: .seconds(5)) { [weak self] in self?.kill() }
  }

  // MARK: Admission

  /// Nothing is read from the peer until the decision is made; what it sends waits in the kernel.
  func hold(for decision: AdmissionDecision) {
    pending = decision
    decision.connection = self
    heartbeat = loop.schedule(.heartbeat(self), after: Int64(loop.configuration.limits.silenceSeconds) * 1000)
    lws_rx_flow_control(wsi, 0)
  }

  func decide(_ admission: Admission) {
    guard state == .undecided, let wsi else { return }
    if pending != nil { lws_rx_flow_control(wsi, 1) }
    forgetDecision()
    let request = request.take()
    switch admission {
    case .accept(let owner):
      state = .open
      wasOpened = true
      self.owner = owner
      lastHeard = loop.monotonic
      heartbeat = loop.schedule(.heartbeat(self), after: Int64(loop.configuration.limits.pingSeconds) * 1000)
      if let request { loop.sockets?.opened(self, request) }
    case .refuse: close(code: CloseCode.forbidden, reason: "forbidden")
    case .close(let code, let reason): close(code: code, reason: reason)
    }
  }

  private func forgetDecision() {
    pending?.connection = nil
    pending = nil
    if let heartbeat { loop.cancel(heartbeat) }
    heartbeat = nil
  }

  // MARK: From the wire

  func wireReceived(_ piece: UnsafeRawBufferPointer) -> WireVerdict {
    guard state == .open, let wsi else { return .proceed }
    lastHeard = loop.monotonic
    if lws_frame_is_binary(wsi) != 0 {
      sayFarewell(CloseCode.unsupportedData, "text only")
      return .proceed
    }
    if lws_is_first_fragment(wsi) != 0 { assembly.removeAll(keepingCapacity: assembly.capacity <= 4096) }
    guard assembly.count + piece.count <= loop.configuration.limits.message else {
      assembly = []
      sayFarewell(CloseCode.tooBig, "message too big")
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
  /// may be written between.
  func wirePeerCloses() -> WireVerdict {
    guard state == .open || state == .undecided else { return .close }
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
    loop.listener?.resume()
    return .proceed
  }

  override func wireDestroyed() {
    _ = wireClosed()
    super.wireDestroyed()
  }

  /// Writes the close frame and waits 5 s for the peer's.
  ///
  /// Our own frame, not `lws_close_reason` and a -1 from WRITEABLE: Debian's library is built with `_DEBUG`, and there a
  /// -1 with libuv closes the connection twice ("uv repeat test", service.c), the second time before the close frame
  /// is out. While choked the frame is kept behind what the library still holds.
  private func sayFarewell(_ code: UInt16, _ reason: String) {
    guard let wsi, state == .open || state == .undecided else { return }
    state = .closing
    drop()
    let text = Array(reason.utf8.prefix(123))
    var frame = [0x88, UInt8(2 + text.count), UInt8(code >> 8), UInt8(code & 255)] + text
    guard lws_write(wsi, &frame, frame.count, LWS_WRITE_HTTP) >= 0 else { return kill() }
    loop.schedule(after: .seconds(5)) { [weak self] in self?.kill() }
  }

  // MARK: Writing

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
      let written: Bool
      if rest.isEmpty {
        first = nil
        waiting -= frame.wireCount
        written = write(frame.wire, frame.wireCount, wsi)
      } else {
        written = writeJoined(wsi)
      }
      guard written else {
        drop()
        return kill()
      }
    }
    if let farewell, !isChoked { sayFarewell(farewell.code, farewell.reason) }
  }

  private func writeJoined(_ wsi: OpaquePointer) -> Bool {
    loop.joint.removeAll(keepingCapacity: true)
    var taken = 0
    if let frame = first {
      loop.joint.append(contentsOf: UnsafeBufferPointer(start: frame.wire, count: frame.wireCount))
    }
    while taken < rest.count, loop.joint.count + rest[taken].wireCount <= 65_536 {
      loop.joint.append(contentsOf: UnsafeBufferPointer(start: rest[taken].wire, count: rest[taken].wireCount))
      taken += 1
    }
    first = taken < rest.count ? rest[taken] : nil
    rest.removeFirst(min(taken + 1, rest.count))
    waiting -= loop.joint.count
    return loop.joint.withUnsafeMutableBufferPointer { write($0.baseAddress!, $0.count, wsi) }
  }

  private func write(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ wsi: OpaquePointer) -> Bool {
    // Less than all means dead: a partial write is kept by the library and reported as whole.
    guard lws_write(wsi, bytes, count, LWS_WRITE_HTTP) >= count else { return false }
    isChoked = lws_partial_buffered(wsi) != 0
    if isChoked { loop.sockets?.choked(self) }
    return true
  }

  private func drop() {
    first = nil
    rest = []
    waiting = 0
  }

  // MARK: Heartbeat

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

/// With a byte of payload: the library keeps empty pongs to itself.
private let pingFrame: [UInt8] = [0x89, 1, 0x68]
