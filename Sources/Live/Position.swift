import Identity
import JSON

/// Where in a log a client is: the last event it has, that event's tag, and the rights under which it saw the log.
struct Position: Equatable {
  let seq: Int64
  let tag: UInt64
  let view: String
}

/// A tag as it stands on the wire: a number of 64 bits would not survive JavaScript.
enum Tag {
  static func parse(_ text: String) -> UInt64? {
    let isHexadecimal = text.utf8.count == 16 && text.utf8.allSatisfy { $0 != UInt8(ascii: "+") }
    return isHexadecimal ? UInt64(text, radix: 16) : nil
  }
}

extension JSONWriter {
  mutating func member(_ key: StaticString, tag: UInt64) {
    member(key, plain: 16) { tag.writeHexadecimal(into: &$0) }
  }
}
