/// One WebSocket text message, an array of frames, made once and sent to any number of connections.
///
/// The transport puts it together in its own memory, padded for its headers, and may keep that in `attachment`. Belongs
/// to the loop's thread, like everything of a node.
public final class Outgoing {
  /// JSON values; never empty.
  public let frames: [[UInt8]]
  public var attachment: AnyObject?

  public init(_ frames: [[UInt8]]) { self.frames = frames }
}

extension Outgoing: Equatable {
  /// Whether they say the same.
  public static func == (one: Outgoing, other: Outgoing) -> Bool { one.frames == other.frames }
}
