internal import CLibwebsockets

/// One WebSocket. Frames sent during a round go out together at its end, in one write while the pipe is free.
///
/// When the kernel does not take all of a write the connection is *choked*: libwebsockets keeps the rest, nothing more
/// is written until it is gone, then ``WebSocketHandler/drained(_:)`` is called. What is sent meanwhile waits in a
/// small queue meant for answers and farewells (``ServiceConfiguration/Limits/choked`` bytes; beyond, close 4008): news
/// belongs behind a cursor and is sent when drained.
public final class WebSocketConnection: Peer {
  enum State { case undecided, open, closing, closed }

  public let id: UInt64
  public let remoteAddress: String
  /// The program's own: its session.
  public var owner: AnyObject?
  public internal(set) var isChoked = false
  /// ``EventLoop/monotonic`` when the peer last sent a message or a pong.
  public internal(set) var lastHeard: Int64
  public var isOpen: Bool { state == .open }

  var state = State.undecided
  /// Kept until the connection is opened.
  var request: HTTPRequest?
  var assembly: [UInt8] = []
  var first: SharedFrame?
  var rest: [SharedFrame] = []
  var waiting = 0
  var isUnflushed = false
  var farewell: (code: UInt16, reason: String)?
  var wasOpened = false
  var pending: AdmissionDecision?
  var heartbeat: TimerToken?
  var isLastCall = false

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
    guard waiting > loop.configuration.limits.choked else { return }
    loop.log(.warning, "connection.closed", ("code", String(SocketCloseCode.slow)), ("waiting", String(waiting)))
    sayFarewell(SocketCloseCode.slow, "too slow")
  }

  /// A protocol ping; a peer that answers is heard. Skipped while choked: the peer's silence counts either way.
  public func ping() {
    guard state == .open, let wsi, !isChoked else { return }
    if !write(pingFrame.wire, pingFrame.wireCount, wsi) { kill() }
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
  ///
  /// Unless it came in one piece with the upgrade request, which RFC 6455 forbids (4.1): the library puts that aside,
  /// but only after writing its answer over bytes 384 to 551 of its buffer. Such frames may arrive mangled; the
  /// connection then ends as for any bad frame, and nobody else's is touched.
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
    if case .accept = admission {} else { loop.turnAway(self) }
    switch admission {
    case .accept(let owner):
      state = .open
      wasOpened = true
      self.owner = owner
      lastHeard = loop.monotonic
      heartbeat = loop.schedule(.heartbeat(self), after: Int64(loop.configuration.limits.pingSeconds) * 1000)
      if let request { loop.sockets?.opened(self, request) }
    case .refuse: close(code: SocketCloseCode.forbidden, reason: "forbidden")
    case .close(let code, let reason): close(code: code, reason: reason)
    }
  }

  func forgetDecision() {
    pending?.connection = nil
    pending = nil
    if let heartbeat { loop.cancel(heartbeat) }
    heartbeat = nil
  }

  override func wireDestroyed() {
    _ = wireClosed()
    super.wireDestroyed()
  }
}

/// With a byte of payload: the library keeps empty pongs to itself.
private let pingFrame = SharedFrame(Array("h".utf8), opcode: 0x9)
