/// Bytes read from the front, numbers little-endian. What would lie beyond the end is damage, never read.
struct ByteCursor {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var count: Int { rest.count }

  mutating func take(_ count: Int) throws(WorkbookFault) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest.count else { throw .damaged }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func skip(_ count: Int) throws(WorkbookFault) { _ = try take(count) }

  mutating func byte() throws(WorkbookFault) -> Int {
    guard let byte = rest.popFirst() else { throw .damaged }
    return Int(byte)
  }

  /// 16 bits.
  mutating func short() throws(WorkbookFault) -> Int { try byte() | byte() << 8 }

  /// 32 bits.
  mutating func long() throws(WorkbookFault) -> Int { try short() | short() << 16 }

  mutating func double() throws(WorkbookFault) -> Double {
    let low = try long()
    return Double(bitPattern: UInt64(try long()) << 32 | UInt64(low))
  }
}
