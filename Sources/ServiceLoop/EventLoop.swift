internal import CLibuv
internal import CLibwebsockets

/// What ``EventLoop/schedule(after:_:)`` gave, for ``EventLoop/cancel(_:)``.
public struct TimerToken: Hashable, Sendable {
  let token: TimingWheel<EventLoop.Deadline>.Token
}

/// One listening server: HTTP, WebSockets, static files, timers and adopted descriptors on the service loop's thread.
/// A process serves with one; tests may run several side by side, all on the same thread.
@ServiceLoop public final class EventLoop {
  enum Deadline {
    case action(@ServiceLoop () -> Void)
    case heartbeat(WebSocketConnection)
  }
  enum Phase { case serving, stopping, stopped }

  public nonisolated let configuration: ServiceConfiguration
  /// The configured mounts. ``Router`` falls back to them; without a handler they are all there is.
  public let files: StaticFiles
  /// Set in `ready`.
  public var http: (any HTTPHandler)?
  /// Set in `ready`; without it no upgrade is accepted.
  public var sockets: (any WebSocketHandler)?
  /// Called once a round, after all input was handled and before the round's writes go out: news is released here.
  public var roundEnded: (@ServiceLoop () -> Void)?
  /// The port really bound.
  public internal(set) var port = 0
  /// Checked by the loop itself, for every upgrade and every request that changes something.
  public var origins: OriginPolicy
  /// As configured, to begin with.
  public var proxies: Set<String>

  private(set) var vhost: OpaquePointer
  var listener: Listener?
  var phase = Phase.serving
  var unupgraded: [ObjectIdentifier: HTTPPeer] = [:]
  /// The connections that are not members' WebSockets yet.
  var door: Door<ObjectIdentifier>
  /// Where there is room for large bodies.
  let uploads: UploadRoom
  /// Whether the operator has been told that strangers stand on the last places.
  var isCrowded = false
  /// WebSockets that are being turned away.
  var unwelcome: [ObjectIdentifier: WebSocketConnection] = [:]
  var connections: [UInt64: WebSocketConnection] = [:]
  var lastConnection: UInt64 = 0
  /// Connections with something to write at the end of this round.
  var unflushed: [WebSocketConnection] = []
  /// Where the frames of one connection's round are joined.
  var joint: [UInt8] = []
  var whenStopped: [@ServiceLoop () -> Void] = []

  private let timer = UnsafeMutablePointer<uv_timer_t>.allocate(capacity: 1)
  private var wheel: TimingWheel<Deadline>
  private var armedFor: UInt64?

  init(_ configuration: ServiceConfiguration) throws(LoopFault) {
    self.configuration = configuration
    files = StaticFiles(configuration.mounts)
    origins = OriginPolicy(allowed: configuration.allowedOrigins)
    proxies = configuration.proxies
    let limits = configuration.limits
    door = Door(places: limits.unupgraded, share: limits.share, kept: limits.kept)
    uploads = UploadRoom(limits.uploads)
    vhost = try LibraryContext.shared(configuration).addVirtualHost(configuration)
    wheel = TimingWheel(now: Self.tick(uv_now(LoopThread.shared.uv)))
    uv_timer_init(LoopThread.shared.uv, timer)
    // Unretained: `stop` stops the timer before the loop lets go of itself.
    timer.pointee.data = Unmanaged.passUnretained(self).toOpaque()
    listener = try Listener(self)
    port = listener?.port ?? 0
    LoopThread.shared.join(self)
    schedule(after: .seconds(1)) { [weak self] in self?.sweep() }
  }

  /// Reads the certificate and its key anew: for connections made from now on. Those that cannot be used change
  /// nothing.
  public func renewCertificate() throws(LoopFault) {
    guard configuration.tls != nil else { return }
    vhost = try LibraryContext.shared(configuration).addVirtualHost(configuration)
  }

  // MARK: Rounds

  /// News is released first, so that it goes out with the rest. Then each connection that has something gets one write.
  func endRound() {
    roundEnded?()
    var index = 0
    while index < unflushed.count {
      unflushed[index].flush()
      index += 1
    }
    if index > 0 { unflushed.removeAll(keepingCapacity: true) }
  }

  // MARK: Time

  /// Milliseconds of a clock that never jumps; its zero is arbitrary. The time at which this round began.
  public var monotonic: Int64 { Int64(uv_now(LoopThread.shared.uv)) }

  /// Milliseconds since 1970 (UTC), now.
  public var wallClock: Int64 {
    var time = uv_timeval64_t()
    uv_gettimeofday(&time)
    return time.tv_sec * 1000 + Int64(time.tv_usec) / 1000
  }

  /// Runs `action` on the loop once `delay` has passed, up to 20 ms later than asked: the wheel's ticks are 10 ms.
  @discardableResult
  public func schedule(after delay: Duration, _ action: @escaping @ServiceLoop () -> Void) -> TimerToken {
    let (seconds, attoseconds) = delay.components
    return schedule(.action(action), after: max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000))
  }

  /// Harmless when the action has run.
  public func cancel(_ timer: TimerToken) { wheel.cancel(timer.token) }

  @discardableResult
  func schedule(_ deadline: Deadline, after milliseconds: Int64) -> TimerToken {
    // uv_now is the round's time; the delay counts from now, and never ends early.
    uv_update_time(LoopThread.shared.uv)
    let due = uv_now(LoopThread.shared.uv) + UInt64(milliseconds)
    let token = wheel.add(deadline, at: Self.tick(due + 9))
    arm()
    return TimerToken(token: token)
  }

  func timerFired() {
    armedFor = nil
    for deadline in wheel.advance(to: Self.tick(uv_now(LoopThread.shared.uv))) {
      switch deadline {
      case .action(let action): action()
      case .heartbeat(let connection): connection.beat()
      }
    }
    arm()
  }

  private func arm() {
    guard phase != .stopped, let next = wheel.next, next < armedFor ?? .max else { return }
    armedFor = next
    let now = uv_now(LoopThread.shared.uv)
    uv_timer_start(timer, eventLoopTimerFired, next * 10 > now ? next * 10 - now : 0, 0)
  }

  private static func tick(_ milliseconds: UInt64) -> UInt64 { milliseconds / 10 }

  // MARK: The rest of the world

  /// Runs `action` on the loop, in the order of posting. From any thread.
  public nonisolated func post(_ action: @escaping @Sendable @ServiceLoop () -> Void) {
    LoopThread.shared.post(action)
  }

  /// Watches a duplicate of `descriptor`: `readable` is called as long as there is something to read, `writable` once
  /// after each ``AdoptedSocket/wantsWritable()``. The owner keeps its descriptor and closes the adopted socket first.
  public func adopt(
    descriptor: Int32, readable: @escaping @ServiceLoop () -> Void, writable: @escaping @ServiceLoop () -> Void
  ) throws(LoopFault) -> AdoptedSocket {
    try AdoptedSocket(descriptor: descriptor, readable: readable, writable: writable)
  }

  public var connectionCount: Int { connections.count }

  func log(_ level: LogLine.Level, _ event: String, _ fields: (name: String, value: String)...) {
    configuration.log(LogLine(level, event, fields))
  }

  func stopTimer() {
    uv_timer_stop(timer)
    uv_close(UnsafeMutableRawPointer(timer).assumingMemoryBound(to: uv_handle_t.self), eventLoopTimerClosed)
  }
}
