import ServiceLoop
import Testing

@Suite struct `An upgrade` {
  @Test func `of the server's own origin is accepted`() async throws {
    try await withProgram { port, _ in
      let answer = try RawClient(port: port).upgrade()
      #expect(answer.status == 101)
      #expect(answer.headers["sec-websocket-protocol"] == nil)
    }
  }

  @Test func `of a configured origin is accepted`() async throws {
    try await withProgram({ $0.allowedOrigins = ["https://review.example"] }) { port, _ in
      let status = try RawClient(port: port).upgrade(headers: [("Origin", "https://review.example")]).status
      #expect(status == 101)
    }
  }

  @Test(arguments: [
    "http://evil.example", "https://127.0.0.1:PORT", "http://127.0.0.1:PORT.evil.example", "http://127.0.0.1",
    "http://127.0.0.1:PORT/", "null", "", "http://localhost:PORT", "https://review.example.evil",
  ])
  func `of another origin is 403`(origin: String) async throws {
    try await withProgram({ $0.allowedOrigins = ["https://review.example"] }) { port, _ in
      let origin = origin.replacing("PORT", with: String(port))
      let status = try RawClient(port: port).upgrade(headers: [("Origin", origin)]).status
      #expect(status == 403)
    }
  }

  @Test func `without an origin needs an authorization and no cookie`() async throws {
    try await withProgram { port, _ in
      func status(_ headers: [(String, String)]) throws -> Int {
        try RawClient(port: port).upgrade(headers: headers).status
      }
      let authorization = ("Authorization", "Bearer x")
      let cookie = ("Cookie", "sid=1")
      #expect(try status([]) == 403)
      #expect(try status([cookie]) == 403)
      #expect(try status([authorization, cookie]) == 403)
      let admitted = try status([authorization])
      #expect(admitted == 101)
    }
  }

  @Test func `names the subprotocol when the client does, and fails for another`() async throws {
    try await withProgram { port, _ in
      let origin = ("Origin", "http://127.0.0.1:\(port)")
      let answer = try RawClient(port: port).upgrade(headers: [origin, ("Sec-WebSocket-Protocol", "aftershow.v1")])
      #expect(answer.status == 101)
      #expect(answer.headers["sec-websocket-protocol"] == "aftershow.v1")
      let other = try RawClient(port: port)
      try other.send(RawClient.handshake(port: port, headers: [origin, ("Sec-WebSocket-Protocol", "chat")]))
      #expect(try !String(decoding: other.readToEnd(), as: UTF8.self).contains(" 101 "))
    }
  }

  @Test(arguments: ["/", "/wsx", "/api/ws", "/ws/../secret"])
  func `elsewhere is 404`(path: String) async throws {
    try await withProgram { port, _ in
      let status = try RawClient(port: port).upgrade(path: path).status
      #expect(status == 404)
    }
  }

  @Test func `carries the request to the program`() async throws {
    let requests = Probe<HTTPRequest>()
    try await withProgram(
      { _ in },
      { program in
        program.onOpen = { requests.put($1) }
      }
    ) { port, _ in
      let client = try RawClient(port: port)
      let headers = [("Origin", "http://127.0.0.1:\(port)"), ("Cookie", "a=1; sid=se=cret")]
      #expect(try client.upgrade(path: "/ws/room%201?x=%E5%A4%8D&y", headers: headers).status == 101)
      let request = requests.next()
      #expect(request?.path == "/ws/room 1")
      #expect(request?.query == ["x": "复", "y": ""])
      #expect(request?.cookie("sid") == "se=cret")
      #expect(request?.remoteAddress == "127.0.0.1")
    }
  }

  @Test func `can be refused with a status`() async throws {
    try await withProgram({ _ in }, { $0.admitting = { $1(.refuse(status: 429)) } }) { port, _ in
      let status = try RawClient(port: port).upgrade().status
      #expect(status == 429)
    }
  }

  @Test func `can be accepted and closed at once, for the script to see why`() async throws {
    try await withProgram(
      { _ in },
      { program in
        program.admitting = { $1(.close(code: 4401, reason: "sign in again")) }
      }
    ) { port, _ in
      let client = try RawClient(port: port)
      #expect(try client.upgrade().status == 101)
      #expect(try client.frame().closeCode == 4401)
    }
  }

  @Test(arguments: [false, true])
  func `decided late reads nothing before`(together: Bool) async throws {
    let messages = Probe<String>()
    let waiting = Probe<Bool>()
    try await withProgram(
      { _ in },
      { program in
        program.admitting = { request, decide in
          guard request.path == "/ws/late" else { return decide(.accept()) }
          program.onMessage = { message, connection in
            // The other connection's message is the sign to decide.
            if connection.owner == nil { decide(.accept(owner: program)) }
            messages.put(String(decoding: message, as: UTF8.self))
          }
          waiting.put(true)
        }
      }
    ) { port, _ in
      let other = try RawClient.webSocket(port: port)
      let late = try RawClient(port: port)
      let early = RawClient.frame(Array("early".utf8)) + RawClient.frame(Array("too".utf8))
      try late.send(Array(RawClient.handshake(port: port, path: "/ws/late").utf8) + (together ? early : []))
      #expect(try late.response().status == 101)
      if !together { try late.send(early) }
      _ = waiting.next()
      try other.send(text: "decide")
      #expect(messages.next() == "decide")
      #expect(messages.next() == "early")
      #expect(messages.next() == "too")
    }
  }

