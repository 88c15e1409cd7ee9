/// PostgreSQL's binary formats, as far as we use them: integers big-endian, `jsonb` its text behind a version byte,
/// arrays of one dimension.
enum BinaryFormat {
  /// No JSON text begins with it.
  static let jsonbVersion: UInt8 = 1

  /// Element types by their object id, which never changes for built-in types (`pg_type.dat`).
  enum ElementType: Int32 {
    case bytea = 17
    case bigint = 20
    case text = 25
    case json = 114
    case uuid = 2950
    case jsonb = 3802
  }

  static func integer(_ value: some FixedWidthInteger) -> [UInt8] {
    bytes(value.bitWidth / 8) { $0.append(bigEndian: value) }
  }

  static func uuid(_ value: (high: UInt64, low: UInt64)) -> [UInt8] { bytes(16) { $0.append(uuid: value) } }

  static func jsonb(_ text: [UInt8]) -> [UInt8] { [jsonbVersion] + text }

  /// Dimensions, whether any is NULL, element type; length and lower bound of the dimension; each element behind its
  /// length, a NULL as length -1. An array without elements has no dimension. `write` writes as many bytes as `size`
  /// says.
  static func array<Element>(
    of type: ElementType, _ values: [Element?], size: (Element) -> Int,
    write: (Element, inout OutputSpan<UInt8>) -> Void
  ) -> [UInt8] {
    bytes(values.reduce(20) { $0 + 4 + ($1.map(size) ?? 0) }) { output in
      output.append(bigEndian: Int32(values.isEmpty ? 0 : 1))
      output.append(bigEndian: Int32(values.contains { $0 == nil } ? 1 : 0))
      output.append(bigEndian: type.rawValue)
      guard !values.isEmpty else { return }
      output.append(bigEndian: Int32(values.count))
      output.append(bigEndian: Int32(1))
      for value in values {
        output.append(bigEndian: Int32(value.map(size) ?? -1))
        if let value { write(value, &output) }
      }
    }
  }

  /// In one piece of memory: a command stores some twenty small arrays.
  private static func bytes(_ most: Int, _ write: (inout OutputSpan<UInt8>) -> Void) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(addingCapacity: most, initializingWith: write)
    return bytes
  }
}

extension OutputSpan<UInt8> {
  mutating func append(bigEndian value: some FixedWidthInteger) {
    // The value's own bytes, for the length of the call.
    withUnsafeBytes(of: value.bigEndian) { append($0) }
  }

  mutating func append(uuid value: (high: UInt64, low: UInt64)) {
    append(bigEndian: value.high)
    append(bigEndian: value.low)
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let from = bytes.baseAddress else { return }
    withUnsafeMutableBufferPointer { room, count in
      precondition(bytes.count <= room.count - count)
      // Within the room by the line above, which therefore has an address; memory not yet written overlaps nothing.
      UnsafeMutableRawPointer(room.baseAddress! + count).copyMemory(from: from, byteCount: bytes.count)
      count += bytes.count
    }
  }
}
