internal import Synchronization

/// How many bytes of large bodies may be in memory at once, those that are still arriving counted as if they were here.
final class UploadRoom: Sendable {
  private let free: Mutex<Int>

  init(_ bytes: Int) { free = Mutex(bytes) }

  /// Nil where there is no room for so many.
  func share(_ bytes: Int) -> Share? {
    let fits = free.withLock { free in
      guard bytes <= free else { return false }
      free -= bytes
      return true
    }
    return fits ? Share(self, bytes) : nil
  }

  /// A part of the room. Whoever holds the request that it stands in holds the body too, on whatever thread: with the
  /// last of them it is given back.
  final class Share: Sendable {
    private let room: UploadRoom
    private let bytes: Int

    fileprivate init(_ room: UploadRoom, _ bytes: Int) {
      self.room = room
      self.bytes = bytes
    }

    deinit { room.free.withLock { $0 += bytes } }
  }
}
