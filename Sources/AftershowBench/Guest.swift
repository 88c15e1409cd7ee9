/// One member's connection whose way in is measured: what it has seen of its room, and when it had seen all of it.
final class Guest {
  /// What is left of a visit: enough to come back to it.
  struct Visit {
    let room: [UInt8]
    let positions: [[UInt8]: [UInt8]]
  }

  enum Stage { case shaking, open, greeted, joined, ended(Int) }

  let socket: Socket
  let room: [UInt8]
  private(set) var stage = Stage.shaking
  /// Where it stands in each log, as the server said with the snapshot.
  private(set) var positions: [[UInt8]: [UInt8]]
  private(set) var snapshots = 0
  private(set) var received = 0
  private(set) var pongs: Int64 = 0
  private(set) var greetedAt: Int64 = 0
  private(set) var joinedAt: Int64 = 0
  /// The seq that comes next in the room.
  private(set) var next: Int64
  private let tab: String
  /// Says hello as soon as it may.
  private let isEager: Bool
  /// Coming back: it has joined when it has this event.
  private let goal: Int64?
  private var reader = WebSocketReader()

  /// - Parameter returning: the positions it holds, where it stands in the room, and the room's head now.
  init(
    to address: Address, cookie: String, tab: String, room: [UInt8], isEager: Bool = true,
    returning: (positions: [[UInt8]: [UInt8]], next: Int64, goal: Int64)? = nil
  ) throws {
    self.room = room
    self.tab = tab
    self.isEager = isEager
    positions = returning?.positions ?? [:]
    next = returning?.next ?? 0
    goal = returning?.goal
    socket = try Socket(to: address)
    socket.becomeNonblocking()
    try socket.send(WebSocketWriter.upgrade(to: address, cookie: cookie))
  }

  var visit: Visit { Visit(room: room, positions: positions) }
  var isOpen: Bool { if case .shaking = stage { false } else { true } }
  var hasJoined: Bool { if case .joined = stage { true } else { false } }
  var hasEnded: Bool { if case .ended = stage { true } else { false } }

  func greet(_ now: Int64) throws {
    var logs: [String] = []
    for log in Set(positions.keys).union(CollectionOfOne(room)) {
      let at = positions[log].map { String(decoding: $0, as: UTF8.self) } ?? "null"
      logs.append(#"{"log":"\#(String(decoding: log, as: UTF8.self))","at":\#(at)}"#)
    }
    let hello = #"[{"t":"hello","v":1,"tab":"\#(tab)","logs":[\#(logs.joined(separator: ","))]}]"#
    stage = .greeted
    greetedAt = now
    try socket.send(WebSocketWriter.frame(Array(hello.utf8)))
  }

  /// Answered by a pong when the server is through with everything before.
  func ping() throws { try socket.send(WebSocketWriter.frame(Array(#"[{"t":"ping","n":1}]"#.utf8))) }

  /// Reads what there is. `buffer` is anybody's and used up on return.
  func readable(_ buffer: UnsafeMutableRawBufferPointer, _ now: Int64) throws {
    guard let count = try socket.receive(into: buffer) else { return }
    guard count > 0 else { return end(1006) }
    received += count
    try reader.read(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { message in
      switch message {
      case .text(let text): WireScanner.scan(text) { take($0, text, now) }
      case .ping(let payload): try socket.send(WebSocketWriter.frame(Array(payload), .pong))
      case .close(let code): end(code)
      }
    }
    if case .shaking = stage, reader.isOpen {
      stage = .open
      if isEager { try greet(Clock.now) }
    }
  }

  private func take(_ frame: WireScanner.Frame, _ text: UnsafeRawBufferPointer, _ now: Int64) {
    switch frame.kind {
    case .snap where frame.part == frame.parts:
      let log = Array(text[frame.log])
      positions[log] = Array(text[frame.position])
      guard log == room else { return }
      snapshots += 1
      if goal == nil { join(now) }
    case .events where text[frame.log].elementsEqual(room):
      // What does not continue is not counted: it would never join.
      if frame.from == next { next += Int64(frame.events) }
      if let goal, next > goal { join(now) }
    case .pong: pongs += 1
    case .events, .snap, .ack, .nack, .welcome, .bye, .other: break
    }
  }

  private func join(_ now: Int64) {
    if case .greeted = stage { (stage, joinedAt) = (.joined, now) }
  }

  private func end(_ code: Int) { if !hasEnded { stage = .ended(code) } }
}
