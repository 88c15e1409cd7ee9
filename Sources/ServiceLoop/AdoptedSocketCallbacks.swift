// C calls these: nonisolated functions in a file of their own.
internal import CLibuv

func adoptedSocketPolled(_ handle: UnsafeMutablePointer<uv_poll_t>?, _ status: Int32, _ events: Int32) {
  guard let data = handle?.pointee.data else { return }
  // Retained by the handle until it is closed.
  let socket = Unmanaged<AdoptedSocket>.fromOpaque(data).takeUnretainedValue()
  ServiceLoop.assumeIsolated { socket.polled(status: status, events: events) }
}

func adoptedSocketClosed(_ handle: UnsafeMutablePointer<uv_handle_t>?) {
  guard let data = handle?.pointee.data else { return }
  // The retain taken when the handle was opened.
  let socket = Unmanaged<AdoptedSocket>.fromOpaque(data).takeRetainedValue()
  ServiceLoop.assumeIsolated { socket.released() }
}
