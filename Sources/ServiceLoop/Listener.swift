internal import CLibuv
internal import Glibc

/// The listening socket, ours rather than libwebsockets': it can stop listening at once without taking the
/// connections down, bounds the connections that are not upgraded (``Door``), keeps a reserve of descriptors, and knows
/// the peer's address. `LWS_SERVER_OPTION_ALLOW_LISTEN_SHARE` would do nothing on Debian's build anyway.
@ServiceLoop final class Listener {
  let port: Int
  private let descriptor: Int32
  private let handle = UnsafeMutablePointer<uv_poll_t>.allocate(capacity: 1)
  private unowned let loop: EventLoop
  private var isListening = false

  init(_ loop: EventLoop) throws(LoopFault) {
    self.loop = loop
    (descriptor, port) = try Self.open(loop.configuration.bind, loop.configuration.port)
    guard uv_poll_init_socket(LoopThread.shared.uv, handle, descriptor) == 0 else {
      Glibc.close(descriptor)
      throw LoopFault(.library, "the listening socket cannot be watched")
    }
    // Balanced when libuv has closed the handle.
    handle.pointee.data = Unmanaged.passRetained(self).toOpaque()
    resume()
  }

  func resume() {
    guard !isListening else { return }
    isListening = true
    uv_poll_start(handle, Int32(UV_READABLE.rawValue), listenerReadable)
  }

  /// New connections wait in the kernel's backlog.
  private func pause() {
    isListening = false
    uv_poll_stop(handle)
  }

  func close() {
    uv_poll_stop(handle)
    Glibc.close(descriptor)
    uv_close(UnsafeMutableRawPointer(handle).assumingMemoryBound(to: uv_handle_t.self), listenerClosed)
  }

  func released() { handle.deallocate() }

  func accept() {
    // A bounded batch, so that a storm of joiners does not starve those who are in.
    for _ in 0..<64 {
      guard loop.hasRoom else { return pause() }
      var address = sockaddr_storage()
      var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
      let accepted = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          Glibc.accept(descriptor, $0, &length)
        }
      }
      guard accepted >= 0 else {
        switch errno {
        case EINTR, ECONNABORTED: continue
        case EMFILE, ENFILE, ENOBUFS, ENOMEM:
          loop.log(.warning, "loop.exhausted", ("reason", Self.words(errno)))
          pause()  // the sweep resumes
          return
        default: return
        }
      }
      // libwebsockets makes it non-blocking.
      _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
      Self.tune(accepted)
      if !loop.adopt(accepted, from: Self.text(&address)) { Glibc.close(accepted) }
    }
  }

  private static func open(_ host: String, _ port: Int) throws(LoopFault) -> (Int32, Int) {
    var hints = addrinfo()
    hints.ai_flags = AI_PASSIVE | AI_NUMERICHOST | AI_NUMERICSERV
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    let host = host == "localhost" ? "127.0.0.1" : host
    guard (0...65_535).contains(port), getaddrinfo(host, String(port), &hints, &found) == 0, let info = found else {
      throw LoopFault(.address, "\(host) port \(port) is not a numeric address and port")
    }
    defer { freeaddrinfo(found) }
    let descriptor = socket(
      info.pointee.ai_family, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw LoopFault(.address, "no socket for \(host): \(words(errno))") }
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard Glibc.bind(descriptor, info.pointee.ai_addr, info.pointee.ai_addrlen) == 0,
      listen(descriptor, SOMAXCONN) == 0
    else {
      let reason = errno
      Glibc.close(descriptor)
      throw LoopFault(reason == EADDRNOTAVAIL ? .address : .port, "\(host) port \(port): \(words(reason))")
    }
    var bound = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    withUnsafeMutablePointer(to: &bound) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(descriptor, $0, &length) }
    }
    // The port is at the same place, in network order, for IPv4 and IPv6.
    let number = withUnsafeBytes(of: &bound) { Int($0[2]) << 8 | Int($0[3]) }
    return (descriptor, number)
  }

  private static func words(_ reason: Int32) -> String { String(cString: strerror(reason)) }

  /// Adopted sockets skip what libwebsockets sets on those it accepts itself.
  private static func tune(_ descriptor: Int32) {
    func set(_ level: Int32, _ option: Int32, _ value: Int32) {
      var value = value
      setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }
    set(Int32(IPPROTO_TCP), TCP_NODELAY, 1)
    set(SOL_SOCKET, SO_KEEPALIVE, 1)
    set(Int32(IPPROTO_TCP), TCP_KEEPIDLE, 60)
    set(Int32(IPPROTO_TCP), TCP_KEEPINTVL, 10)
    set(Int32(IPPROTO_TCP), TCP_KEEPCNT, 3)
  }

  private static func text(_ address: inout sockaddr_storage) -> String {
    var buffer = [CChar](repeating: 0, count: 64)
    let failed = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getnameinfo(
          $0, socklen_t(MemoryLayout<sockaddr_storage>.size), &buffer, socklen_t(buffer.count), nil, 0, NI_NUMERICHOST)
      }
    }
    guard failed == 0 else { return "" }
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // An IPv4 peer of an IPv6 socket.
    return text.hasPrefix("::ffff:") ? String(text.dropFirst(7)) : text
  }
}
