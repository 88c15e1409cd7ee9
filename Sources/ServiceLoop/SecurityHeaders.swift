/// What every response carries (realtime.md 5). A handler's header of the same name replaces one of these.
enum SecurityHeaders {
  /// `connect-src 'self'` covers the WebSocket of the same origin in current browsers; older ones (Safari before 15.4)
  /// want it named, and the name is only known from the request: `%socket%` becomes a Host that is well formed.
  /// Charts set inline style through the CSSOM only, which `style-src` does not govern.
  static let contentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'%socket%; img-src 'self' data:; "
    + "font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; object-src 'none'; "
    + "frame-ancestors 'none'; form-action 'self'"

  static let fixed: [HTTPResponse.Field] = [
    .init("X-Content-Type-Options", "nosniff"),
    .init("Referrer-Policy", "no-referrer"),
    .init("Cross-Origin-Opener-Policy", "same-origin"),
    .init("Cross-Origin-Resource-Policy", "same-origin"),
  ]

  /// Behind TLS only.
  static let strictTransport = HTTPResponse.Field("Strict-Transport-Security", "max-age=31536000; includeSubDomains")

  static func policy(host: String?, isTLS: Bool) -> String {
    var socket = ""
    if let host, OriginPolicy.isWellFormed(host: host) { socket = " \(isTLS ? "wss" : "ws")://\(host)" }
    return contentSecurityPolicy.replacing("%socket%", with: socket)
  }
}
