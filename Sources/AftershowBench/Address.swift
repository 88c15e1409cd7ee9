/// Where a link leads, and the token in its fragment.
struct Address {
  let host: String
  let port: UInt16
  let token: String

  /// Reads `http://127.0.0.1:8080/join#token`; nothing but plain HTTP to an IPv4 address is measured here.
  init(link: String) throws {
    let parts = link.split(separator: "#", maxSplits: 1)
    let front = parts.first?.split(separator: "/") ?? []
    guard parts.count == 2, front.count >= 2, front[0] == "http:" else {
      throw BenchFault("\(link) is not a link such as http://127.0.0.1:8080/join#…")
    }
    let place = front[1].split(separator: ":")
    host = place[0] == "localhost" ? "127.0.0.1" : String(place[0])
    port = place.count > 1 ? UInt16(place[1]) ?? 80 : 80
    token = String(parts[1])
  }

  /// As a browser would send it.
  var origin: String { port == 80 ? "http://\(host)" : "http://\(host):\(port)" }
}
