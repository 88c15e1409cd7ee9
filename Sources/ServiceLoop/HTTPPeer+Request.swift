internal import CLibwebsockets

/// A request arrives: judged at its headers, then its body, then whoever handles it.
extension HTTPPeer {
  func wireRequested() -> WireVerdict {
    guard let wsi, case .idle = state else { return .close }
    exchange += 1
    switch RequestReader.read(wsi, self) {
    case .refuse(let response): return refuse(response, closing: true)
    case .request(let request, let length, let isBodyComing):
      guard takesPlace(for: request) else { return refuse(.empty(429), closing: true) }
      guard loop.admitsChange(request) else { return refuse(.foreignOrigin, closing: false) }
      isInCallback = true
      defer { isInCallback = false }
      if !isBodyComing && !loop.door.isCrowded { return dispatch(request) }
      isContinueAwaited = RequestReader.expectsContinue(wsi)
      return judge(request, length: length, isBodyComing: isBodyComing)
    }
  }

  /// A proxy's connection counts at the door as the address it speaks for.
  func takesPlace(for request: HTTPRequest) -> Bool {
    request.remoteAddress == address
      || loop.door.move(ObjectIdentifier(self), to: Network.of(request.remoteAddress))
  }

  // MARK: At the headers

  private func judge(_ request: HTTPRequest, length: Int, isBodyComing: Bool) -> WireVerdict {
    state = .judged(request, expected: length)
    body = []
    isBodyWhole = !isBodyComing
    loop.door.change(ObjectIdentifier(self), to: .asking)
    extend(loop.configuration.limits.answerSeconds)
    let exchange = exchange
    verdict = .proceed
    recognise(request) { [weak self] isWelcome in
      guard let self, exchange == self.exchange else { return }
      guard isWelcome else { return judged(.empty(503)) }
      guard isBodyComing else { return judged(nil) }
      guard let handler = loop.http else { return judged(loop.files.response(to: request)) }
      handler.judge(request, body: length) { [weak self] refusal in
        guard let self, exchange == self.exchange else { return }
        judged(refusal)
      }
    }
    if case .judged = state { hold() }
    return verdict
  }

  /// While strangers hold the last places, only requests with a session are let in, and a proxy's health checks.
  private func recognise(_ request: HTTPRequest, _ decide: @escaping @ServiceLoop (Bool) -> Void) {
    guard loop.door.isCrowded, !loop.proxies.contains(request.remoteAddress) else { return decide(true) }
    guard let handler = loop.http else { return decide(false) }
    handler.recognise(request) { [weak self] isKnown in
      if let self, isKnown { loop.door.recognise(ObjectIdentifier(self)) }
      decide(isKnown)
    }
  }

  private func judged(_ refusal: HTTPResponse?) {
    guard case .judged(var request, let expected) = state else { return }
    var refusal = refusal
    // The usual ones are small beside what a connection takes anyway.
    if refusal == nil, expected > loop.configuration.limits.body {
      request.share = loop.uploads.share(expected)
      if request.share == nil { refusal = .full }
    }
    if refusal != nil { body = [] }
    if isInCallback {
      verdict = refusal.map { refuse($0, closing: false) } ?? goOn(request, expected: expected)
    } else if let refusal {
      state = .handling
      answer(refusal, to: request, exchange: exchange)
    } else if goOn(request, expected: expected) == .close {
      kill()
    }
  }

  private func goOn(_ request: HTTPRequest, expected: Int) -> WireVerdict {
    if isBodyWhole { return dispatch(request) }
    state = .readingBody(request, expected: expected)
    // A body above the usual limit is taken only from whom the handler knows.
    if expected > loop.configuration.limits.body { loop.door.recognise(ObjectIdentifier(self)) }
    bodyBegun = loop.monotonic
    keepPace()
    release()
    return !isContinueAwaited || write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)) ? .proceed : .close
  }

  // MARK: The body

  func wireReceivedBody(_ piece: UnsafeRawBufferPointer) -> WireVerdict {
    switch state {
    case .judged(_, let expected), .readingBody(_, let expected):
      guard body.count + piece.count <= expected else { return .close }
      body.append(contentsOf: piece)
      if case .readingBody = state { keepPace() }
      return .proceed
    case .idle, .handling, .answering: return .proceed
    }
  }

  private func keepPace() {
    deadline = BodyPace(loop.configuration.limits).deadline(begun: bodyBegun, received: body.count)
  }

  /// The library says so again when more arrives before the answer is out.
  func wireCompletedBody() -> WireVerdict {
    switch state {
    case .judged(_, let expected):
      guard body.count == expected else { return .close }
      isBodyWhole = true
      return .proceed
    case .readingBody(let request, let expected):
      guard body.count == expected else { return .close }
      isInCallback = true
      defer { isInCallback = false }
      return dispatch(request)
    case .idle, .handling, .answering: return .proceed
    }
  }

  // MARK: The handler

  /// In the library's callback the answer may leave at once.
  private func dispatch(_ request: HTTPRequest) -> WireVerdict {
    var request = request
    request.body = body
    body = []
    state = .handling
    loop.door.change(ObjectIdentifier(self), to: .served)
    extend(loop.configuration.limits.answerSeconds)
    lws_set_timeout(wsi, NO_PENDING_TIMEOUT, 0)
    let exchange = exchange
    let respond: Responder = { [weak self, request] response in
      self?.answer(response, to: request, exchange: exchange)
    }
    if let handler = loop.http { handler.handle(request, respond) } else { respond(loop.files.response(to: request)) }
    if case .handling = state { hold() } else if isInCallback { return proceedAnswering() }
    return .proceed
  }
}
