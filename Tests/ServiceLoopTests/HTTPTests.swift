import ServiceLoop
import Testing

@Suite struct `HTTP` {
  static func routes(_ loop: EventLoop) {
    ServiceLoop.assumeIsolated {
      let router = Router(files: loop.files)
      router.on(.get, "/hello") { request, respond in respond(.text("hello \(request.query["who"] ?? "")")) }
      for method in [HTTPMethod.post, .put] {
        router.on(method, "/echo", upTo: 8 << 20, if: { $1(nil) }) { request, respond in respond(.json(request.body)) }
        router.on(method, "/small") { request, respond in respond(.json(request.body)) }
        router.on(method, "/known", upTo: 8 << 20, if: Self.onlyTheKnown) { request, respond in
          respond(.json(request.body))
        }
      }
      router.on(.delete, "/shows/:show/goals/:goal") { request, respond in
        respond(.text("\(request.parameters["show"]!)-\(request.parameters["goal"]!)"))
      }
      router.on(.get, "/later") { _, respond in
        Task.detached {
          await respond(.text("later"))
          await respond(.text("twice"))
        }
      }
      router.on(.get, "/big") { _, respond in respond(HTTPResponse(status: 200, body: Self.big)) }
      router.on(.get, "/odd") { _, respond in
        var response = HTTPResponse.text("odd")
        response.set("X-Odd", "a\r\nSet-Cookie: b=c")
        response.set("Referrer-Policy", "origin")
        response.setCookie("one", "1", "Path=/")
        response.setCookie("two", "2", "Path=/")
        respond(response)
      }
      loop.http = router
    }
  }
  /// Decided later, as by a database.
  @ServiceLoop private static func onlyTheKnown(_ request: HTTPRequest, _ decide: @escaping Judgement) {
    Task { decide(request.cookie("sid") == "good" ? nil : .empty(401)) }
  }

  /// Made without a loop over its bytes: the service loop would stand still for it in a debug build.
  static let big = (0..<50).flatMap { [UInt8](repeating: $0, count: 100_000) }

  @Test func `routes by method and path, and says what is allowed`() async throws {
    try await withServer({ _ in }, ready: Self.routes) { port, _ in
      let client = try RawClient(port: port)
      #expect(try client.request("GET", "/hello?who=%E5%A4%8D+%26%3D").text == "hello 复 &=")
      #expect(try client.request("DELETE", "/shows/7/goals/a%20b").text == "7-a b")
      let refused = try client.request("DELETE", "/hello")
      #expect(refused.status == 405 && refused.headers["allow"] == "GET")
      #expect(try client.request("GET", "/nowhere").status == 404)
      let head = try client.request("HEAD", "/hello")
      #expect(head.status == 200 && head.headers["content-length"] == "6" && head.body.isEmpty)
      #expect(try client.request("GET", "/hello").status == 200)
    }
  }

  @Test(arguments: ["GET /hello", "GET /nowhere", "DELETE /hello", "POST /echo", "GET /%zz", "GET /ws"])
  func `every answer carries the security headers`(line: String) async throws {
    try await withServer({ _ in }, ready: Self.routes) { port, _ in
      let parts = line.split(separator: " ").map(String.init)
      let headers = try RawClient(port: port).request(parts[0], parts[1]).headers
      let policy = headers["content-security-policy"] ?? ""
      #expect(policy.contains("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"))
      #expect(policy.contains("frame-ancestors 'none'"))
      #expect(headers["x-content-type-options"] == "nosniff")
      #expect(headers["referrer-policy"] == "no-referrer")
      #expect(headers["cross-origin-opener-policy"] == "same-origin")
    }
  }

  @Test func `the policy names the WebSocket of the host asked, and no invented one`() async throws {
    try await withServer({ _ in }, ready: Self.routes) { port, _ in
      let client = try RawClient(port: port)
      let own = try client.request("GET", "/hello").headers["content-security-policy"] ?? ""
      #expect(own.contains("connect-src 'self' ws://127.0.0.1:\(port);"))
      try client.send("GET /hello HTTP/1.1\r\nHost: a; script-src *\r\n\r\n")
      let odd = try client.response().headers["content-security-policy"] ?? ""
      #expect(odd.contains("connect-src 'self';") && !odd.contains("*"))
    }
  }

