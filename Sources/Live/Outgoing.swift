/// One WebSocket text message, made once and sent to any number of connections.
///
/// The transport may keep its own form of the bytes (padded for its headers) in `attachment`. Belongs to the loop's
/// thread, like everything of a node.
public final class Outgoing {
  public let bytes: [UInt8]
  public var attachment: AnyObject?

  public init(_ bytes: [UInt8]) { self.bytes = bytes }
}
