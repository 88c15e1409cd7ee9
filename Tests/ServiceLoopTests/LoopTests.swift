import Foundation
import ServiceLoop
import Testing

@Suite struct `The service loop` {
  @Test func `is where an awaited call runs`() async {
    #expect(!ServiceLoop.isCurrent)
    for _ in 0..<100 {
      let isThere = await Task { @ServiceLoop in ServiceLoop.isCurrent }.value
      #expect(isThere)
    }
    #expect(await Self.here())
  }

  @ServiceLoop private static func here() async -> Bool {
    let before = ServiceLoop.isCurrent
    await Task.yield()
    return before && ServiceLoop.isCurrent && ServiceLoop.assumeIsolated { true }
  }

  @Test func `loses no letter of four threads and keeps each one's order`() async throws {
    try await withServer { _, loop in
      let letters = 50_000
      let inbox = Inbox()
      let done = Probe<Bool>()
      for writer in 0..<4 {
        Thread.detachNewThread {
          for number in 0..<letters { loop.post { inbox.take(writer, number) } }
          loop.post { done.put(inbox.isOrdered && inbox.next[writer] == letters) }
        }
      }
      for _ in 0..<4 { #expect(done.next() == true) }
    }
  }

  @ServiceLoop private final class Inbox {
    var next = [0, 0, 0, 0]
    var isOrdered = true

    nonisolated init() {}

    func take(_ writer: Int, _ number: Int) {
      isOrdered = isOrdered && next[writer] == number
      next[writer] += 1
    }
  }

  @Test func `runs timers in the order of their deadlines and never early`() async throws {
    try await withServer { _, loop in
      let fired = Probe<Int>()
      let early = Probe<Int>()
      try inLoop {
        Self.schedule(loop) { delay, elapsed in
          if elapsed < Int64(delay) { early.put(delay) }
          fired.put(delay)
        }
      }
      var order: [Int] = []
      for _ in 0..<5 { order.append(fired.next() ?? -1) }
      #expect(order == [0, 30, 60, 90, 150])
      early.put(-1)
      #expect(early.next() == -1)
    }
  }

  @ServiceLoop private static func schedule(_ loop: EventLoop, _ fired: @escaping @Sendable (Int, Int64) -> Void) {
    let start = milliseconds()
    for delay in [150, 30, 90, 0, 60] {
      loop.schedule(after: .milliseconds(delay)) { fired(delay, milliseconds() - start) }
    }
    let cancelled = loop.schedule(after: .milliseconds(45)) { fired(45, 0) }
    loop.cancel(cancelled)
    loop.cancel(cancelled)
  }

  private static func milliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  @Test func `ends a round after the input and before the writes`() async throws {
    try await withServer(
      { _ in },
      ready: { loop in
        let program = Program()
        var news: [(WebSocketConnection, [UInt8])] = []
        program.onMessage = { message, connection in news.append((connection, message)) }
        loop.sockets = program
        loop.roundEnded = {
          for (connection, message) in news { connection.send(SharedFrame(message)) }
          news = []
        }
      }
    ) { port, _ in
      let client = try RawClient.webSocket(port: port)
      for number in 0..<100 {
        try client.send(text: "n\(number)")
        #expect(try client.frame().text == "n\(number)")
      }
    }
  }

  @Test func `news made by a timer or a letter goes out at once`() async throws {
    try await withServer(
      { _ in },
      ready: { loop in
        let program = Program()
        program.onMessage = { _, connection in
          loop.schedule(after: .milliseconds(20)) { connection.send(SharedFrame("timer")) }
          Task.detached { loop.post { connection.send(SharedFrame("letter")) } }
        }
        loop.sockets = program
      }
    ) { port, _ in
      let client = try RawClient.webSocket(port: port)
      try client.send(text: "go")
      let came = [try client.frame().text, try client.frame().text]
      #expect(Set(came) == ["timer", "letter"])
    }
  }

  @Test func `calls for a signal`() async throws {
    try await withServer { _, loop in
      let signals = Probe<Int32>()
      EventLoop.onSignal([SIGWINCH]) { signals.put($0) }
      // Posted behind it.
      _ = try inLoop { loop.port }
      kill(getpid(), SIGWINCH)
      #expect(signals.next() == SIGWINCH)
    }
  }

  @Test func `several run side by side`() async throws {
    try await withProgram { first, _ in
      let other = try EventLoop.start(ServiceConfiguration(allowedOrigins: ["http://second"])) {
        $0.sockets = Program()
      }
      defer { other.stopAndWait(grace: .zero) }
      let second = try inLoop { other.port }
      let headers = [("Origin", "http://second")]
      #expect(try RawClient(port: second).upgrade(headers: headers).status == 101)
      #expect(try RawClient(port: first).upgrade(headers: headers).status == 403)
    }
  }

  @Test(arguments: [
    ("256.0.0.1", 0, LoopFault.Code.address), ("no.such.name", 0, .address), ("192.0.2.1", 0, .address),
  ])
  func `says why it cannot bind`(bind: String, port: Int, code: LoopFault.Code) {
    let fault = #expect(throws: LoopFault.self) {
      _ = try EventLoop.start(ServiceConfiguration(bind: bind, port: port)) { _ in }
    }
    #expect(fault?.code == code)
  }

  @Test func `says that a port is taken`() async throws {
    try await withServer { port, _ in
      let fault = #expect(throws: LoopFault.self) {
        _ = try EventLoop.start(ServiceConfiguration(port: port)) { _ in }
      }
      #expect(fault?.code == .port)
    }
  }

  @Test func `says that a certificate cannot be read`() {
    let configuration = ServiceConfiguration(tls: .init(certificate: "/nowhere.pem", key: "/nowhere.key"))
    let fault = #expect(throws: LoopFault.self) { _ = try EventLoop.start(configuration) { _ in } }
    #expect(fault?.code == .certificate)
  }
}
