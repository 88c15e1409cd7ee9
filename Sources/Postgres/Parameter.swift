/// A value bound to a statement, in PostgreSQL's binary format: nothing is quoted, so nothing can be quoted wrongly.
///
/// The statement's text decides the type (`$1::bigint[]`); the case used here must be the same type, or PostgreSQL
/// refuses the statement with 22P03 or 42804.
public struct Parameter: Sendable {
  /// As the server's receive function of the type reads it; nil is NULL.
  let bytes: [UInt8]?

  private init(_ bytes: [UInt8]?) { self.bytes = bytes }

  public static let null = Parameter(nil)

  public static func boolean(_ value: Bool) -> Parameter { Parameter([value ? 1 : 0]) }

  public static func integer(_ value: Int32) -> Parameter { Parameter(BinaryFormat.integer(value)) }

  public static func bigint(_ value: Int64?) -> Parameter { Parameter(value.map(BinaryFormat.integer)) }

  /// PostgreSQL stores no NUL character (22021).
  public static func text(_ value: String?) -> Parameter { Parameter(value.map { Array($0.utf8) }) }

  public static func bytea(_ value: [UInt8]?) -> Parameter { Parameter(value) }

  /// JSON in UTF-8. PostgreSQL checks it (22P02), and refuses an escaped NUL (22P05).
  public static func jsonb(_ value: [UInt8]?) -> Parameter { Parameter(value.map(BinaryFormat.jsonb)) }

  public static func uuid(_ value: (high: UInt64, low: UInt64)?) -> Parameter {
    Parameter(value.map(BinaryFormat.uuid))
  }

  // MARK: Arrays

  public static func bigints(_ values: [Int64?]) -> Parameter {
    Parameter(BinaryFormat.array(of: .bigint, values, size: { _ in 8 }, write: { $1.append(bigEndian: $0) }))
  }

  public static func uuids(_ values: [(high: UInt64, low: UInt64)?]) -> Parameter {
    Parameter(BinaryFormat.array(of: .uuid, values, size: { _ in 16 }, write: { $1.append(uuid: $0) }))
  }

  public static func texts(_ values: [String?]) -> Parameter {
    Parameter(
      BinaryFormat.array(of: .text, values, size: { $0.utf8.count }) { text, output in
        // A text's own bytes, for the length of the call.
        text.utf8.span.withUnsafeBytes { output.append($0) }
      })
  }

  public static func byteas(_ values: [[UInt8]?]) -> Parameter { blobs(of: .bytea, values) }

  /// Kept as it is. PostgreSQL checks it (22P02).
  public static func jsons(_ values: [[UInt8]?]) -> Parameter { blobs(of: .json, values) }

  public static func jsonbs(_ values: [[UInt8]?]) -> Parameter {
    Parameter(
      BinaryFormat.array(of: .jsonb, values, size: { $0.count + 1 }) { json, output in
        output.append(BinaryFormat.jsonbVersion)
        // The array's own bytes, for the length of the call.
        json.withUnsafeBytes { output.append($0) }
      })
  }

  private static func blobs(of type: BinaryFormat.ElementType, _ values: [[UInt8]?]) -> Parameter {
    Parameter(
      BinaryFormat.array(of: type, values, size: { $0.count }) { blob, output in
        // The array's own bytes, for the length of the call.
        blob.withUnsafeBytes { output.append($0) }
      })
  }
}
