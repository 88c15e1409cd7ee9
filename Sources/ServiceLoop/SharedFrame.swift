/// One WebSocket text message, framed once and written to any number of connections without a copy.
///
/// A server's frames are unmasked, so the bytes on the wire depend on the payload alone. They are made here, header
/// included, and handed to libwebsockets as they are (`LWS_WRITE_HTTP`: "send this"); `LWS_WRITE_TEXT` would write the
/// same header into the bytes before the payload at every send. Nothing is written after `init`.
public final class SharedFrame: @unchecked Sendable {
  // Sendable: immutable after init.
  let wire: UnsafeMutablePointer<UInt8>
  /// Bytes on the wire, the frame's header among them.
  let wireCount: Int
  /// Bytes of payload.
  public let count: Int

  /// - Parameter payload: UTF-8.
  public convenience init(_ payload: [UInt8]) { self.init(segments: CollectionOfOne(payload)) }

  public convenience init(_ text: String) { self.init(Array(text.utf8)) }

  /// The segments one after another, as one message.
  public init(segments: some Collection<[UInt8]>) {
    count = segments.reduce(0) { $0 + $1.count }
    (wire, wireCount) = Self.allocate(count)
    var at = wire + (wireCount - count)
    for segment in segments { at = Self.put(segment, at) }
  }

  /// One message that is a JSON array of the given values: `[a,b,c]`.
  public init(arrayOf values: some Collection<[UInt8]>) {
    count = values.reduce(max(values.count - 1, 0) + 2) { $0 + $1.count }
    (wire, wireCount) = Self.allocate(count)
    var at = wire + (wireCount - count)
    at = Self.put(CollectionOfOne(UInt8(ascii: "[")), at)
    var isFirst = true
    for value in values {
      if !isFirst { at = Self.put(CollectionOfOne(UInt8(ascii: ",")), at) }
      isFirst = false
      at = Self.put(value, at)
    }
    _ = Self.put(CollectionOfOne(UInt8(ascii: "]")), at)
  }

  deinit { wire.deallocate() }

  init(_ payload: [UInt8], opcode: UInt8) {
    count = payload.count
    (wire, wireCount) = Self.allocate(count)
    wire[0] = 0x80 | opcode
    _ = Self.put(payload, wire + (wireCount - count))
  }

  private static func allocate(_ count: Int) -> (UnsafeMutablePointer<UInt8>, Int) {
    let header = count < 126 ? 2 : count < 65_536 ? 4 : 10
    let wire = UnsafeMutablePointer<UInt8>.allocate(capacity: header + count)
    wire[0] = 0x81  // FIN, text
    switch header {
    case 2: wire[1] = UInt8(count)
    case 4:
      wire[1] = 126
      wire[2] = UInt8(count >> 8)
      wire[3] = UInt8(count & 255)
    default:
      wire[1] = 127
      for byte in 0..<8 { wire[2 + byte] = UInt8(count >> (56 - 8 * byte) & 255) }
    }
    return (wire, header + count)
  }

  private static func put(_ bytes: some Collection<UInt8>, _ at: UnsafeMutablePointer<UInt8>)
    -> UnsafeMutablePointer<UInt8>
  {
    let target = UnsafeMutableBufferPointer(start: at, count: bytes.count)
    _ = target.initialize(from: bytes)
    return at + bytes.count
  }
}
