import ServiceLoop
import Synchronization
import Testing

@Suite struct `A WebSocket` {
  @Test func `echoes a message`() async throws {
    try await withProgram { port, _ in
      let client = try RawClient.webSocket(port: port)
      try client.send(text: "复盘")
      #expect(try client.frame() == .init(opcode: 1, isFinal: true, payload: Array("复盘".utf8)))
    }
  }

  @Test(arguments: [0, 1, 125, 126, 2047, 2048, 2049, 40_000, 65_535, 65_536])
  func `takes a message of any length up to 64 KB`(length: Int) async throws {
    try await withProgram { port, _ in
      let client = try RawClient.webSocket(port: port)
      let payload = (0..<length).map { UInt8(ascii: "a") + UInt8($0 % 26) }
      try client.send(RawClient.frame(payload))
      #expect(try client.frame().payload == payload)
    }
  }

  @Test func `puts a message together from fragments of one byte`() async throws {
    try await withProgram { port, _ in
      let client = try RawClient.webSocket(port: port)
      let payload = Array("one byte at a time, 一个字节".utf8)
      for (index, byte) in payload.enumerated() {
        try client.send(
          RawClient.frame([byte], opcode: index == 0 ? 1 : 0, isFinal: index == payload.count - 1))
      }
      #expect(try client.frame().payload == payload)
    }
  }

  @Test func `puts a message together from bytes that arrive one by one`() async throws {
    try await withProgram { port, _ in
      let client = try RawClient.webSocket(port: port)
      for byte in RawClient.frame(Array("slowly".utf8)) { try client.send([byte]) }
      #expect(try client.frame().text == "slowly")
    }
  }

  @Test func `answers a ping between two fragments, and the message is whole`() async throws {
    try await withProgram { port, _ in
      let client = try RawClient.webSocket(port: port)
      try client.send(RawClient.frame(Array("left ".utf8), isFinal: false))
      try client.send(RawClient.frame(Array("p".utf8), opcode: 9))
      #expect(try client.frame() == .init(opcode: 10, isFinal: true, payload: Array("p".utf8)))
      try client.send(RawClient.frame(Array("right".utf8), opcode: 0))
      #expect(try client.frame().text == "left right")
    }
  }

  @Test func `of pings in one piece the first is answered`() async throws {
    try await withProgram { port, _ in
      let client = try RawClient.webSocket(port: port)
      try client.send((0..<10).flatMap { RawClient.frame(Array("p\($0)".utf8), opcode: 9) })
      #expect(try client.frame() == .init(opcode: 10, isFinal: true, payload: Array("p0".utf8)))
      try client.send(text: "and goes on")
      #expect(try client.frame().text == "and goes on")
    }
  }

  @Test func `a close of one byte is answered with 1002`() async throws {
    try await withProgram { port, _ in
      let client = try RawClient.webSocket(port: port)
      try client.send(RawClient.frame([3], opcode: 8))
      #expect(try client.frame().closeCode == 1002)
      #expect(try client.readToEnd().isEmpty)
    }
  }

  @Test func `several messages in one packet are several messages`() async throws {
    try await withProgram { port, _ in
      let client = try RawClient.webSocket(port: port)
      try client.send((0..<50).flatMap { RawClient.frame(Array("m\($0)".utf8)) })
      for number in 0..<50 { #expect(try client.frame().text == "m\(number)") }
    }
  }

  @Test func `a message sent together with the upgrade is not lost`() async throws {
    try await withProgram { port, _ in
      let client = try RawClient(port: port)
      try client.send(Array(RawClient.handshake(port: port).utf8) + RawClient.frame(Array("early".utf8)))
      #expect(try client.response().status == 101)
      #expect(try client.frame().text == "early")
    }
  }

  @Test(arguments: [65_537, 200_000])
  func `a message over 64 KB closes with 4013`(length: Int) async throws {
    try await withProgram { port, _ in
      let client = try RawClient.webSocket(port: port)
      // The server may be gone before all of it is written.
      try? client.send(RawClient.frame(Array(repeating: UInt8(ascii: "a"), count: length)))
      #expect(try client.frame().closeCode == 4013)
    }
  }

  @Test func `endless fragments are cut off at 64 KB`() async throws {
    try await withProgram { port, _ in
      let client = try RawClient.webSocket(port: port)
      try client.send(RawClient.frame(Array(repeating: UInt8(ascii: "a"), count: 40_000), isFinal: false))
      try? client.send(RawClient.frame(Array(repeating: UInt8(ascii: "b"), count: 40_000), opcode: 0, isFinal: false))
      #expect(try client.frame().closeCode == 4013)
    }
  }

  @Test(arguments: [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xe5, 0xa4]] as [[UInt8]])
  func `bad UTF-8 closes with 1007`(payload: [UInt8]) async throws {
    try await withProgram { port, _ in
      let client = try RawClient.webSocket(port: port)
      try client.send(RawClient.frame(payload))
      #expect(try client.frame().closeCode == 1007)
    }
  }