  @Test func `a header's value cannot make headers, and a handler's own header wins`() async throws {
    try await withServer({ $0.headers = [.init("X-Node", "n1")] }, ready: Self.routes) { port, _ in
      let client = try RawClient(port: port)
      try client.send("GET /odd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      let answer = String(decoding: try client.readToEnd(), as: UTF8.self)
      #expect(answer.contains("X-Odd: a  Set-Cookie: b=c\r\n"))
      #expect(answer.contains("Set-Cookie: one=1; Path=/\r\n") && answer.contains("Set-Cookie: two=2; Path=/\r\n"))
      #expect(answer.contains("Referrer-Policy: origin") && !answer.contains("no-referrer"))
      #expect(answer.contains("X-Node: n1\r\n"))
    }
  }

  @Test func `large bodies come as long as there is room for them, and are told when to come again`() async throws {
    try await withServer({ $0.limits.uploads = 100_000 }, ready: Self.routes) { port, _ in
      let large = [UInt8](repeating: 0x61, count: 50_000)
      let status = { (size: Int) throws in
        try RawClient(port: port).request("POST", "/echo", body: Array(large.prefix(size))).status
      }
      let slow = try RawClient(port: port)
      try slow.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\nExpect: 100-continue\r\n\r\n")
      // It counts from here on.
      #expect(String(decoding: try slow.read(12), as: UTF8.self) == "HTTP/1.1 100")
      let refused = try RawClient(port: port).request("POST", "/echo", [("Expect", "100-continue")], body: large)
      #expect(refused.status == 503 && refused.headers["retry-after"] == "5")
      #expect(try status(30_000) == 200)
      #expect(try status(100) == 200)
      try slow.send([UInt8](repeating: 0x61, count: 60_000))
      _ = try slow.read(13)
      #expect(try slow.response().status == 200)
      for _ in 0..<5 { #expect(try status(50_000) == 200) }
    }
  }

  @Test func `an answer may come later, from a task, and counts once`() async throws {
    try await withServer({ _ in }, ready: Self.routes) { port, _ in
      let client = try RawClient(port: port)
      for _ in 0..<10 {
        #expect(try client.request("GET", "/later").text == "later")
        #expect(try client.request("GET", "/hello").text == "hello ")
      }
    }
  }

  @Test func `requests sent together are answered in order`() async throws {
    try await withServer({ _ in }, ready: Self.routes) { port, _ in
      let client = try RawClient(port: port)
      let one = "Host: a\r\n\r\n"
      try client.send(
        "GET /later HTTP/1.1\r\n\(one)GET /hello?who=2 HTTP/1.1\r\n\(one)GET /later HTTP/1.1\r\n\(one)"
          + "GET /hello?who=4 HTTP/1.1\r\n\(one)")
      #expect(try client.response().text == "later")
      #expect(try client.response().text == "hello 2")
      #expect(try client.response().text == "later")
      #expect(try client.response().text == "hello 4")
    }
  }

  @Test func `a client gone before the answer harms nobody`() async throws {
    try await withServer({ _ in }, ready: Self.routes) { port, _ in
      for _ in 0..<20 { try RawClient(port: port).send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n") }
      #expect(try RawClient(port: port).request("GET", "/later").text == "later")
    }
  }

  @Test func `an answer of megabytes arrives whole, also at a slow reader`() async throws {
    try await withServer({ _ in }, ready: Self.routes) { port, _ in
      let client = try RawClient(port: port, receiveBuffer: 8192)
      #expect(try client.request("GET", "/big").body == Self.big)
      #expect(try client.request("GET", "/hello").status == 200)
    }
  }

  @Test(arguments: ["POST", "PUT"], [0, 1, 5000, 200_000])
  func `a body arrives whole`(method: String, length: Int) async throws {
    try await withServer({ _ in }, ready: Self.routes) { port, _ in
      let client = try RawClient(port: port)
      let body = (0..<length).map { UInt8(truncatingIfNeeded: $0) }
      for _ in 0..<2 { #expect(try client.request(method, "/echo", body: body).body == body) }
      #expect(try client.request("GET", "/hello").status == 200)
    }
  }

  @Test func `a body in pieces arrives whole`() async throws {
    try await withServer({ _ in }, ready: Self.routes) { port, _ in
      let client = try RawClient(port: port)
      try client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n")
      for byte in "0123456789".utf8 { try client.send([byte]) }
      #expect(try client.response().text == "0123456789")
    }
  }

  @Test func `a body of 8 MB is taken, one byte more is 413`() async throws {
    try await withServer({ _ in }, ready: Self.routes) { port, _ in
      let client = try RawClient(port: port)
      let body = [UInt8](repeating: 7, count: 8 << 20)
      #expect(try client.request("POST", "/echo", body: body).body.count == 8 << 20)
      #expect(try client.request("POST", "/echo", body: body + [7]).status == 413)
      #expect(try client.request("GET", "/hello").status == 200)
    }
  }

  @Test(arguments: ["/small", "/hello", "/nowhere"])
  func `a large body is refused at its headers, unless the route knows the sender`(path: String) async throws {
    try await withServer({ _ in }, ready: Self.routes) { port, _ in
      let client = try RawClient(port: port)
      try client.send("POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Length: 8388608\r\n\r\n")
      let status = ["/small": 413, "/hello": 405, "/nowhere": 404][path]
      #expect(try client.response().status == status)
    }
  }

  @Test(arguments: [8192, 8193, 1 << 20])
  func `who may bring a large body is asked before it is taken`(length: Int) async throws {
    try await withServer({ _ in }, ready: Self.routes) { port, loop in
      let origin = ("Origin", "http://127.0.0.1:\(port)")
      let client = try RawClient(port: port)
      let body = [UInt8](repeating: 7, count: length)
      #expect(try client.request("POST", "/known", [origin, ("Cookie", "sid=good")], body: body).body == body)
      #expect(try client.request("GET", "/hello").status == 200)
      let stranger = try RawClient(port: port)
      try stranger.send(
        "POST /known HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: \(length)\r\n\r\n")
      #expect(try stranger.response().status == (length > 8192 ? 401 : 100))
    }
  }

  @Test func `a foreign page's body is refused before any of it has come`() async throws {
    try await withServer({ _ in }, ready: Self.routes) { port, _ in
      let client = try RawClient(port: port)
      try client.send(
        "POST /echo HTTP/1.1\r\nHost: a\r\nOrigin: http://evil.example\r\nContent-Length: 8388608\r\n\r\n")
      let answer = try client.response()
      #expect(answer.status == 403 && answer.text.contains(#""code":"origin""#))
    }
  }

  @Test(arguments: [
    ("POST /echo HTTP/1.1\r\nHost: a\r\n\r\n", 411),
    ("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 411),
    ("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 12abc\r\n\r\n", 400),
    ("GET /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc", 400),
  ])
  func `a body whose length is in doubt is refused`(request: String, status: Int) async throws {
    try await withServer({ _ in }, ready: Self.routes) { port, _ in
      let client = try RawClient(port: port)
      try client.send(request)
      #expect(try client.response().status == status)
      _ = try client.readToEnd()
    }
  }

  @Test(arguments: [
    ([("Origin", "http://127.0.0.1:PORT")], 200), ([("Origin", "https://review.example")], 200), ([], 200),
    ([("Sec-Fetch-Site", "same-origin")], 200), ([("Sec-Fetch-Site", "none")], 200),
    ([("Origin", "http://evil.example")], 403), ([("Origin", "null")], 403), ([("Sec-Fetch-Site", "cross-site")], 403),
    ([("Sec-Fetch-Site", "same-site")], 403), ([("Cookie", "sid=1")], 403),
    ([("Cookie", "sid=1"), ("Sec-Fetch-Site", "same-origin")], 200),
  ])
  func `what changes something comes from our own pages`(headers: [(String, String)], status: Int) async throws {
    try await withServer({ $0.allowedOrigins = ["https://review.example"] }, ready: Self.routes) { port, _ in
      let client = try RawClient(port: port)
      let headers = headers.map { ($0, $1.replacing("PORT", with: String(port))) }
      for method in ["POST", "PUT"] {
        #expect(try client.request(method, "/echo", headers, body: Array("x".utf8)).status == status)
      }
      #expect(try client.request("GET", "/hello", headers).status == 200)
    }
  }

  @Test func `a client that waits for a word before its body gets it`() async throws {
    try await withServer({ _ in }, ready: Self.routes) { port, _ in
      let client = try RawClient(port: port)
      try client.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n")
      #expect(try client.response().status == 100)
      try client.send("abc")
      #expect(try client.response().text == "abc")
    }
  }

  @Test func `a proxy is believed about the client, a stranger is not`() async throws {
    let seen = Probe<HTTPRequest>()
    let ready: @Sendable @ServiceLoop (EventLoop) -> Void = { loop in
      let router = Router()
      router.on(.get, "/who") { request, respond in
        seen.put(request)
        respond(.empty(204))
      }
      loop.http = router
    }
    let headers = [("X-Forwarded-For", "6.6.6.6, 1.2.3.4, 127.0.0.1"), ("X-Forwarded-Proto", "https")]
    try await withServer({ $0.proxies = ["127.0.0.1"] }, ready: ready) { port, _ in
      let status = try RawClient(port: port).request("GET", "/who", headers).status
      #expect(status == 204)
      let request = seen.next()
      #expect(request?.remoteAddress == "1.2.3.4" && request?.isTLS == true)
    }
    try await withServer({ $0.proxies = [] }, ready: ready) { port, _ in
      let status = try RawClient(port: port).request("GET", "/who", headers).status
      #expect(status == 204)
      let request = seen.next()
      #expect(request?.remoteAddress == "127.0.0.1" && request?.isTLS == false)
    }
  }
}