  @Test func `refused late is closed with 4403`() async throws {
    try await withProgram(
      { _ in },
      { program in program.admitting = { _, decide in Task { decide(.refuse(status: 404)) } } }
    ) { port, _ in
      let client = try RawClient(port: port)
      #expect(try client.upgrade().status == 101)
      #expect(try client.frame().closeCode == 4403)
      try client.send(RawClient.frame([0x0f, 0xa3], opcode: 8))
      #expect(try client.readToEnd().isEmpty)
    }
  }

  @Test func `of a page behind a TLS proxy is accepted when the proxy says so`() async throws {
    try await withProgram { port, _ in
      let headers = [("Origin", "https://127.0.0.1:\(port)"), ("X-Forwarded-Proto", "https")]
      let status = try RawClient(port: port).upgrade(headers: headers).status
      #expect(status == 101)
    }
  }

  @Test(arguments: [
    ("https", "https", 101), ("wss", "https", 101), ("HTTPS", "https", 101), ("https,https", "https", 101),
    ("https, http", "https", 101), (" WSS , wss", "https", 101), ("http", "http", 101), ("ws", "http", 101),
    ("http", "https", 403), ("ws", "https", 403), ("http,https", "https", 403), ("https", "http", 403),
    ("", "https", 403), ("httpsx", "https", 403),
  ])
  func `is judged by the scheme a proxy tells, however it spells it`(told: String, scheme: String, status: Int)
    async throws
  {
    try await withProgram { port, _ in
      let headers = [("Origin", "\(scheme)://127.0.0.1:\(port)"), ("X-Forwarded-Proto", told)]
      let answer = try RawClient(port: port).upgrade(headers: headers)
      #expect(answer.status == status)
    }
  }

  @Test(arguments: [
    ("review.example", "https://review.example", 101), ("review.example, inner", "https://review.example", 101),
    ("other.example", "https://review.example", 403), ("a; b", "https://a; b", 403),
  ])
  func `behind a proxy that rewrites the host is judged by the host it tells`(
    told: String, origin: String, status: Int
  ) async throws {
    try await withProgram { port, _ in
      let headers = [("Origin", origin), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", told)]
      let answer = try RawClient(port: port).upgrade(headers: headers)
      #expect(answer.status == status)
    }
    try await withProgram({ $0.proxies = [] }) { port, _ in
      let headers = [("Origin", origin), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", told)]
      let status = try RawClient(port: port).upgrade(headers: headers).status
      #expect(status == 403)
    }
  }

  @Test(arguments: [
    ("http://evil.example", "http://evil.example"), ("null", "malformed"), ("http://a b\"c", "malformed"),
    ("https://\(String(repeating: "x", count: 200))", "malformed"),
  ])
  func `refused for its origin is told to the operator by name, and to the client by a code`(
    origin: String, named: String
  ) async throws {
    let lines = Probe<LogLine>()
    try await withProgram({ $0.log = { lines.put($0) } }) { port, _ in
      let answer = try RawClient(port: port).upgrade(headers: [("Origin", origin)])
      #expect(answer.status == 403 && answer.text.contains(#""code":"origin""#))
      let line = lines.next()
      #expect(line?.event == "upgrade.refused")
      #expect(line?.fields.first { $0.name == "origin" }?.value == named)
      #expect(line?.fields.first { $0.name == "expected" }?.value == "http://127.0.0.1:\(port)")
    }
  }

  @Test(arguments: ["Sec-WebSocket-Version: 8\r\n", "Sec-WebSocket-Version: 13, 8\r\n", ""])
  func `of another version of the WebSocket protocol is 426 and told which`(version: String) async throws {
    try await withProgram { port, _ in
      let client = try RawClient(port: port)
      let origin = "Origin: http://127.0.0.1:\(port)\r\n"
      try client.send(
        RawClient.handshake(port: port).replacing("Sec-WebSocket-Version: 13\r\n", with: version + origin))
      let answer = try client.response()
      #expect(answer.status == 426)
      #expect(answer.headers["sec-websocket-version"] == "13")
    }
  }

  @Test func `with two hosts is 400`() async throws {
    try await withProgram { port, _ in
      let client = try RawClient(port: port)
      try client.send(
        RawClient.handshake(port: port).replacing("Upgrade: websocket", with: "Host: b\r\nUpgrade: websocket"))
      #expect(try client.response().status == 400)
    }
  }

  @Test func `without a key is not one`() async throws {
    try await withProgram { port, _ in
      let client = try RawClient(port: port)
      try client.send(
        "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nOrigin: http://127.0.0.1:\(port)\r\n"
          + "Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n")
      #expect(try !String(decoding: client.readToEnd(), as: UTF8.self).contains(" 101 "))
    }
  }
}
