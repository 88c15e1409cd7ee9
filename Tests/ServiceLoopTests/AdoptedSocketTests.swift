import Glibc
import ServiceLoop
import Testing

@Suite struct `An adopted socket` {
  private func pair() -> (ours: Int32, theirs: Int32) {
    var descriptors: [Int32] = [0, 0]
    socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0, &descriptors)
    return (descriptors[0], descriptors[1])
  }

  @Test func `tells what can be read`() async throws {
    let (ours, theirs) = pair()
    defer { for descriptor in [ours, theirs] { close(descriptor) } }
    try await withServer { _, loop in
      let bytes = Probe<[UInt8]>()
      let socket = try Self.adopt(
        loop, ours,
        readable: {
          var buffer = [UInt8](repeating: 0, count: 100)
          let count = read(ours, &buffer, 100)
          bytes.put(Array(buffer.prefix(max(count, 0))))
        })
      for text in ["one", "two"] {
        write(theirs, text, 3)
        #expect(bytes.next() == Array(text.utf8))
      }
      try inLoop { socket.close() }
      try inLoop { socket.close() }
    }
  }

  @Test func `tells writability as often as it is asked, also from within`() async throws {
    let (ours, theirs) = pair()
    defer { for descriptor in [ours, theirs] { close(descriptor) } }
    try await withServer { _, loop in
      let counts = Probe<Int>()
      let counter = Counter()
      let socket = try Self.adopt(
        loop, ours,
        writable: {
          counter.count += 1
          counts.put(counter.count)
          if counter.count < 6 { counter.socket?.wantsWritable() }
        })
      try inLoop { counter.start(socket) }
      for expected in 1...6 { #expect(counts.next() == expected) }
      try inLoop { socket.close() }
    }
  }

  @Test func `waits for writability while the pipe is full`() async throws {
    let (ours, theirs) = pair()
    defer { for descriptor in [ours, theirs] { close(descriptor) } }
    let block = [UInt8](repeating: 1, count: 65_536)
    while write(ours, block, block.count) > 0 {}
    try await withServer { _, loop in
      let events = Probe<String>()
      let socket = try Self.adopt(loop, ours, writable: { events.put("writable") })
      try inLoop { socket.wantsWritable() }
      loop.post { events.put("first") }
      #expect(events.next() == "first")
      var buffer = block
      while read(theirs, &buffer, buffer.count) > 0 {}
      #expect(events.next() == "writable")
      try inLoop { socket.close() }
    }
  }

  @Test func `survives its owner closing first, and hears the end of the peer`() async throws {
    let (ours, theirs) = pair()
    let third = dup(ours)
    try await withServer { _, loop in
      let ends = Probe<Int>()
      let socket = try Self.adopt(
        loop, ours,
        readable: {
          var byte: UInt8 = 0
          ends.put(read(third, &byte, 1))
        })
      close(ours)
      close(theirs)
      #expect(ends.next() == 0)
      try inLoop { socket.close() }
      close(third)
    }
  }

  @ServiceLoop private final class Counter {
    var count = 0
    var socket: AdoptedSocket?

    nonisolated init() {}

    func start(_ socket: AdoptedSocket) {
      self.socket = socket
      socket.wantsWritable()
    }
  }

  private static func adopt(
    _ loop: EventLoop, _ descriptor: Int32, readable: @escaping @Sendable @ServiceLoop () -> Void = {},
    writable: @escaping @Sendable @ServiceLoop () -> Void = {}
  ) throws -> AdoptedSocket {
    try inLoop { try loop.adopt(descriptor: descriptor, readable: readable, writable: writable) }
  }
}
