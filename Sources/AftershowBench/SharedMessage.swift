import Glibc

/// The newest message to many: most members of a room receive the same bytes, and what stands in them is found once. A
/// generator that looked for it fifty times would be slower than the server under test.
struct SharedMessage {
  private var text: [UInt8] = []
  private var frames: [WireScanner.Frame] = []

  mutating func frames(in message: UnsafeRawBufferPointer) -> [WireScanner.Frame] {
    guard !isSame(message) else { return frames }
    text.removeAll(keepingCapacity: true)
    frames.removeAll(keepingCapacity: true)
    text.append(contentsOf: message)
    WireScanner.scan(message) { frames.append($0) }
    return frames
  }

  private func isSame(_ message: UnsafeRawBufferPointer) -> Bool {
    guard let start = message.baseAddress, message.count == text.count else { return false }
    return text.withUnsafeBytes { memcmp($0.baseAddress!, start, $0.count) == 0 }
  }
}
