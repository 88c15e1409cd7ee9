/// The bytes of a response before its body.
enum ResponseWriter {
  static func head(of response: HTTPResponse, to request: HTTPRequest, _ configuration: ServiceConfiguration)
    -> [UInt8]
  {
    var given: Set<String> = []
    for field in response.headers { given.insert(field.name.lowercased()) }
    var head = "HTTP/1.1 \(response.status) \(HTTPResponse.reason(of: response.status))\r\n"
    for field in response.headers { append(field, to: &head) }
    for field in configuration.headers where given.insert(field.name.lowercased()).inserted { append(field, to: &head) }
    let isPart = SecurityHeaders.isPart(response)
    for field in isPart ? SecurityHeaders.ofParts : SecurityHeaders.fixed
    where !given.contains(field.name.lowercased()) { append(field, to: &head) }
    if !isPart && !given.contains("content-security-policy") {
      let policy = SecurityHeaders.policy(host: request.headers.host, isTLS: request.isTLS)
      append(.init("Content-Security-Policy", policy), to: &head)
    }
    if request.isTLS && !given.contains("strict-transport-security") {
      append(SecurityHeaders.strictTransport, to: &head)
    }
    if response.status != 204 && response.status != 304 { head += "Content-Length: \(response.body.count)\r\n" }
    head += "\r\n"
    return Array(head.utf8)
  }

  /// A line break in a value would let it write headers of its own.
  private static func append(_ field: HTTPResponse.Field, to head: inout String) {
    head += field.name
    head += ": "
    if field.value.utf8.contains(where: { $0 < 0x20 }) {
      head.unicodeScalars.append(contentsOf: field.value.unicodeScalars.map { $0.value < 0x20 ? " " : $0 })
    } else {
      head += field.value
    }
    head += "\r\n"
  }
}
