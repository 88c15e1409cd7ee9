import Identity
import ServiceLoop

/// The opaque session cookie, named after the installation: a browser tells hosts apart but not their ports, and two
/// servers on one host shall not sign each other's people out. Behind TLS the name carries the `__Host-` prefix and the
/// cookie `Secure`; on plain HTTP a browser would refuse both, so it does without and the server says so at start.
struct SessionCookie: Sendable {
  /// What it was called before it had the installation in its name; one that was set then is good as long as it lasts.
  private static let former = "aftershow"
  private let own: String

  init(installation: Identifier) { own = "\(Self.former)-\(installation.description.prefix(8))" }

  /// The tokens a request brings, by the names of their cookies; the present name first. Of the former name it is not
  /// known whose it is: another server on this host may have set it.
  func tokens(in request: HTTPRequest) -> [(name: String, token: String)] {
    [own, Self.former].compactMap { name in
      let name = full(name, for: request)
      guard let token = request.cookie(name), SecretToken.isPlausible(token) else { return nil }
      return (name, token)
    }
  }

  func name(for request: HTTPRequest) -> String { full(own, for: request) }

  func set(_ token: String, seconds: Int, on response: inout HTTPResponse, for request: HTTPRequest) {
    response.setCookie(name(for: request), token, attributes(for: request) + "; Max-Age=\(seconds)")
  }

  /// `name` as `tokens(in:)` told it.
  func clear(_ name: String, on response: inout HTTPResponse, for request: HTTPRequest) {
    response.setCookie(name, "", attributes(for: request) + "; Max-Age=0")
  }

  private func full(_ name: String, for request: HTTPRequest) -> String { request.isTLS ? "__Host-\(name)" : name }

  private func attributes(for request: HTTPRequest) -> String {
    "Path=/; HttpOnly; SameSite=Lax" + (request.isTLS ? "; Secure" : "")
  }
}
