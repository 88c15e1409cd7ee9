import ServiceLoop
import Testing

@Suite struct `A slow reader` {
  private static let flood = 128

  @Test func `is choked, delays nobody, and gets everything in order when it reads again`() async throws {
    let choked = Probe<Bool>()
    let told = Probe<Bool>()
    let drained = Probe<Bool>()
    try await withProgram(
      { _ in },
      { program in
        var slow: WebSocketConnection?
        program.onOpen = { connection, request in if request.path == "/ws/slow" { slow = connection } }
        program.onMessage = { message, connection in
          switch String(decoding: message, as: UTF8.self) {
          case "flood":
            for number in 0..<Self.flood {
              slow?.send(SharedFrame([UInt8](repeating: UInt8(number), count: 65_536)))
            }
            connection.send(SharedFrame("flooded"))
          case "choked?": choked.put(slow?.isChoked ?? false)
          default: connection.send(SharedFrame(message))
          }
        }
        program.onChoke = { told.put($0 === slow && $0.isChoked) }
        program.onDrain = { drained.put($0 === slow && !$0.isChoked) }
      }
    ) { port, _ in
      let slow = try RawClient.webSocket(port: port, path: "/ws/slow", receiveBuffer: 8192)
      let other = try RawClient.webSocket(port: port)
      try other.send(text: "flood")
      #expect(try other.frame().text == "flooded")
      try other.send(text: "choked?")
      #expect(choked.next() == true)
      #expect(told.next() == true)
      for number in 0..<20 {
        try other.send(text: "still here \(number)")
        let text = try other.frame().text
        #expect(text == "still here \(number)")
      }
      for number in 0..<Self.flood {
        let frame = try slow.frame()
        #expect(frame.payload.count == 65_536 && frame.payload.allSatisfy { $0 == UInt8(number) })
      }
      #expect(drained.next() == true)
    }
  }

  @Test func `that is sent more than the bound while choked is closed with 4008, and stands in the log`() async throws {
    let closed = Probe<Bool>()
    let told = Probe<String>()
    try await withProgram(
      {
        $0.limits.choked = 100_000
        $0.log = { line in
          if line.event == "connection.closed" { told.put(line.fields.first { $0.name == "code" }?.value ?? "") }
        }
      },
      { program in
        program.onMessage = { _, connection in
          connection.send(SharedFrame(Array(repeating: 65, count: 8 << 20)))
          connectionFlood(connection)
        }
        /// Round after round, until it is too much.
        @ServiceLoop func connectionFlood(_ connection: WebSocketConnection) {
          guard connection.isOpen else { return closed.put(connection.isChoked) }
          connection.send(SharedFrame(Array(repeating: 66, count: 10_000)))
          Task { @ServiceLoop in connectionFlood(connection) }
        }
      }
    ) { port, _ in
      let client = try RawClient.webSocket(port: port, receiveBuffer: 8192)
      try client.send(text: "go")
      #expect(closed.next() == true)
      #expect(told.next() == "4008")
      #expect(try client.frame().payload.count == 8 << 20)
      var last = try client.frame()
      while last.closeCode == nil { last = try client.frame() }
      #expect(last.closeCode == 4008)
    }
  }
}
