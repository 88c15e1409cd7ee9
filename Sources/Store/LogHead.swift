public import Identity
internal import Postgres

/// Where a log stands: the event it ends with.
public struct LogHead: Sendable, Equatable {
  public let log: Identifier
  public let head: Int64
  /// The same head under another tag is another history.
  public let tag: UInt64

  public init(log: Identifier, head: Int64, tag: UInt64) {
    self.log = log
    self.head = head
    self.tag = tag
  }

  init(row: Row) { self.init(log: row.id(0), head: row.integer(1), tag: row.tag(2)) }
}
