import Glibc

/// One TCP connection; closed when its last owner lets go. Used by one thread.
final class Socket {
  let descriptor: Int32

  /// Connects, and waits for it.
  init(to address: Address) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw BenchFault("no more sockets (errno \(errno)); raise `ulimit -n`") }
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = address.port.bigEndian
    guard inet_pton(AF_INET, address.host, &place.sin_addr) == 1 else {
      throw BenchFault("\(address.host) is not an IPv4 address")
    }
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafePointer(to: &place) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
    }
    guard status == 0 else { throw BenchFault("cannot connect to \(address.origin) (errno \(errno))") }
    var yes: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
  }

  deinit { close(descriptor) }

  /// Asks for the upgrade and waits for it: a client may not speak before (RFC 6455, 4.1). The server's first frames, if
  /// any, come behind `hello`.
  func upgrade(to address: Address, cookie: String, _ reader: inout WebSocketReader) throws {
    try send(WebSocketWriter.upgrade(to: address, cookie: cookie))
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 1)
    defer { buffer.deallocate() }
    while !reader.isOpen {
      guard let count = try receive(into: buffer) else { continue }
      guard count > 0 else { throw BenchFault("the server closed a connection instead of upgrading it") }
      // Nothing is said before `hello`; a close would come with no message either.
      try reader.read(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { _ in }
    }
  }

  func becomeNonblocking() { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }

  /// Bytes read: 0 at the end of the stream, nil when there is nothing now.
  func receive(into buffer: UnsafeMutableRawBufferPointer) throws -> Int? {
    let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
    if count >= 0 { return count }
    if errno == EAGAIN || errno == EINTR { return nil }
    throw BenchFault("a connection broke (errno \(errno))")
  }

  /// Sends all of it. A command is small and the server reads: a full pipe is waited for.
  func send(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress! + sent, $0.count - sent, Int32(MSG_NOSIGNAL))
      }
      if count >= 0 {
        sent += count
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&wait, 1, 1000)
      } else if errno != EINTR {
        throw BenchFault("the server closed a connection (errno \(errno))")
      }
    }
  }
}
