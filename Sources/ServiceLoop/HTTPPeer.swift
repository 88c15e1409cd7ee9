internal import CLibwebsockets
internal import Glibc

/// A connection that speaks HTTP, one request after another, until it closes or becomes a WebSocket.
final class HTTPPeer: Peer {
  enum State {
    /// Nothing of a request has been understood yet.
    case idle
    /// The headers are here; whether the request may go on is being found out.
    case judged(HTTPRequest, expected: Int)
    case readingBody(HTTPRequest, expected: Int)
    /// The handler has the request.
    case handling
    /// `head`: what has not left with the first piece. The body is the file's own, not a copy.
    case answering(head: [UInt8], body: [UInt8], sent: Int)
  }

  /// The library keeps what the kernel does not take of one write.
  private static let piece = 32_768
  private static let piecesATurn = 4

  let address: String
  var state = State.idle
  var body: [UInt8] = []
  /// Whether all of the body came before it was decided that it may.
  var isBodyWhole = false
  /// Whether the client waits for a word before it sends the body.
  var isContinueAwaited = false
  /// ``EventLoop/monotonic`` when the body was let in.
  var bodyBegun: Int64 = 0
  /// Counts requests, so that a late answer to a dead one is not given to the next.
  var exchange: UInt64 = 0
  var isInCallback = false
  /// What the callback at hand will return, once it is decided within.
  var verdict = WireVerdict.proceed
  private var isHeld = false
  /// Whether the last sweep found the same answer still leaving.
  private var isSlow = false
  /// The deadline, by ``EventLoop/monotonic``.
  var deadline: Int64
  /// An upgrade that is going on: its request, and the decision if there is one already.
  var upgrade: (request: HTTPRequest, decision: AdmissionDecision)?

  init(_ loop: EventLoop, address: String) {
    self.address = address
    deadline = loop.monotonic + Int64(loop.configuration.limits.requestSeconds) * 1000
    super.init(loop, nil, isWebSocket: false)
  }

  var isIdle: Bool { if case .idle = state { true } else { false } }

  // MARK: The answer leaves

  func answer(_ response: HTTPResponse, to request: HTTPRequest, exchange: UInt64) {
    guard let wsi, exchange == self.exchange, case .handling = state else { return }
    state = .answering(
      head: ResponseWriter.head(of: response, to: request, loop.configuration),
      body: request.method == .head ? [] : response.body, sent: 0)
    extend(loop.configuration.limits.answerSeconds)
    if isInCallback { return }
    // Held, an HTTP connection of 4.1.6 is not told of writability either.
    release()
    lws_callback_on_writable(wsi)
  }

  /// Further bytes (a body nobody has allowed yet, a pipelined request, a half close) stay in the kernel: read, the
  /// library would leave them lying and libuv report them for ever.
  func hold() {
    isHeld = true
    lws_rx_flow_control(wsi, 0)
  }

  func release() {
    guard isHeld else { return }
    isHeld = false
    lws_rx_flow_control(wsi, 1)
  }

  func wireWritable() -> WireVerdict {
    proceedAnswering()
  }

  /// Piece by piece, as long as the client takes them: an answer of megabytes never sits in the library's memory, nor
  /// does a file in as many copies as there are clients who take it slowly.
  func proceedAnswering() -> WireVerdict {
    guard let wsi, case .answering(var head, let body, var sent) = state else { return .proceed }
    state = .handling
    var pieces = 0
    repeat {
      let count = min(body.count - sent, Self.piece)
      guard head.isEmpty ? write(body, from: sent, count) : write(head + body[sent..<sent + count]) else {
        return .close
      }
      head = []
      sent += count
      pieces += 1
    } while sent < body.count && pieces < Self.piecesATurn && lws_partial_buffered(wsi) == 0
    guard sent == body.count else {
      state = .answering(head: [], body: body, sent: sent)
      extend(loop.configuration.limits.answerSeconds)
      loop.door.change(ObjectIdentifier(self), to: .resting)
      lws_callback_on_writable(wsi)
      return .proceed
    }
    rest()
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
    let isWritten = write(ResponseWriter.head(of: response, to: request, loop.configuration) + response.body)
    if closing || !isWritten { return .close }
    // The body is read and thrown away until it ends or the deadline comes; closing at once would reset the
    // connection, and the client might never see why.
    rest()
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

  private func rest() {
    state = .idle
    extend(loop.configuration.limits.requestSeconds)
    loop.door.change(ObjectIdentifier(self), to: .resting)
  }

  func write(_ bytes: [UInt8]) -> Bool { write(bytes, from: 0, bytes.count) }

  /// Less than all means dead: a partial write is kept by the library and reported as whole.
  private func write(_ bytes: [UInt8], from start: Int, _ count: Int) -> Bool {
    bytes.withUnsafeBufferPointer {
      // The library only reads what it is given as it is (`LWS_WRITE_HTTP`), though its type does not say so.
      lws_write(wsi, UnsafeMutablePointer(mutating: $0.baseAddress! + start), count, LWS_WRITE_HTTP) >= count
    }
  }

  func extend(_ seconds: Int) { deadline = loop.monotonic + Int64(seconds) * 1000 }

  override func wireDestroyed() {
    super.wireDestroyed()
    loop.unupgraded[ObjectIdentifier(self)] = nil
    loop.leaveDoor(self)
  }
}
