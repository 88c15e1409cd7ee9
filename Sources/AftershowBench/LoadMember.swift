import JSON

/// One connection in a room: follows every event's number, and sends if it has a sender.
final class LoadMember {
  let socket: Socket
  let room: LoadRoom
  var sender: Sender?
  private(set) var hasSnapshot = false
  private(set) var isClosed = false
  private let tally: LoadTally
  private var reader = WebSocketReader()
  /// The seq that comes next.
  private var next: Int64 = 0
  private var passedOver: Set<Int64> = []

  init(to address: Address, cookie: String, tab: String, room: LoadRoom, tally: LoadTally) throws {
    self.room = room
    self.tally = tally
    socket = try Socket(to: address)
    try socket.upgrade(to: address, cookie: cookie, &reader)
    let log = String(decoding: room.id, as: UTF8.self)
    let hello = #"[{"t":"hello","v":1,"tab":"\#(tab)","logs":[{"log":"\#(log)","at":null}]}]"#
    try socket.send(WebSocketWriter.frame(Array(hello.utf8)))
    socket.becomeNonblocking()
  }

  /// Reads what there is. `buffer` is anybody's and used up on return.
  func readable(_ buffer: UnsafeMutableRawBufferPointer, _ now: Int64) throws {
    guard let count = try socket.receive(into: buffer) else { return }
    guard count > 0 else { return ended(1006) }
    tally.received(count)
    try reader.read(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { message in
      switch message {
      case .text(let text):
        for frame in room.message.frames(in: text) { try take(frame, text, now) }
      case .ping(let payload): try socket.send(WebSocketWriter.frame(Array(payload), .pong))
      case .close(let code): ended(code)
      }
    }
  }

  private func take(_ frame: WireScanner.Frame, _ text: UnsafeRawBufferPointer, _ now: Int64) throws {
    switch frame.kind {
    case .events where text[frame.log].elementsEqual(room.id): took(frame.events, from: frame.from, now)
    case .snap where text[frame.log].elementsEqual(room.id): try took(snapshot: Array(text[frame.whole]))
    case .ack: sender?.acknowledged(LoadCommandID.serial(text[frame.id]), frame.seq, now)
    case .nack: sender?.refused(LoadCommandID.serial(text[frame.id]), String(decoding: text[frame.code], as: UTF8.self))
    case .events, .snap, .welcome, .pong, .bye, .other: break
    }
  }

  private func took(_ count: Int, from: Int64, _ now: Int64) {
    for seq in from..<from + Int64(count) {
      if seq < next {
        if passedOver.remove(seq) != nil { tally.reordered += 1 } else { tally.doubled += 1 }
        continue
      }
      if seq > next {
        tally.gaps += 1
        passedOver.formUnion(next..<seq)
      }
      next = seq + 1
      room.arrived(seq, now)
    }
    tally.delivered(count)
  }

  /// The first begins the run; a later one replaces what a slow reader missed.
  private func took(snapshot bytes: [UInt8]) throws {
    let snapshot = try JSONReader.parse(bytes)
    guard snapshot["part"] == snapshot["parts"], let seq = snapshot["at"]?["seq"]?.int else { return }
    if hasSnapshot {
      tally.snapshots += 1
      tally.skippedBySnapshot += max(0, seq + 1 - Int(next))
    } else {
      room.begins(at: Int64(seq))
      hasSnapshot = true
    }
    next = Int64(seq) + 1
  }

  private func ended(_ code: Int) {
    if !isClosed { tally.closes[code, default: 0] += 1 }
    isClosed = true
  }
}
