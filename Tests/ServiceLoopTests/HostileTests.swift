import Fixtures
import ServiceLoop
import Testing

/// What a stranger may send. Run under AddressSanitizer too (CVE-2025-11677 is a use after free).
@Suite struct `Hostile bytes` {
  private static let keep = "Connection: keep-alive, Upgrade\r\n"

  static let requests: [String] = [
    // CVE-2025-11677: neither websocket nor h2c, with and without more to come, kept alive and not.
    "GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: foo\r\nConnection: Upgrade\r\n\r\n",
    "GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: foo\r\n\(keep)\r\n",
    "GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: foo\r\nConnection: keep-alive\r\n\r\n",
    "GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: foo\r\nConnection: keep-alive\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
    "POST /ws HTTP/1.1\r\nHost: a\r\nUpgrade: foo\r\nContent-Length: 4\r\n\r\nbody",
    "GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: websocket, foo\r\nConnection: Upgrade\r\n\r\n",
    "GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nUpgrade: foo\r\nConnection: Upgrade\r\n\r\n",
    "GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: \r\nConnection: Upgrade\r\n\r\n",
    "GET /ws HTTP/1.0\r\nUpgrade: x\r\n\r\n",
    // HTTP/2 by any door.
    "GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\nConnection: Upgrade, HTTP2-Settings\r\n\r\n",
    "GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: H2C\r\nHTTP2-Settings: \r\nConnection: Upgrade\r\n\r\n",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u{0}\u{0}\u{0}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}",
    // Methods and request lines.
    "CONNECT evil:80 HTTP/1.1\r\nHost: a\r\n\r\nraw bytes",
    "CONNECT / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n\r\n",
    "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\r\n\r\n\r\n", " ", "GET / HTTP/1.1\nHost: a\n\n",
    "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", "GET /a%00b HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET http://evil/ HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\r\nGET / HTTP/1.1\r\n\r\n",
    // Two answers to one question.
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    // Sizes.
    "GET /\(String(repeating: "a", count: 70_000)) HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nX-Long: \(String(repeating: "a", count: 70_000))\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: "Cookie: a=b\r\n", count: 1000) + "\r\n",
    "GET /?" + String(repeating: "a=b&", count: 1000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
  ]

  @Test(arguments: 0..<requests.count)
  func `harm nobody and never upgrade`(index: Int) async throws {
    try await withProgram { port, _ in
      let bystander = try RawClient.webSocket(port: port)
      for _ in 0..<3 {
        let client = try RawClient(port: port)
        try? client.send(Self.requests[index])
        client.finishSending()
        let answer = String(decoding: try client.readToEnd(), as: UTF8.self)
        #expect(!answer.contains(" 101 ") && !answer.contains(" 200 "), "\(answer)")
      }
      try bystander.send(text: "well?")
      #expect(try bystander.frame().text == "well?")
    }
  }

