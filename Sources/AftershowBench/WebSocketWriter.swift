/// Client frames. The mask is zero, which is a mask as good as any to the protocol and costs nothing to apply.
enum WebSocketWriter {
  enum Opcode: UInt8 { case text = 1, close = 8, pong = 10 }

  static func frame(_ payload: [UInt8], _ opcode: Opcode = .text) -> [UInt8] {
    var frame: [UInt8] = [0x80 | opcode.rawValue]
    frame.reserveCapacity(payload.count + 14)
    switch payload.count {
    case ..<126:
      frame.append(0x80 | UInt8(payload.count))
    case ..<65536:
      frame += [0x80 | 126, UInt8(payload.count >> 8), UInt8(payload.count & 255)]
    default:
      frame.append(0x80 | 127)
      for shift in stride(from: 56, through: 0, by: -8) { frame.append(UInt8(payload.count >> shift & 255)) }
    }
    frame += [0, 0, 0, 0]
    return frame + payload
  }

  static func upgrade(to address: Address, cookie: String) -> [UInt8] {
    let lines = [
      "GET /live HTTP/1.1", "Host: \(address.host):\(address.port)", "Origin: \(address.origin)",
      "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: QWZ0ZXJzaG93QmVuY2ghIQ==", "Sec-WebSocket-Protocol: aftershow.v1", "Cookie: \(cookie)",
    ]
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}
