import Identity
import ServiceLoop

/// The opaque session cookie, named after the installation: a browser tells hosts apart but not their ports, and two
/// servers on one host shall not sign each other's people out. Behind TLS the name carries the `__Host-` prefix and the
/// cookie `Secure`; on plain HTTP a browser would refuse both, so it does without and the server says so at start.
struct SessionCookie: Sendable {
  /// What it was called before it had the installation in its name; one that was set then is good as long as it lasts.
  private static let former = "aftershow"
  /// The present name and the former one, without TLS and behind it.
  private let plain: [String]
  private let secure: [String]

  init(installation: Identifier) {
    plain = ["\(Self.former)-\(installation.description.prefix(8))", Self.former]
    secure = plain.map { "__Host-" + $0 }
  }

  /// The tokens a request brings, by the names of their cookies; the present name first. Of the former name it is not
  /// known whose it is: another server on this host may have set it.
  func tokens(in request: HTTPRequest) -> [(name: String, token: String)] {
    names(for: request).compactMap { name in
      guard let token = request.cookie(name), SecretToken.isPlausible(token) else { return nil }
      return (name, token)
    }
  }

  func name(for request: HTTPRequest) -> String { names(for: request)[0] }

  func set(_ token: String, seconds: Int, on response: inout HTTPResponse, for request: HTTPRequest) {
    response.setCookie(name(for: request), token, attributes(for: request) + "; Max-Age=\(seconds)")
  }

  /// `name` as `tokens(in:)` told it.
  func clear(_ name: String, on response: inout HTTPResponse, for request: HTTPRequest) {
    response.setCookie(name, "", attributes(for: request) + "; Max-Age=0")
  }

  private func names(for request: HTTPRequest) -> [String] { request.isTLS ? secure : plain }

  private func attributes(for request: HTTPRequest) -> String {
    "Path=/; HttpOnly; SameSite=Lax" + (request.isTLS ? "; Secure" : "")
  }
}
