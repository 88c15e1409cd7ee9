/// Cuts a server's bytes into messages: whole ones are handed on where they lie, only a torn one is kept.
struct WebSocketReader {
  enum Message {
    case text(UnsafeRawBufferPointer)
    case ping(UnsafeRawBufferPointer)
    case close(code: Int)
  }

  /// The server has agreed to the upgrade.
  private(set) var isOpen = false
  private var torn: [UInt8] = []
  /// Pieces of a fragmented message.
  private var pieces: [UInt8] = []

  /// The buffers handed to `take` are good during the call only.
  mutating func read(_ bytes: UnsafeRawBufferPointer, _ take: (Message) throws -> Void) throws {
    guard torn.isEmpty else {
      torn.append(contentsOf: bytes)
      let whole = torn
      let used = try whole.withUnsafeBytes { try consume($0, take) }
      // Not kept for the next time: thousands of members would each hold on to the room their snapshot took.
      torn = used == torn.count ? [] : Array(torn[used...])
      return
    }
    let used = try consume(bytes, take)
    torn.append(contentsOf: bytes[used...])
  }

  /// How many bytes made whole frames.
  private mutating func consume(_ bytes: UnsafeRawBufferPointer, _ take: (Message) throws -> Void) throws -> Int {
    var at = 0
    if !isOpen {
      guard let end = headEnd(bytes) else { return 0 }
      guard bytes.starts(with: Array("HTTP/1.1 101".utf8)) else {
        throw BenchFault("no upgrade: \(String(decoding: bytes[..<min(end, 120)], as: UTF8.self))")
      }
      isOpen = true
      at = end
    }
    while let frame = Frame(bytes, at) {
      at = frame.payload.upperBound
      try hand(UnsafeRawBufferPointer(rebasing: bytes[frame.payload]), of: frame, take)
    }
    return at
  }

  private mutating func hand(
    _ payload: UnsafeRawBufferPointer, of frame: Frame, _ take: (Message) throws -> Void
  ) throws {
    switch frame.opcode {
    case 8: try take(.close(code: payload.count < 2 ? 1005 : Int(payload[0]) << 8 | Int(payload[1])))
    case 9: try take(.ping(payload))
    case 10: break
    case 1 where frame.isLast: try take(.text(payload))
    default:
      pieces.append(contentsOf: payload)
      if frame.isLast {
        let whole = pieces
        pieces = []
        try whole.withUnsafeBytes { try take(.text($0)) }
      }
    }
  }

  private func headEnd(_ bytes: UnsafeRawBufferPointer) -> Int? {
    let end = Array("\r\n\r\n".utf8)
    guard bytes.count >= 4 else { return nil }
    return (0...bytes.count - 4).first { bytes[$0..<$0 + 4].elementsEqual(end) }.map { $0 + 4 }
  }
}

/// One frame of the wire; nil until all of it is there.
private struct Frame {
  let opcode: UInt8
  let isLast: Bool
  let payload: Range<Int>

  init?(_ bytes: UnsafeRawBufferPointer, _ at: Int) {
    guard bytes.count >= at + 2 else { return nil }
    opcode = bytes[at] & 15
    isLast = bytes[at] & 0x80 != 0
    var length = Int(bytes[at + 1] & 127)
    var start = at + 2
    if length >= 126 {
      let size = length == 126 ? 2 : 8
      guard bytes.count >= start + size else { return nil }
      length = bytes[start..<start + size].reduce(0) { $0 << 8 | Int($1) }
      start += size
    }
    guard bytes.count >= start + length else { return nil }
    payload = start..<start + length
  }
}
