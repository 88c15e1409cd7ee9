// C calls these: nonisolated functions in a file of their own.
internal import CLibuv

func eventLoopTimerFired(_ handle: UnsafeMutablePointer<uv_timer_t>?) {
  guard let data = handle?.pointee.data else { return }
  // The loop stops this timer before it goes away.
  let loop = Unmanaged<EventLoop>.fromOpaque(data).takeUnretainedValue()
  ServiceLoop.assumeIsolated { loop.timerFired() }
}

func eventLoopTimerClosed(_ handle: UnsafeMutablePointer<uv_handle_t>?) {
  // Allocated as a uv_timer_t; libuv does not touch it after this call.
  UnsafeMutableRawPointer(handle)?.deallocate()
}

func listenerReadable(_ handle: UnsafeMutablePointer<uv_poll_t>?, _ status: Int32, _ events: Int32) {
  guard let data = handle?.pointee.data else { return }
  // Retained by the handle until it is closed.
  let listener = Unmanaged<Listener>.fromOpaque(data).takeUnretainedValue()
  ServiceLoop.assumeIsolated { listener.accept() }
}

func listenerClosed(_ handle: UnsafeMutablePointer<uv_handle_t>?) {
  guard let data = handle?.pointee.data else { return }
  // The retain taken when the handle was opened.
  let listener = Unmanaged<Listener>.fromOpaque(data).takeRetainedValue()
  ServiceLoop.assumeIsolated { listener.released() }
}

func signalArrived(_ handle: UnsafeMutablePointer<uv_signal_t>?, _ number: Int32) {
  guard let data = handle?.pointee.data else { return }
  // Retained for the life of the process.
  let watch = Unmanaged<SignalWatch>.fromOpaque(data).takeUnretainedValue()
  ServiceLoop.assumeIsolated { watch.handler(number) }
}
