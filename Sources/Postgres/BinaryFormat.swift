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

  static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    // The value's own bytes, for the length of the call.
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  static func integer(_ value: some FixedWidthInteger) -> [UInt8] {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return bytes
  }

  static func uuid(_ value: (high: UInt64, low: UInt64)) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16)
    append(value.high, to: &bytes)
    append(value.low, to: &bytes)
    return bytes
  }

  static func jsonb(_ text: [UInt8]) -> [UInt8] { [jsonbVersion] + text }

  /// Dimensions, whether any is NULL, element type; length and lower bound of the dimension; each element behind its
  /// length, a NULL as length -1. An array without elements has no dimension.
  static func array<Element>(
    of type: ElementType, _ values: [Element?], append: (Element, inout [UInt8]) -> Void
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20 + values.count * 12)
    Self.append(Int32(values.isEmpty ? 0 : 1), to: &bytes)
    Self.append(Int32(values.contains { $0 == nil } ? 1 : 0), to: &bytes)
    Self.append(type.rawValue, to: &bytes)
    guard !values.isEmpty else { return bytes }
    Self.append(Int32(values.count), to: &bytes)
    Self.append(Int32(1), to: &bytes)
    for value in values {
      guard let value else {
        Self.append(Int32(-1), to: &bytes)
        continue
      }
      let start = bytes.count
      Self.append(Int32(0), to: &bytes)
      append(value, &bytes)
      let length = Int32(bytes.count - start - 4)
      for index in 0..<4 { bytes[start + index] = UInt8(truncatingIfNeeded: length >> Int32(24 - index * 8)) }
    }
    return bytes
  }
}