  @Test(arguments: [11, 12, 13] as [UInt64])
  func `at random do no harm either`(seed: UInt64) async throws {
    try await withProgram { port, _ in
      var random = Dice(seed: seed)
      let bystander = try RawClient.webSocket(port: port)
      for _ in 0..<60 {
        let client = try RawClient(port: port)
        var bytes = Array(Self.requests[Int.random(in: 0..<12, using: &random)].utf8)
        if Bool.random(using: &random) { bytes = Array(RawClient.handshake(port: port).utf8) }
        for _ in 0..<Int.random(in: 0..<6, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        try? client.send(bytes)
        if Bool.random(using: &random) { client.finishSending() }
      }
      try bystander.send(text: "well?")
      #expect(try bystander.frame().text == "well?", "seed \(seed)")
    }
  }

  @Test(arguments: [21, 22, 23, 24] as [UInt64])
  func `inside a WebSocket do no harm`(seed: UInt64) async throws {
    try await withProgram { port, _ in
      var random = Dice(seed: seed)
      let bystander = try RawClient.webSocket(port: port)
      for _ in 0..<40 {
        let client = try RawClient.webSocket(port: port)
        for _ in 0..<5 {
          var bytes = RawClient.frame(
            (0..<Int.random(in: 0..<300, using: &random)).map { _ in UInt8.random(in: 0...127, using: &random) },
            opcode: UInt8.random(in: 0...15, using: &random), isFinal: Bool.random(using: &random))
          for _ in 0..<Int.random(in: 0..<3, using: &random) {
            bytes[Int.random(in: 0..<min(bytes.count, 14), using: &random)] = UInt8.random(in: 0...255, using: &random)
          }
          try? client.send(bytes)
        }
      }
      try bystander.send(text: "well?")
      #expect(try bystander.frame().text == "well?", "seed \(seed)")
    }
  }

  /// The configured second counts, and none of the defaults, the shortest of which is ten.
  @Test(arguments: ["header", "body", "silence"])
  func `what never ends is cut off in time`(what: String) async throws {
    let sent = [
      "header": "GET / HTTP/1.1\r\nHost: a\r\nX-",
      "body": "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc",
    ]
    try await withServer({ $0.limits.requestSeconds = 1 }) { port, _ in
      let begun = ContinuousClock.now
      let client = try RawClient(port: port)
      if let bytes = sent[what] { try client.send(bytes) }
      let answer = String(decoding: try client.readToEnd(), as: UTF8.self)
      let took = ContinuousClock.now - begun
      #expect(took > .milliseconds(500) && took < .seconds(10), "\(took)")
      #expect(!answer.contains(" 200 "), "\(answer)")
    }
  }

  @Test(arguments: [
    ("Cookie", 20_000, 431), ("Cookie", 9_000, 431), ("Cookie", 8_000, 404), ("User-Agent", 20_000, 431),
    ("Cookie", 2_000_000, 431),
  ])
  func `a header too long is told so`(name: String, length: Int, status: Int) async throws {
    try await withServer { port, _ in
      let client = try RawClient(port: port)
      try client.send("GET / HTTP/1.1\r\nHost: a\r\n\(name): a=\(String(repeating: "x", count: length))\r\n\r\n")
      #expect(try client.response().status == status)
    }
  }

  @Test func `a path too long is told so, and two hosts`() async throws {
    try await withServer { port, _ in
      for request in ["GET /\(String(repeating: "a", count: 70_000)) HTTP/1.1\r\nHost: a\r\n\r\n"] {
        let client = try RawClient(port: port)
        try client.send(request)
        #expect(try client.response().status == 431)
      }
      let client = try RawClient(port: port)
      try client.send("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n")
      #expect(try client.response().status == 400)
    }
  }

  @Test func `half-open requests from one address, renewed, keep nobody waiting`() async throws {
    let limits: @Sendable (inout ServiceConfiguration) -> Void = {
      $0.limits.share = 64
      $0.proxies = []
    }
    try await withServer(limits) { port, _ in
      let friend = try RawClient(port: port, from: "127.0.0.2")
      var open: [RawClient] = []
      for round in 0..<300 {
        let client = try RawClient(port: port)
        try? client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nx".prefix(round % 2 == 0 ? 20 : 60))
        open.append(client)
        if round % 50 == 0 {
          #expect(try friend.request("GET", "/").status == 404)
          #expect(try RawClient(port: port, from: "127.0.0.3").request("GET", "/").status == 404)
        }
      }
      let own = try RawClient(port: port)
      #expect(try own.request("GET", "/").status == 404)
      // The oldest had to go.
      _ = try open[0].readToEnd()
    }
  }

  @Test func `WebSockets that are turned away have a share too, those being decided on have not`() async throws {
    let decisions = Probe<Bool>()
    try await withProgram(
      { $0.limits.share = 8 },
      { program in
        program.admitting = { request, decide in
          guard request.query["wait"] == nil else { return decisions.put(true) }
          decide(.close(code: 4401, reason: "sign in"))
        }
      }
    ) { port, _ in
      var waiting: [RawClient] = []
      for _ in 0..<20 {
        waiting.append(try RawClient(port: port))
        #expect(try waiting.last!.upgrade(path: "/ws?wait=1").status == 101)
        #expect(decisions.next() == true)
      }
      var turnedAway: [RawClient] = []
      for _ in 0..<9 {
        turnedAway.append(try RawClient(port: port))
        #expect(try turnedAway.last!.upgrade().status == 101)
        #expect(try turnedAway.last!.frame().closeCode == 4401)
      }
      _ = try turnedAway[0].readToEnd()
      #expect(try RawClient(port: port).request("GET", "/").status == 404)
    }
  }

  @Test func `who takes a large answer slowly makes room like one who rests`() async throws {
    let ready: @Sendable @ServiceLoop (EventLoop) -> Void = { loop in
      let router = Router()
      router.on(.get, "/big") { _, respond in respond(HTTPResponse(status: 200, body: HTTP.big)) }
      loop.http = router
    }
    let limits: @Sendable (inout ServiceConfiguration) -> Void = {
      $0.limits.share = 3
      $0.proxies = []
    }
    try await withServer(limits, ready: ready) { port, _ in
      var slow: [RawClient] = []
      for _ in 0..<3 {
        slow.append(try RawClient(port: port, receiveBuffer: 8192))
        try slow.last!.send("GET /big HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        _ = try slow.last!.read(1)
      }
      #expect(try RawClient(port: port).request("GET", "/").status == 404)
      // One of them is cut off before its end.
      let whole = try slow.filter { try $0.readToEnd().count > HTTP.big.count }
      #expect(whole.count == 2)
    }
  }

  @Test func `where strangers stand on the last places, a session opens the door`() async throws {
    let ready: @Sendable @ServiceLoop (EventLoop) -> Void = { loop in
      let router = Router(files: loop.files)
      router.on(.get, "/later") { _, _ in }
      router.on(.post, "/post") { request, respond in respond(.json(request.body)) }
      router.recognising = { request, decide in Task { decide(request.cookie("sid") == "good") } }
      loop.http = router
    }
    let limits: @Sendable (inout ServiceConfiguration) -> Void = {
      $0.limits.unupgraded = 16
      $0.proxies = ["127.0.0.7"]
    }
    try await withServer(limits, ready: ready) { port, _ in
      var strangers: [RawClient] = []
      for _ in 0..<14 {
        strangers.append(try RawClient(port: port))
        try strangers.last!.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n")
      }
      #expect(try RawClient(port: port).request("GET", "/").status == 503)
      #expect(try RawClient(port: port).request("POST", "/post", body: [1]).status == 503)
      #expect(try RawClient(port: port, from: "127.0.0.7").request("GET", "/").status == 404)
      let bad = [("Cookie", "sid=bad")], good = [("Cookie", "sid=good")]
      #expect(try RawClient(port: port).request("GET", "/", bad).status == 503)
      let member = try RawClient(port: port)
      #expect(try member.request("GET", "/", good).status == 404)
      let same = good + [("Origin", "http://127.0.0.1:\(port)")]
      #expect(try member.request("POST", "/post", same, body: [1, 2]).body == [1, 2])
    }
  }

  @Test func `connections beyond the bound wait, those inside are served`() async throws {
    try await withServer({ $0.limits.unupgraded = 2 }) { port, _ in
      var inside: [RawClient] = []
      for _ in 0..<2 {
        inside.append(try RawClient(port: port))
        #expect(try inside.last!.request("GET", "/").status == 404)
      }
      let outside = try RawClient(port: port)
      try outside.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try inside[0].request("GET", "/").status == 404)
      inside.removeFirst()
      #expect(try outside.response().status == 404)
    }
  }
}
