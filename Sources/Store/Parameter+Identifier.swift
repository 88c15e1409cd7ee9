internal import Identity
internal import Postgres

extension Parameter {
  static func id(_ id: Identifier?) -> Parameter { .uuid(id.map { ($0.high, $0.low) }) }
  static func ids(_ ids: some Sequence<Identifier>) -> Parameter { .uuids(ids.map { ($0.high, $0.low) }) }
}

extension Row {
  func id(_ column: Int) -> Identifier {
    let (high, low) = uuid(column)
    return Identifier(high: high, low: low)
  }

  func optionalID(_ column: Int) -> Identifier? {
    optionalUUID(column).map { Identifier(high: $0.high, low: $0.low) }
  }

  /// Tags use all 64 bits; PostgreSQL's bigint holds the same bits with a sign.
  func tag(_ column: Int) -> UInt64 { UInt64(bitPattern: integer(column)) }
}
