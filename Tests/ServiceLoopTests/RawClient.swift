import Glibc

/// A client of plain blocking sockets: it sends exactly the bytes it is told, and reads what comes.
/// Reads and writes end with an error after 20 s, so that a test fails instead of hanging.
final class RawClient {
  struct Failure: Error, CustomStringConvertible { var description: String }
  struct Response {
    var status: Int
    var headers: [String: String]
    var body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
  }
  struct Frame: Equatable {
    var opcode: UInt8
    var isFinal: Bool
    var payload: [UInt8]

    var text: String { String(decoding: payload, as: UTF8.self) }
    var closeCode: Int? { opcode == 8 && payload.count >= 2 ? Int(payload[0]) << 8 | Int(payload[1]) : nil }
  }

  let descriptor: Int32
  let port: Int
  private var buffer: [UInt8] = []

  /// - Parameter source: another address of this machine to come from: `127.0.0.2`.
  init(port: Int, from source: String? = nil, receiveBuffer: Int32? = nil) throws {
    self.port = port
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    if let source {
      var own = sockaddr_in()
      own.sin_family = sa_family_t(AF_INET)
      own.sin_addr.s_addr = inet_addr(source)
      let bound = withUnsafePointer(to: &own) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      guard bound == 0 else { throw Failure(description: "bind: errno \(errno)") }
    }
    if var size = receiveBuffer {
      setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var yes: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw Failure(description: "connect: errno \(errno)") }
  }

  deinit { close(descriptor) }

  // MARK: Bytes

  func send(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Failure(description: "send: errno \(errno)") }
      sent += count
    }
  }

  func send(_ text: some StringProtocol) throws { try send(Array(text.utf8)) }

  /// Sends no more, and says so.
  func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// `false` at the end of the stream, however it ended.
  private func receive() throws -> Bool {
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &piece, piece.count, 0)
    if count < 0 && errno == EAGAIN { throw Failure(description: "nothing came for 20 s") }
    guard count > 0 else { return false }
    buffer.append(contentsOf: piece[..<count])
    return true
  }

  func read(_ count: Int) throws -> [UInt8] {
    while buffer.count < count {
      guard try receive() else { throw Failure(description: "closed after \(buffer.count) of \(count) bytes") }
    }
    defer { buffer.removeFirst(count) }
    return Array(buffer.prefix(count))
  }

  /// Whatever comes until the server closes.
  func readToEnd() throws -> [UInt8] {
    while try receive() {}
    defer { buffer = [] }
    return buffer
  }

  // MARK: HTTP

  func request(
    _ method: String, _ path: String, _ headers: [(String, String)] = [], body: [UInt8]? = nil
  ) throws -> Response {
    var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    if let body { head += "Content-Length: \(body.count)\r\n" }
    try send(Array((head + "\r\n").utf8) + (body ?? []))
    return try response(hasBody: method != "HEAD")
  }

  func response(hasBody: Bool = true) throws -> Response {
    var head: [UInt8] = []
    while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) { head += try read(1) }
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
    guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
      throw Failure(description: "no status in \(lines)")
    }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
    }
    let length = hasBody ? headers["content-length"].flatMap { Int($0) } ?? 0 : 0
    return Response(status: status, headers: headers, body: try read(length))
  }

  // MARK: WebSocket

  static func handshake(port: Int, path: String = "/ws", headers: [(String, String)]? = nil) -> String {
    var text = "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    text += "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
    for (name, value) in headers ?? [("Origin", "http://127.0.0.1:\(port)")] { text += "\(name): \(value)\r\n" }
    return text + "\r\n"
  }

  func upgrade(path: String = "/ws", headers: [(String, String)]? = nil) throws -> Response {
    try send(Self.handshake(port: port, path: path, headers: headers))
    return try response()
  }

  static func webSocket(port: Int, path: String = "/ws", receiveBuffer: Int32? = nil) throws -> RawClient {
    let client = try RawClient(port: port, receiveBuffer: receiveBuffer)
    let answer = try client.upgrade(path: path)
    guard answer.status == 101, answer.headers["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=" else {
      throw Failure(description: "no upgrade: \(answer)")
    }
    return client
  }

  static func frame(_ payload: [UInt8], opcode: UInt8 = 1, isFinal: Bool = true) -> [UInt8] {
    let mask: [UInt8] = [0x37, 0xfa, 0x21, 0x3d]
    var bytes: [UInt8] = [(isFinal ? 0x80 : 0) | opcode]
    switch payload.count {
    case ..<126: bytes.append(0x80 | UInt8(payload.count))
    case ..<65_536: bytes += [0xfe, UInt8(payload.count >> 8), UInt8(payload.count & 255)]
    default: bytes += [0xff] + (0..<8).map { UInt8(payload.count >> (56 - 8 * $0) & 255) }
    }
    return bytes + mask + payload.enumerated().map { $1 ^ mask[$0 & 3] }
  }

  func send(text: String) throws { try send(Self.frame(Array(text.utf8))) }

  func frame() throws -> Frame {
    let head = try read(2)
    var length = Int(head[1] & 127)
    if length == 126 { length = try read(2).reduce(0) { $0 << 8 | Int($1) } }
    if length == 127 { length = try read(8).reduce(0) { $0 << 8 | Int($1) } }
    guard head[1] & 128 == 0 else { throw Failure(description: "a masked frame from the server") }
    return Frame(opcode: head[0] & 15, isFinal: head[0] & 128 != 0, payload: try read(length))
  }
}
