internal import CLibwebsockets
internal import Glibc

/// A connection that speaks HTTP, one request after another, until it closes or becomes a WebSocket.
final class HTTPPeer: Peer {
  enum State {
    /// Nothing of a request has been understood yet.
    case idle
    case readingBody(HTTPRequest, expected: Int)
    /// The handler has the request.
    case handling
    case answering(bytes: [UInt8], sent: Int)
  }

  let address: String
  var state = State.idle
  private var body: [UInt8] = []
  /// Counts requests, so that a late answer to a dead one is not given to the next.
  private var exchange: UInt64 = 0
  private var isInCallback = false
  private var isHeld = false
  /// Whether the last sweep found the same answer still leaving.
  private var isSlow = false
  /// ``EventLoop/monotonic`` at which patience ends.
  private(set) var deadline: Int64
  /// An upgrade that is going on: its request, and the decision if there is one already.
  var upgrade: (request: HTTPRequest, decision: AdmissionDecision)?

  init(_ loop: EventLoop, address: String) {
    self.address = address
    deadline = loop.monotonic + Int64(loop.configuration.limits.requestSeconds) * 1000
    super.init(loop, nil, isWebSocket: false)
  }

  var isIdle: Bool { if case .idle = state { true } else { false } }

  // MARK: A request arrives

  func wireRequested() -> WireVerdict {
    guard let wsi, case .idle = state else { return .close }
    exchange += 1
    switch RequestReader.read(wsi, self) {
    case .refuse(let status): return refuse(.empty(status), closing: true)
    case .request(let request, let length, let isBodyComing):
      guard length <= loop.configuration.limits.body else { return refuse(.empty(413), closing: false) }
      guard isBodyComing else { return dispatch(request) }
      body = []
      body.reserveCapacity(min(length, 65_536))
      state = .readingBody(request, expected: length)
      // A slow phone may take its time for a large file, at 32 KB a second.
      extend(loop.configuration.limits.requestSeconds + length / 32_768)
      return RequestReader.expectsContinue(wsi) ? write("HTTP/1.1 100 Continue\r\n\r\n") : .proceed
    }
  }

  func wireReceivedBody(_ piece: UnsafeRawBufferPointer) -> WireVerdict {
    guard case .readingBody(_, let expected) = state else { return .proceed }
    guard body.count + piece.count <= expected else { return .close }
    body.append(contentsOf: piece)
    return .proceed
  }

  /// The library says so again when more arrives before the answer is out.
  func wireCompletedBody() -> WireVerdict {
    guard case .readingBody(var request, let expected) = state else { return .proceed }
    guard body.count == expected else { return .close }
    request.body = body
    body = []
    return dispatch(request)
  }

  private func dispatch(_ request: HTTPRequest) -> WireVerdict {
    state = .handling
    extend(loop.configuration.limits.answerSeconds)
    lws_set_timeout(wsi, NO_PENDING_TIMEOUT, 0)
    // Cross-site forgery is refused for every handler (realtime.md 5): what changes something comes from our own pages.
    let isReading = request.method == .get || request.method == .head || request.method == .options
    guard isReading || loop.origins.admitsChange(request) else {
      loop.log(.warning, "http.refused", ("reason", "origin"))
      return refuse(.empty(403), closing: false)
    }
    let exchange = exchange
    isInCallback = true
    let respond: Responder = { [weak self] response in self?.answer(response, to: request, exchange: exchange) }
    if let handler = loop.http { handler.handle(request, respond) } else { respond(loop.files.response(to: request)) }
    isInCallback = false
    if case .answering = state { return proceedAnswering() }
    // While the handler thinks, further bytes (a pipelined request, a half close) stay in the kernel: the library
    // would leave them unread and libuv report them for ever.
    isHeld = true
    lws_rx_flow_control(wsi, 0)
    return .proceed
  }

  // MARK: The answer leaves

  private func answer(_ response: HTTPResponse, to request: HTTPRequest, exchange: UInt64) {
    guard let wsi, exchange == self.exchange, case .handling = state else { return }
    state = .answering(bytes: ResponseWriter.bytes(of: response, to: request, loop.configuration), sent: 0)
    extend(loop.configuration.limits.answerSeconds)
    if isInCallback { return }
    // Held, an HTTP connection of 4.1.6 is not told of writability either.
    release()
    lws_callback_on_writable(wsi)
  }

  private func release() {
    guard isHeld else { return }
    isHeld = false
    lws_rx_flow_control(wsi, 1)
  }

  func wireWritable() -> WireVerdict {
    proceedAnswering()
  }

  /// One piece at a time, the next when the client has taken this one: an answer of megabytes never sits in the
  /// library's memory.
  private func proceedAnswering() -> WireVerdict {
    guard let wsi, case .answering(var bytes, let sent) = state else { return .proceed }
    state = .handling
    let count = min(bytes.count - sent, 131_072)
    let written = bytes.withUnsafeMutableBufferPointer {
      lws_write(wsi, $0.baseAddress! + sent, count, LWS_WRITE_HTTP)
    }
    guard written >= count else { return .close }
    guard sent + count == bytes.count else {
      state = .answering(bytes: bytes, sent: sent + count)
      extend(loop.configuration.limits.answerSeconds)
      lws_callback_on_writable(wsi)
      return .proceed
    }
    state = .idle
    extend(loop.configuration.limits.requestSeconds)
    // The library writes out what it still holds before it closes.
    guard loop.phase == .serving else { return .close }
    return lws_http_transaction_completed(wsi) == 0 ? .proceed : .close
  }

  /// Answers without asking anyone. `closing` when the library's idea of what comes next cannot be trusted.
  func refuse(_ response: HTTPResponse, closing: Bool) -> WireVerdict {
    guard let wsi else { return .close }
    var response = response
    if closing { response.set("Connection", "close") }
    let request = HTTPRequest(method: .get, path: "/", remoteAddress: address)
    var bytes = ResponseWriter.bytes(of: response, to: request, loop.configuration)
    let written = bytes.withUnsafeMutableBufferPointer { lws_write(wsi, $0.baseAddress, $0.count, LWS_WRITE_HTTP) }
    if closing || written < bytes.count { return .close }
    // The body is read and thrown away until it ends or the deadline comes; closing at once would reset the
    // connection, and the client might never see why.
    state = .idle
    return lws_http_transaction_completed(wsi) == 0 ? .proceed : .close
  }

  /// Once a second. An answer leaves slowly while the client sends more: that input cannot be read before the answer is
  /// out, nor be held back without holding the answer, and libuv would report it in every turn. Such a client is cut.
  func sweep() {
    var isLeaving = false
    if case .answering = state { isLeaving = true }
    guard let wsi, isLeaving || lws_partial_buffered(wsi) != 0 else {
      isSlow = false
      return
    }
    var byte: UInt8 = 0
    if isSlow, recv(lws_get_socket_fd(wsi), &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) >= 0 { kill() }
    isSlow = true
  }

  private func write(_ text: String) -> WireVerdict {
    var bytes = Array(text.utf8)
    return lws_write(wsi, &bytes, bytes.count, LWS_WRITE_HTTP) < bytes.count ? .close : .proceed
  }

  private func extend(_ seconds: Int) { deadline = loop.monotonic + Int64(seconds) * 1000 }

  override func wireDestroyed() {
    super.wireDestroyed()
    loop.unupgraded[ObjectIdentifier(self)] = nil
    loop.listener?.resume()
  }
}
