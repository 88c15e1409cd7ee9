/// What responses carry (realtime.md 5). A handler's header of the same name replaces one of these.
enum SecurityHeaders {
  /// `connect-src 'self'` covers the WebSocket of the same origin in current browsers; older ones (Safari before 15.4)
  /// want it named, and the name is only known from the request: `%socket%` becomes a Host that is well formed.
  /// Charts set inline style through the CSSOM only, which `style-src` does not govern.
  static let contentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'%socket%; img-src 'self' data:; "
    + "font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; object-src 'none'; "
    + "frame-ancestors 'none'; form-action 'self'"

  static let fixed: [HTTPResponse.Field] =
    ofParts + [
      .init("Referrer-Policy", "no-referrer"), .init("Cross-Origin-Opener-Policy", "same-origin"),
    ]

  /// All that a script or a sheet needs. The other policies are a document's, and the page is made of some eighty
  /// files: with them on each, a quarter of its weight would be policy that no browser reads.
  static let ofParts: [HTTPResponse.Field] = [
    .init("X-Content-Type-Options", "nosniff"), .init("Cross-Origin-Resource-Policy", "same-origin"),
  ]

  /// Behind TLS only.
  static let strictTransport = HTTPResponse.Field("Strict-Transport-Security", "max-age=31536000; includeSubDomains")

  /// Whether the response is a part of a page and cannot be one itself.
  static func isPart(_ response: HTTPResponse) -> Bool {
    response.headers.contains {
      $0.name == "Content-Type" && ($0.value.hasPrefix("text/javascript") || $0.value.hasPrefix("text/css"))
    }
  }

  static func policy(host: String?, isTLS: Bool) -> String {
    var socket = ""
    if let host, OriginPolicy.isWellFormed(host: host) { socket = " \(isTLS ? "wss" : "ws")://\(host)" }
    return contentSecurityPolicy.replacing("%socket%", with: socket)
  }
}
