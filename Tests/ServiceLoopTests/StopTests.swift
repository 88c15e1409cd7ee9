import Foundation
import ServiceLoop
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Stopping` {
  @Test func `says goodbye to everyone, closes with 4003 and lets run return`() async throws {
    try await onThread(Self.goodbye)
  }

  private static func goodbye() throws {
    let ports = Probe<EventLoop>()
    let ended = Probe<Bool>()
    Thread.detachNewThread {
      try? EventLoop.run(ServiceConfiguration()) { loop in
        loop.sockets = Program()
        ports.put(loop)
      }
      ended.put(true)
    }
    let loop = try #require(ports.next())
    let port = try inLoop { loop.port }
    let clients = try (0..<10).map { _ in try RawClient.webSocket(port: port) }
    let idle = try RawClient(port: port)
    #expect(try idle.request("GET", "/").status == 404)
    loop.post { loop.stop(bye: { _ in SharedFrame("bye") }) }
    for client in clients {
      #expect(try client.frame().text == "bye")
      #expect(try client.frame().closeCode == 4003)
      try client.send(RawClient.frame([0x0f, 0xa3], opcode: 8))
      #expect(try client.readToEnd().isEmpty)
    }
    #expect(try idle.readToEnd().isEmpty)
    #expect(ended.next() == true)
    #expect(throws: RawClient.Failure.self) { try RawClient(port: port) }
  }

  @Test func `finishes a request that is being answered`() async throws {
    try await onThread(Self.finishing)
  }

  private static func finishing() throws {
    let asked = Probe<Bool>()
    let answers = Probe<Bool>()
    let loop = try EventLoop.start(ServiceConfiguration()) { loop in
      let router = Router()
      router.on(.get, "/slow") { _, respond in
        asked.put(true)
        Task {
          _ = try await onThread { answers.next() }
          respond(.text("done"))
        }
      }
      loop.http = router
    }
    let client = try RawClient(port: try inLoop { loop.port })
    try client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
    _ = asked.next()
    let stopped = Probe<Bool>()
    loop.post { loop.stop(then: { stopped.put(true) }) }
    loop.post { answers.put(true) }
    #expect(try client.response().text == "done")
    #expect(try client.readToEnd().isEmpty)
    #expect(stopped.next() == true)
  }

  @Test func `does not wait for a reader that does not read, nor for a silent one`() async throws {
    try await onThread(Self.deafness)
  }

  private static func deafness() throws {
    let choked = Probe<Bool>()
    let loop = try EventLoop.start(ServiceConfiguration()) { loop in
      let program = Program()
      program.onMessage = { _, connection in
        connection.send(SharedFrame([UInt8](repeating: 65, count: 8 << 20)))
        choked.put(true)
      }
      loop.sockets = program
    }
    let port = try inLoop { loop.port }
    let deaf = try RawClient.webSocket(port: port, receiveBuffer: 8192)
    let silent = try RawClient.webSocket(port: port)
    let half = try RawClient(port: port)
    try half.send("GET / HT")
    try deaf.send(text: "go")
    _ = choked.next()
    loop.stopAndWait(grace: .milliseconds(200))
    #expect(try silent.frame().closeCode == 4003)
    loop.stopAndWait()
  }
}
