public import Identity

/// Where a log stands: the event it ends with. The same head under another tag is another history.
public struct Standing: Sendable, Equatable {
  public let log: Identifier
  public let head: Int64
  public let tag: UInt64

  public init(log: Identifier, head: Int64, tag: UInt64) {
    self.log = log
    self.head = head
    self.tag = tag
  }
}
