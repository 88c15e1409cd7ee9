internal import CLibpq

/// What a statement gave, in binary format. Columns are read by position, as the statement lists them; reading one as
/// another type than it has is a programmer's error and traps.
public final class Rows: @unchecked Sendable, RandomAccessCollection {
  // Sendable: nothing writes to a PGresult after libpq has handed it over, and only `deinit` frees it.
  private let result: OpaquePointer
  public let count: Int

  /// Owns `result` from now on.
  init(_ result: OpaquePointer) {
    self.result = result
    count = Int(PQntuples(result))
  }

  deinit { PQclear(result) }

  public var startIndex: Int { 0 }
  public var endIndex: Int { count }
  public subscript(position: Int) -> Row {
    precondition(position >= 0 && position < count, "no such row")
    return Row(rows: self, number: Int32(position))
  }

  /// How many rows an insert, update or delete touched.
  public var affected: Int {
    guard let text = PQcmdTuples(result) else { return 0 }
    return Int(String(cString: text)) ?? 0
  }

  func value(_ row: Int32, _ column: Int) -> UnsafeBufferPointer<UInt8>? {
    precondition(column >= 0 && column < Int(PQnfields(result)), "no such column")
    guard PQgetisnull(result, row, Int32(column)) == 0, let start = PQgetvalue(result, row, Int32(column)) else {
      return nil
    }
    let length = Int(PQgetlength(result, row, Int32(column)))
    // libpq's bytes live as long as the result, which the caller's `Row` holds.
    return UnsafeBufferPointer(start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: length)
  }
}

/// One row. Holds the whole result alive.
public struct Row: Sendable {
  let rows: Rows
  let number: Int32

  public func isNull(_ column: Int) -> Bool { rows.value(number, column) == nil }

  /// A bigint, integer or smallint.
  public func integer(_ column: Int) -> Int64 { some(optionalInteger(column), column) }
  public func optionalInteger(_ column: Int) -> Int64? {
    read(column) { bytes in
      precondition(bytes.count == 8 || bytes.count == 4 || bytes.count == 2, "column \(column) is no integer")
      let sign: UInt64 = bytes[0] & 0x80 != 0 ? .max : 0
      return Int64(bitPattern: bytes.reduce(sign) { $0 << 8 | UInt64($1) })
    }
  }

  public func boolean(_ column: Int) -> Bool {
    some(
      read(column) { bytes in
        precondition(bytes.count == 1, "column \(column) is no boolean")
        return bytes[0] != 0
      }, column)
  }

  public func text(_ column: Int) -> String { some(optionalText(column), column) }
  public func optionalText(_ column: Int) -> String? { read(column) { String(decoding: $0, as: UTF8.self) } }

  /// A bytea.
  public func bytes(_ column: Int) -> [UInt8] { some(optionalBytes(column), column) }
  public func optionalBytes(_ column: Int) -> [UInt8]? { read(column) { Array($0) } }

  /// The text of a json or jsonb.
  public func json(_ column: Int) -> [UInt8] { some(optionalJSON(column), column) }
  public func optionalJSON(_ column: Int) -> [UInt8]? {
    read(column) { bytes in
      bytes.first == BinaryFormat.jsonbVersion ? Array(bytes.dropFirst()) : Array(bytes)
    }
  }

  public func uuid(_ column: Int) -> (high: UInt64, low: UInt64) { some(optionalUUID(column), column) }
  public func optionalUUID(_ column: Int) -> (high: UInt64, low: UInt64)? {
    read(column) { bytes in
      precondition(bytes.count == 16, "column \(column) is no uuid")
      return (bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }, bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
  }

  private func read<Value>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value? {
    withExtendedLifetime(rows) { rows.value(number, column).map(body) }
  }

  private func some<Value>(_ value: Value?, _ column: Int) -> Value {
    guard let value else { preconditionFailure("column \(column) is NULL") }
    return value
  }
}
