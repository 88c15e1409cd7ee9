import ServiceLoop

/// The opaque session cookie. Behind TLS it carries the `__Host-` prefix and `Secure`; on plain HTTP a browser
/// would refuse both, so it does without and the server says so at start.
struct SessionCookie {
  static func token(in request: HTTPRequest) -> String? { request.cookie(name(for: request)) }

  static func set(_ token: String, seconds: Int, on response: inout HTTPResponse, for request: HTTPRequest) {
    response.setCookie(name(for: request), token, attributes(for: request) + "; Max-Age=\(seconds)")
  }

  static func clear(on response: inout HTTPResponse, for request: HTTPRequest) {
    response.setCookie(name(for: request), "", attributes(for: request) + "; Max-Age=0")
  }

  private static func name(for request: HTTPRequest) -> String { request.isTLS ? "__Host-aftershow" : "aftershow" }

  private static func attributes(for request: HTTPRequest) -> String {
    "Path=/; HttpOnly; SameSite=Lax" + (request.isTLS ? "; Secure" : "")
  }
}
