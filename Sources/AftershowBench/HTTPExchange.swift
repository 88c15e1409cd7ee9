import JSON

/// Blocking HTTP for the preparations: one request, one connection.
struct HTTPExchange {
  let address: Address
  /// The session, once an answer has set it.
  private(set) var cookie: String?

  init(address: Address) { self.address = address }

  /// The answer's JSON, or the server's refusal as a fault.
  mutating func post(_ path: String, _ body: JSON) throws -> JSON {
    var json = JSONWriter()
    json.value(body)
    var head = "POST \(path) HTTP/1.1\r\nHost: \(address.host):\(address.port)\r\nOrigin: \(address.origin)\r\n"
    head += "Content-Type: application/json\r\nContent-Length: \(json.bytes.count)\r\nConnection: close\r\n"
    if let cookie { head += "Cookie: \(cookie)\r\n" }
    let socket = try Socket(to: address)
    try socket.send(Array((head + "\r\n").utf8) + json.bytes)
    var answer = HTTPAnswer()
    while !answer.isComplete, try answer.read(from: socket) {}
    guard answer.status < 400, let value = try? JSONReader.parse(answer.body) else {
      throw BenchFault("\(path): \(answer.status) \(String(decoding: answer.body, as: UTF8.self))")
    }
    cookie = answer.cookie ?? cookie
    return value
  }
}

/// An HTTP answer as it comes in. It must say its length, as the server's do.
struct HTTPAnswer {
  private var bytes: [UInt8] = []
  private var lines: [Substring] = []
  private var bodyStart = 0

  var status: Int { lines.first.map { Int($0.split(separator: " ").dropFirst().first ?? "") ?? 0 } ?? 0 }
  var body: [UInt8] { Array(bytes[bodyStart...]) }
  var cookie: String? { header("set-cookie").map { String($0.prefix { $0 != ";" }) } }
  var isComplete: Bool { bodyStart > 0 && body.count >= header("content-length").flatMap { Int($0) } ?? 0 }

  /// Whether anything came.
  mutating func read(from socket: Socket) throws -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = try buffer.withUnsafeMutableBytes { try socket.receive(into: $0) } ?? 0
    bytes += buffer[..<count]
    if bodyStart == 0 { findHead() }
    return count > 0
  }

  private mutating func findHead() {
    let end = Array("\r\n\r\n".utf8)
    guard let start = bytes.indices.dropLast(3).first(where: { bytes[$0..<$0 + 4].elementsEqual(end) }) else { return }
    lines = String(decoding: bytes[..<start], as: UTF8.self).split(separator: "\r\n")
    bodyStart = start + 4
  }

  private func header(_ name: String) -> Substring? {
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2, parts[0].lowercased() == name { return parts[1].drop { $0 == " " } }
    }
    return nil
  }
}
