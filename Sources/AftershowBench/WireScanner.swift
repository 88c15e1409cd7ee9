import Glibc

/// Finds what a benchmark needs in an array of frames without building anything: a full reader would cost more
/// than the server under test. The text comes from that server and is trusted to be JSON.
struct WireScanner {
  struct Frame {
    enum Kind { case events, ack, nack, snap, welcome, pong, bye, other }
    var kind = Kind.other
    var log = 0..<0
    var id = 0..<0
    var code = 0..<0
    var from: Int64 = 0
    var seq: Int64 = 0
    var events = 0
    var part: Int64 = 0
    var parts: Int64 = 0
    /// Of a snapshot: the position it makes, as an object.
    var position = 0..<0
    /// Where the frame lies in the message.
    var whole = 0..<0
  }

  private let bytes: UnsafeRawBufferPointer
  private var at = 0

  static func scan(_ bytes: UnsafeRawBufferPointer, _ take: (Frame) throws -> Void) rethrows {
    var scanner = WireScanner(bytes: bytes)
    while let frame = scanner.next() { try take(frame) }
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The next object of the array.
  private mutating func next() -> Frame? {
    while at < bytes.count, bytes[at] != UInt8(ascii: "{") { at += 1 }
    guard at < bytes.count else { return nil }
    var frame = Frame()
    let start = at
    repeat {
      at += 1
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { break }
      let key = string()
      skipSpace()
      at += 1
      skipSpace()
      read(key, into: &frame)
      skipSpace()
    } while byte == UInt8(ascii: ",")
    at += 1
    frame.whole = start..<min(at, bytes.count)
    return frame
  }

  private mutating func read(_ key: Range<Int>, into frame: inout Frame) {
    if matches(key, "t") {
      frame.kind = kind(string())
    } else if matches(key, "log") {
      frame.log = string()
    } else if matches(key, "id") {
      frame.id = string()
    } else if matches(key, "code"), byte == UInt8(ascii: "\"") {
      frame.code = string()
    } else if matches(key, "from") {
      frame.from = number()
    } else if matches(key, "seq") {
      frame.seq = number()
    } else if matches(key, "part") {
      frame.part = number()
    } else if matches(key, "parts") {
      frame.parts = number()
    } else if matches(key, "at") {
      let start = at
      skipValue()
      frame.position = start..<at
    } else if matches(key, "events") {
      frame.events = elements()
    } else {
      skipValue()
    }
  }

  private func kind(_ word: Range<Int>) -> Frame.Kind {
    if matches(word, "ev") { return .events }
    if matches(word, "ack") { return .ack }
    if matches(word, "nack") { return .nack }
    if matches(word, "snap") { return .snap }
    if matches(word, "welcome") { return .welcome }
    if matches(word, "pong") { return .pong }
    return matches(word, "bye") ? .bye : .other
  }

  private var byte: UInt8 { at < bytes.count ? bytes[at] : 0 }

  private func matches(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount
      && memcmp(bytes.baseAddress! + range.lowerBound, word.utf8Start, range.count) == 0
  }

  private mutating func skipSpace() {
    while byte == 32 || byte == 10 || byte == 13 || byte == 9 { at += 1 }
  }

  /// The inside of a string that starts here, escapes unread.
  private mutating func string() -> Range<Int> {
    let start = at + 1
    at = start
    while at < bytes.count {
      guard let quote = memchr(bytes.baseAddress! + at, Int32(UInt8(ascii: "\"")), bytes.count - at) else { break }
      let end = UnsafeRawPointer(quote) - bytes.baseAddress!
      var slashes = end
      while slashes > start, bytes[slashes - 1] == UInt8(ascii: "\\") { slashes -= 1 }
      at = end + 1
      if (end - slashes).isMultiple(of: 2) { return start..<end }
    }
    at = bytes.count
    return start..<at
  }

  private mutating func number() -> Int64 {
    var value: Int64 = 0
    while case UInt8(ascii: "0")...UInt8(ascii: "9") = byte {
      value = value * 10 + Int64(byte - UInt8(ascii: "0"))
      at += 1
    }
    return value
  }

  /// Skips an array and counts what it holds.
  private mutating func elements() -> Int {
    var count = 0
    at += 1
    skipSpace()
    while at < bytes.count, byte != UInt8(ascii: "]") {
      skipValue()
      count += 1
      skipSpace()
      if byte == UInt8(ascii: ",") { at += 1 }
      skipSpace()
    }
    at += 1
    return count
  }

  private mutating func skipValue() {
    var depth = 0
    while at < bytes.count {
      switch byte {
      case UInt8(ascii: "\""):
        _ = string()
        if depth == 0 { return }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
        if depth == 0 {
          at += 1
          return
        }
      case UInt8(ascii: ",") where depth == 0: return
      default: break
      }
      at += 1
    }
  }
}