  @Test func `binary data closes with 1003`() async throws {
    try await withProgram { port, _ in
      let client = try RawClient.webSocket(port: port)
      try client.send(RawClient.frame([1, 2, 3], opcode: 2))
      #expect(try client.frame().closeCode == 1003)
    }
  }

  @Test(arguments: [4000, 4008, 4401])
  func `a close by the program reaches the peer, after what was sent before`(code: UInt16) async throws {
    try await withProgram(
      { _ in },
      { program in
        program.onMessage = { _, connection in
          connection.send(SharedFrame("last words"))
          connection.close(code: code, reason: "because")
          connection.send(SharedFrame("never"))
        }
      }
    ) { port, _ in
      let client = try RawClient.webSocket(port: port)
      try client.send(text: "go")
      #expect(try client.frame().text == "last words")
      let close = try client.frame()
      #expect(close.closeCode == Int(code))
      #expect(String(decoding: close.payload.dropFirst(2), as: UTF8.self) == "because")
    }
  }

  @Test func `a close by the peer is answered, and the program told`() async throws {
    let closed = Probe<UInt64>()
    try await withProgram(
      { _ in },
      { program in
        program.onClose = { closed.put($0.id) }
      }
    ) { port, loop in
      let client = try RawClient.webSocket(port: port)
      try client.send(RawClient.frame([0x03, 0xe8], opcode: 8))
      #expect(try client.frame().closeCode == 1000)
      _ = try client.readToEnd()
      _ = closed.next()
      let count = try inLoop { loop.connectionCount }
      #expect(count == 0)
    }
  }

  @Test func `a peer that vanishes is told to the program`() async throws {
    let closed = Probe<UInt64>()
    try await withProgram(
      { _ in },
      { program in
        program.onClose = { closed.put($0.id) }
      }
    ) { port, _ in
      do { _ = try RawClient.webSocket(port: port) }
      _ = closed.next()
    }
  }

  @Test func `what is sent to one connection in one round goes out in order`() async throws {
    try await withProgram(
      { _ in },
      { program in
        program.onMessage = { _, connection in
          for number in 0..<200 { connection.send(SharedFrame("n\(number)")) }
        }
      }
    ) { port, _ in
      let client = try RawClient.webSocket(port: port)
      try client.send(text: "go")
      for number in 0..<200 { #expect(try client.frame().text == "n\(number)") }
    }
  }

  @Test func `one frame serves every connection`() async throws {
    try await withProgram(
      { _ in },
      { program in
        var members: [WebSocketConnection] = []
        program.onOpen = { connection, _ in members.append(connection) }
        program.onMessage = { message, _ in
          let frame = SharedFrame(arrayOf: [message, message])
          for member in members { member.send(frame) }
        }
      }
    ) { port, _ in
      let clients = try (0..<20).map { _ in try RawClient.webSocket(port: port) }
      try clients[7].send(text: "7")
      for client in clients { #expect(try client.frame().text == "[7,7]") }
    }
  }

  @Test func `a silent peer is pinged, and dropped when it stays silent`() async throws {
    try await withProgram({
      $0.limits.pingSeconds = 1
      $0.limits.silenceSeconds = 2
    }) { port, _ in
      let client = try RawClient.webSocket(port: port)
      #expect(try client.frame().opcode == 9)
      #expect(try client.readToEnd().isEmpty)
    }
  }

  @Test func `a peer that answers pings stays`() async throws {
    try await withProgram({
      $0.limits.pingSeconds = 1
      $0.limits.silenceSeconds = 5
    }) { port, _ in
      let client = try RawClient.webSocket(port: port)
      for _ in 0..<6 {
        let ping = try client.frame()
        #expect(ping.opcode == 9)
        try client.send(RawClient.frame(ping.payload, opcode: 10))
      }
      try client.send(text: "alive")
      while true {
        let frame = try client.frame()
        if frame.opcode == 9 { continue }
        #expect(frame.text == "alive")
        break
      }
    }
  }
}
