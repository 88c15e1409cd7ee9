/// Ids of commands: UUIDv7 in form, and the last twelve digits tell which command it was.
struct LoadCommandID {
  /// Differs from run to run, so that no id is met twice on one server.
  private let front: String

  init() {
    let time = hexadecimal(UInt64(Clock.wall), digits: 12)
    let salt = hexadecimal(UInt64.random(in: 0..<1 << 24), digits: 6)
    front = "\(time.prefix(8))-\(time.suffix(4))-7\(salt.prefix(3))-8\(salt.suffix(3))-"
  }

  func text(_ serial: Int) -> String { front + hexadecimal(UInt64(serial), digits: 12) }

  /// The number in the last twelve digits; nil for an id that is none of ours.
  static func serial(_ text: Slice<UnsafeRawBufferPointer>) -> Int? {
    guard text.count == 36 else { return nil }
    var value = 0
    for byte in text.suffix(12) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | Int(byte - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
    return value
  }
}

private func hexadecimal(_ value: UInt64, digits: Int) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.count)) + text.suffix(digits)
}
