internal import CLibuv
internal import Glibc

/// Somebody else's descriptor watched by the loop: libpq's socket.
///
/// A `uv_poll_t` on the loop's own libuv, not libwebsockets' `LWS_ADOPT_RAW_FILE_DESC`: that closes what it adopts,
/// costs a connection object, and loses a request for writability made from inside its own WRITEABLE callback (1 of 6
/// arrived when measured), so that it must be re-armed from a timer. libuv has none of this, and one call less.
@ServiceLoop public final class AdoptedSocket {
  private let handle = UnsafeMutablePointer<uv_poll_t>.allocate(capacity: 1)
  private let descriptor: Int32
  private var readable: (@ServiceLoop () -> Void)?
  private var writable: (@ServiceLoop () -> Void)?
  private var isWritableWanted = false

  init(
    descriptor: Int32, readable: @escaping @ServiceLoop () -> Void, writable: @escaping @ServiceLoop () -> Void
  ) throws(LoopFault) {
    // A duplicate: the owner may close its own at any time, and epoll must not be left with a dead number.
    let duplicate = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard duplicate >= 0, uv_poll_init(LoopThread.shared.uv, handle, duplicate) == 0 else {
      if duplicate >= 0 { Glibc.close(duplicate) }
      handle.deallocate()
      throw LoopFault(.library, "descriptor \(descriptor) cannot be watched")
    }
    self.descriptor = duplicate
    self.readable = readable
    self.writable = writable
    // libuv holds the object until the handle is closed.
    handle.pointee.data = Unmanaged.passRetained(self).toOpaque()
    watch()
  }

  /// `writable` will be called once, as soon as the descriptor takes bytes. To be asked again each time, also from
  /// within `writable`.
  public func wantsWritable() {
    guard writable != nil, !isWritableWanted else { return }
    isWritableWanted = true
    watch()
  }

  /// Stops watching and closes the duplicate; nothing is called any more. Harmless when repeated.
  public func close() {
    guard readable != nil else { return }
    readable = nil
    writable = nil
    uv_poll_stop(handle)
    Glibc.close(descriptor)
    uv_close(UnsafeMutableRawPointer(handle).assumingMemoryBound(to: uv_handle_t.self), adoptedSocketClosed)
  }

  func polled(status: Int32, events: Int32) {
    // An error is told as readable: the owner's next read finds out what it is. libuv has stopped watching by then,
    // but what the peer sent before its end may be all that read gets: watch on, until the owner has met the end.
    if status < 0 { watch() }
    let events = status < 0 ? Int32(UV_READABLE.rawValue) : events
    if events & Int32(UV_WRITABLE.rawValue) != 0, isWritableWanted {
      isWritableWanted = false
      watch()
      writable?()
    }
    if events & Int32(UV_READABLE.rawValue) != 0 { readable?() }
  }

  func released() { handle.deallocate() }

  private func watch() {
    let events = UV_READABLE.rawValue | (isWritableWanted ? UV_WRITABLE.rawValue : 0)
    uv_poll_start(handle, Int32(events), adoptedSocketPolled)
  }
}
